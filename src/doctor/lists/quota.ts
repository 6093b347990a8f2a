import { ok, problem, withPlan } from '../examination.js';

/** Is there room, for now and for the next list? Every list of the account counts, whoever made it. */
export const quotaHasRoom = withPlan(({ quota, blocked, unmanaged }, facts) => {
  const { in_use, limit } = quota;
  const taken = `${in_use} of ${limit} slots are taken, ${quota.unmanaged} by lists that are not ours`;
  const evidence = unmanaged.map(({ vocabulary_id, status }) => ({
    text: `${vocabulary_id}: unmanaged, ${status}`,
    vocabulary_id,
  }));
  const full = blocked.find(({ rule }) => rule === 'no-slot');
  if (full !== undefined) {
    const { message, hints } = full;
    return [
      problem('fail', { message, hint: hints[0] ?? 'delete a list that nobody needs' }, [
        ...evidence,
        ...hints.slice(1).map((text) => ({ text })),
      ]),
    ];
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
    const [first, ...others] = facts.configuration?.packing ?? [];
    const hint =
      'delete a list that nobody needs, or have the quota raised by the vendor and set account.list_quota';
    return [
      problem('warn', { message: `${taken}: ${left}`, hint: first ?? hint }, [
        ...evidence,
        ...others.map((text) => ({ text })),
      ]),
    ];
  }
  return [ok(taken, evidence)];
});
