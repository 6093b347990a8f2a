import type { CheckStatus } from '../model/checks/check.js';
import type { Config } from '../model/config.js';
import type { Diagnostic, Severity } from '../model/diagnostic.js';
import { type Examination, type Finding, orWell, withConfig } from './examination.js';

/** Rules of the configuration that have a check of their own, by its id; `config` says all others. */
export const rulesOfChecks = {
  pairing: [
    'consumer-model-mismatch',
    'consumer-two-lists',
    'consumer-vocabulary-repeated',
    'consumer-vocabulary-unknown',
  ],
  languages: [
    'hotword-unheard',
    'hotword-partly-unheard',
    'language-hints-unread',
    'language-hint-unusual',
    'lang-unsupported',
    'lang-unusual',
  ],
  models: ['model-unknown', 'model-not-in-region', 'model-not-instant'],
  prefix: ['prefix-of-ten', 'prefix-invalid'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

const statuses: Readonly<Record<Severity, Exclude<CheckStatus, 'ok' | 'skipped'>>> = {
  error: 'fail',
  warning: 'warn',
  info: 'warn',
};

/** So many of a rule are said one by one; a rule that many words break is said once, with its first places. */
const mostAlone = 3;
const mostPlaces = 10;

/** Says what the rules of a check have found, or that all is well. */
export function fromRules(check: keyof typeof rulesOfChecks, well: (config: Config) => Finding): Examination {
  return withConfig((config, { configuration }) => {
    const found = (configuration?.diagnostics ?? []).filter(({ rule }) => isOf(rule, check));
    return orWell(byRule(found).flatMap(findingsOf), () => well(config));
  });
}

/** Whether a check other than `config` says it. */
export function isSaidElsewhere(rule: string): boolean {
  return Object.keys(rulesOfChecks).some((check) => isOf(rule, check as keyof typeof rulesOfChecks));
}

function isOf(rule: string, check: keyof typeof rulesOfChecks): boolean {
  return (rulesOfChecks[check] as readonly string[]).includes(rule);
}

function byRule(found: readonly Diagnostic[]): Diagnostic[][] {
  const rules = [...new Set(found.map(({ rule }) => rule))];
  return rules.map((id) => found.filter(({ rule }) => rule === id));
}

function findingsOf(found: readonly Diagnostic[]): Finding[] {
  if (found.length <= mostAlone) return found.map((one) => findingOf(one, [one]));
  const [first] = found;
  return first === undefined ? [] : [findingOf(first, found)];
}

function findingOf({ severity, message, hint, rule }: Diagnostic, all: readonly Diagnostic[]): Finding {
  const more = all.length - 1;
  return {
    status: statuses[severity],
    message: more === 0 ? message : `${message}, and ${more} more of this kind`,
    hint,
    evidence: all.slice(0, mostPlaces).map((one) => ({
      text: more === 0 ? `rule ${rule}` : one.message,
      ...(one.location === null ? {} : { location: one.location }),
    })),
  };
}
