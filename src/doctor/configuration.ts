import type { Diagnostic, Severity } from '../model/diagnostic.js';
import { type Examination, type Finding, ok, problem, skipped } from './examination.js';
import type { Configuration } from './facts.js';
import { isSaidElsewhere } from './rules.js';

const mostSaid = 5;

/** Can the configuration be read, and what is wrong with it that no other check says? */
export const configurationIsValid: Examination = ({ configuration }) => {
  if (configuration === null) return [skipped('none is needed for what was asked')];
  const own = configuration.diagnostics.filter(({ rule }) => !isSaidElsewhere(rule));
  const errors = own.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return [said('fail', errors, configuration)];
  const warnings = own.filter(({ severity }) => severity === 'warning');
  if (warnings.length > 0) return [said('warn', warnings, configuration)];
  const isAll = configuration.diagnostics.every(({ severity }) => severity !== 'error');
  const verdict = isAll ? 'is valid' : 'is valid but for what other checks say';
  return [ok(`${configuration.file} ${verdict}: ${sizeOf(configuration)}`)];
};

function said(status: 'fail' | 'warn', found: readonly Diagnostic[], { file }: Configuration): Finding {
  const [first] = found;
  const noun: Severity = status === 'fail' ? 'error' : 'warning';
  const amount = `${found.length} ${noun}${found.length === 1 ? '' : 's'}`;
  return problem(
    status,
    {
      message: `${file} has ${amount}${first === undefined ? '' : `: ${first.message}`}`,
      hint: `${first?.hint ?? 'correct what is named'}${whereAll(found)}`,
    },
    found.slice(0, mostSaid).map(({ rule, message, location }) => ({
      text: `${rule}: ${message}`,
      ...(location === null ? {} : { location }),
    })),
  );
}

/** A file that is not there has no lines. */
function whereAll(found: readonly Diagnostic[]): string {
  if (found.every(({ location }) => location === null)) return '';
  return `; \`vocabsync validate\` shows ${found.length === 1 ? 'it' : 'each'} at its line`;
}

function sizeOf({ config }: Configuration): string {
  const vocabularies = config?.vocabularies.length ?? 0;
  const consumers = config?.consumers.length ?? 0;
  return `${vocabularies} ${vocabularies === 1 ? 'vocabulary' : 'vocabularies'}, ${consumers} ${consumers === 1 ? 'consumer' : 'consumers'}`;
}
