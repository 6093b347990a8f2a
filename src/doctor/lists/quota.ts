import type { Reason } from '../../model/change.js';
import { claimOf, type Plan } from '../../model/plan.js';
import { andMore } from '../../model/text/and-more.js';
import { ok, problem, withPlan } from '../examination.js';

/** Is there room, for now and for the next list? Every list of the account counts, whoever made it. */
export const quotaHasRoom = withPlan((plan, facts) => {
  const { quota, blocked, unmanaged } = plan;
  const { in_use, limit } = quota;
  const taken = `${in_use} of ${limit} slots are taken, ${quota.unmanaged} by lists that are not ours`;
  const evidence = unmanaged.map(({ vocabulary_id, status }) => ({
    text: `${vocabulary_id}: unmanaged, ${status}`,
    vocabulary_id,
  }));
  const full = blocked.find(({ rule }) => rule === 'no-slot');
  if (full !== undefined) {
    return [problem('fail', { message: full.message, hint: waysOut(full.hints, plan) }, evidence)];
  }
  if (in_use > limit) {
    return [
      problem(
        'warn',
        {
          message: `the account holds ${in_use} lists, more than account.list_quota (${limit}): the real quota must be higher`,
          hint: 'set account.list_quota to what the vendor has granted; until then nothing is created',
        },
        evidence,
      ),
    ];
  }
  if (in_use === limit || (in_use > 0 && in_use === limit - 1)) {
    const left = in_use === limit ? 'the next list has no place' : 'there is room for one more list';
    const hint = waysOut(facts.configuration?.packing ?? [], plan);
    return [problem('warn', { message: `${taken}: ${left}`, hint }, evidence)];
  }
  return [ok(taken, evidence)];
});

const mostWays = 4;
const usual =
  'delete a list that nobody needs, or have the quota raised by the vendor and set account.list_quota';

/** What costs nobody anything comes first: lists of ours that nothing asks for. */
function waysOut(ways: readonly string[], plan: Plan): string {
  const left = plan.changes.filter(
    (change) => change.after === null && idle.includes(change.reason) && claimOf(change, plan) === null,
  );
  const ids = left.flatMap(({ before }) => before?.vocabulary_id ?? []);
  const first =
    ids.length === 0
      ? []
      : [`let go what nothing asks for, as said below: ${andMore(ids, mostWays, (id) => id)}`];
  const all = [...first, ...ways];
  const more = all.length > mostWays ? `; or ${all.length - mostWays} more of the kind` : '';
  return all.length === 0 ? usual : `${all.slice(0, mostWays).join('; or ')}${more}`;
}

const idle: readonly Reason[] = ['duplicate', 'orphan'];
