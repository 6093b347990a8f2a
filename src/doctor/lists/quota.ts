import { ok, problem, withPlan } from '../examination.js';
import type { Facts } from '../facts.js';

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
    const [first, ...others] = [...couldBeInstant(facts), ...(facts.configuration?.packing ?? [])];
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

/** Vocabularies all of whose models take words with requests, with the lines to change. */
function couldBeInstant({ configuration }: Facts): string[] {
  const lists = (configuration?.desired?.lists ?? []).filter(({ could_be_instant }) => could_be_instant);
  const names = [...new Set(lists.map(({ name }) => name))];
  return names.flatMap((name) => {
    const own = lists.filter((list) => list.name === name);
    const [first] = own;
    if (first === undefined) return [];
    const { prefix, previous_prefixes, location } = first;
    const slots = own.length === 1 ? 'its slot' : `its ${own.length} slots`;
    const where = location === null ? '' : ` in ${location.file}`;
    return `"${name}" could give up ${slots}, since its words can go with each request: write \`delivery: instant\` in place of \`prefix: ${prefix}\`${where}, and \`previous_prefixes: [${[...previous_prefixes, prefix].join(', ')}]\``;
  });
}
