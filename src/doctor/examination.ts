import type { Check, Evidence } from '../model/checks/check.js';
import type { Config } from '../model/config.js';
import type { Desired } from '../model/desired.js';
import type { VocabError } from '../model/errors.js';
import type { QueriedList } from '../model/observed.js';
import type { Plan } from '../model/plan.js';
import type { AccountFacts, Facts, FirstAnswer, Pairing, Scan } from './facts.js';

export type Finding = Omit<Check, 'id'>;

/** Looks at one thing. Always finds something: that it is well, what is not, or why it cannot be told. */
export type Examination = (facts: Facts) => readonly Finding[];

export function ok(message: string, evidence: readonly (Evidence | string)[] = []): Finding {
  return { status: 'ok', message, hint: null, evidence: evidence.map(asEvidence) };
}

/** What is not as it should be, the next step, and what was seen. */
export function problem(
  status: 'warn' | 'fail',
  { message, hint }: { readonly message: string; readonly hint: string },
  evidence: readonly (Evidence | string)[] = [],
): Finding {
  return { status, message, hint, evidence: evidence.map(asEvidence) };
}

export function skipped(message: string, hint: string | null = null): Finding {
  return { status: 'skipped', message, hint, evidence: [] };
}

function asEvidence(evidence: Evidence | string): Evidence {
  return typeof evidence === 'string' ? { text: evidence } : evidence;
}

/** The problems, or that there is none. */
export function orWell(problems: readonly Finding[], well: () => Finding): readonly Finding[] {
  return problems.length > 0 ? problems : [well()];
}

/** Names why something could not be read, without its hint. */
export function why({ code, message }: VocabError): string {
  return `${code}: ${message}`;
}

/* Each of these examines only where there is something to look at, and says why it does not. */

export function withConfig(examine: (config: Config, facts: Facts) => readonly Finding[]): Examination {
  return (facts) => {
    const config = facts.configuration?.config ?? null;
    return config === null ? [unreadConfiguration] : examine(config, facts);
  };
}

export function withDesired(examine: (desired: Desired, facts: Facts) => readonly Finding[]): Examination {
  return (facts) => {
    const desired = facts.configuration?.desired ?? null;
    return desired === null ? [unreadConfiguration] : examine(desired, facts);
  };
}

const unreadConfiguration = skipped('needs a configuration that can be read: see `config`');

export function withAnswer(examine: (answer: FirstAnswer, facts: Facts) => readonly Finding[]): Examination {
  return (facts) => {
    const { answer } = facts;
    return answer.done ? examine(answer.value, facts) : [unanswered(answer.error)];
  };
}

function withAccount(examine: (account: AccountFacts, facts: Facts) => readonly Finding[]): Examination {
  return (facts) => {
    const { account } = facts;
    return account.done ? examine(account.value, facts) : [unanswered(account.error)];
  };
}

export function withPlan(examine: (plan: Plan, facts: Facts) => readonly Finding[]): Examination {
  return withAccount(({ plan }, facts) => (plan === null ? [unreadConfiguration] : examine(plan, facts)));
}

export function unanswered({ code }: VocabError): Finding {
  return skipped(`needs the account, which cannot be read (${code}): see what fails above`);
}

/** The pairing of one list, with the list. */
export function withList(
  examine: (list: QueriedList, pairing: Pairing, facts: Facts) => readonly Finding[],
): Examination {
  return (facts) => {
    const { pairing } = facts;
    if (pairing === null) return [];
    if (!pairing.list.done) return [unanswered(pairing.list.error)];
    const { value } = pairing.list;
    return value === null
      ? [skipped('there is no such list: see `list-exists`')]
      : examine(value, pairing, facts);
  };
}

export function withScan(examine: (scan: Scan, facts: Facts) => readonly Finding[]): Examination {
  return (facts) => (facts.scan === null ? [] : examine(facts.scan, facts));
}
