import { type Examination, ok, problem, unanswered } from '../examination.js';
import { requestEvidence } from './blame.js';

/** Can the account be read as a whole? A listing that is cut short must never be taken for one with fewer lists. */
export const accountIsReadable: Examination = ({ answer, account, configuration }) => {
  if (!answer.done) return [unanswered(answer.error)];
  if (!account.done) {
    const { message, hint } = account.error;
    return [problem('fail', { message, hint: hint ?? 'try again' }, requestEvidence(account.error))];
  }
  const { known_ids, plan } = account.value;
  const named = configuration?.config?.account.name ?? null;
  const ours = plan === null ? '' : `, ${plan.unmanaged.length} of them unmanaged`;
  const lists = `${known_ids.length} ${known_ids.length === 1 ? 'list' : 'lists'}`;
  return [ok(`${named === null ? 'it' : `"${named}"`} holds ${lists}${ours}`)];
};
