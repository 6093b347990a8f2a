import type { Facts } from '../../doctor/facts.js';
import type { Checkup } from '../../model/checks/checkup.js';
import { type ExitCode, exitCodeOf, exitCodes, worstExitCode } from '../exit-code.js';

/**
 * What an examination ends with. Where something kept it from looking, that decides as in every other command: a configuration
 * that cannot be read, then a key, then a host. Else whether anything fails.
 */
export function exitCodeOfCheckup(facts: Facts, { checks }: Checkup): ExitCode {
  const { answer, account, pairing, configuration } = facts;
  const attempts = [answer, account, ...(pairing === null ? [] : [pairing.list])];
  const kept = attempts.flatMap((one) => (one.done ? [] : exitCodeOf(one.error.code)));
  const isUnread = configuration !== null && (configuration.config === null || isUnknown(facts));
  const fails = checks.some(({ status }) => status === 'fail');
  return worstExitCode([
    ...(isUnread ? [exitCodes.invalid] : []),
    ...kept,
    ...(fails ? [exitCodes.changes] : []),
  ]);
}

/** Nobody knows what the lists should be; for a single list nobody has to. */
function isUnknown({ configuration, pairing }: Facts): boolean {
  return pairing === null && configuration?.desired === null;
}
