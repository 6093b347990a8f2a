import { describe, expect, it } from 'vitest';
import { lostRaces, openRaces, perhapsMade, writtenIn } from '../../src/apply/lost-races.js';
import type { ObservedList } from '../../src/model/observed.js';
import type { Plan } from '../../src/model/plan.js';
import { account, desired, desiredList, idOf, observedList, words } from '../support/build.js';
import { planOf } from '../support/plan-of.js';

const [older, younger, third] = [1, 2, 3].map((serial) => idOf('acmemed', serial)) as [
  string,
  string,
  string,
];
const other = idOf('acmesup', 1);
const lists = [desiredList(), desiredList({ name: 'support', prefix: 'acmesup', hotwords: words('gamma') })];
const support = observedList({ vocabulary_id: other, hotwords: words('gamma') });

/** What a run finds at its last look: equal lists of one key, the first of which is bound, and one of another key. */
function found(...racing: readonly Partial<ObservedList>[]): Plan {
  return planOf(desired({ lists }), account([...racing.map((fields) => observedList(fields)), support]));
}

const two = [{ vocabulary_id: older }, { vocabulary_id: younger }] as const;
const namesOf = (changes: readonly { readonly before: ObservedList | null }[]) =>
  changes.map(({ before }) => before?.vocabulary_id);

describe('a race of two runs that made the same list', () => {
  it('is lost by the run that made the younger one, which deletes it while the older one is OK', () => {
    const [step, ...others] = lostRaces(found(...two), new Set([younger]));
    expect(others).toEqual([]);
    expect(step).toMatchObject({
      id: 'race-1',
      op: 'delete',
      change: { action: 'delete', reason: 'duplicate', before: { vocabulary_id: younger } },
      after: [],
      slots_after: 2,
      not_before: null,
    });
    expect(step?.replacements.map(({ vocabulary_id }) => vocabulary_id)).toEqual([older]);
  });

  it('is nothing to do for the run that made the older one, nor for one that made neither', () => {
    expect(lostRaces(found(...two), new Set([older, other]))).toEqual([]);
    expect(lostRaces(found(...two), new Set())).toEqual([]);
  });

  it('is nothing to do where no list is there twice', () => {
    const missing = planOf(desired({ lists }), account([observedList({ vocabulary_id: older })]));
    expect(lostRaces(missing, new Set([older]))).toEqual([]);
    expect(openRaces(missing, new Set([older]))).toEqual([]);
  });

  it('is decided for any of the equal lists where nobody can tell which one a create has made', () => {
    const [step] = planOf(desired({ lists }), account([support])).steps;
    if (step === undefined) throw new Error('no step');
    const sent = { request_id: null, attempts: 1, wrote: true, note: null, error: null };
    const result = { step, status: 'done', vocabulary_id: older, ...sent } as const;
    const final = found(...two);
    const known = [other];
    expect([...perhapsMade(writtenIn([result]), final, known)]).toEqual([older]);
    const unclaimed = writtenIn([{ ...result, unclaimed: true }]);
    expect([...perhapsMade(unclaimed, final, known)].sort()).toEqual([older, younger]);
    expect(lostRaces(final, perhapsMade(unclaimed, final, known))).toHaveLength(1);
    // One of another key was made by somebody else, whatever the plan knew of it.
    expect([...perhapsMade(unclaimed, final, [])].sort()).toEqual([older, younger]);
    const [, reports] = planOf(
      desired({ lists: [...lists, desiredList({ name: 'r', prefix: 'acmerep' })] }),
      account([support]),
    ).steps;
    const another = { ...result, step: reports ?? step, vocabulary_id: null, unclaimed: true };
    expect(
      [...perhapsMade(writtenIn([{ ...result, unclaimed: true }, another]), final, known)].sort(),
    ).toEqual([older, younger]);
    // A list that the plan knew was made by no create of this run.
    expect([...perhapsMade(unclaimed, final, [other, younger])]).toEqual([older]);
  });

  it('is of what the run has written itself: an id that nobody knows, or that was only looked at, is none', () => {
    const mixed = planOf(
      desired({ lists: [desiredList()] }),
      account([observedList({ vocabulary_id: idOf('acmeold', 9) })]),
    );
    const [remove, create] = [...mixed.steps].sort((a, b) => b.op.localeCompare(a.op));
    if (remove === undefined || create === undefined) throw new Error('two steps');
    expect([remove.op, create.op]).toEqual(['delete', 'create']);
    const sent = {
      status: 'done',
      request_id: null,
      attempts: 1,
      wrote: true,
      note: null,
      error: null,
    } as const;
    const written = writtenIn([
      { ...sent, step: create, vocabulary_id: older },
      { ...sent, step: create, vocabulary_id: younger, wrote: false, attempts: 0 },
      { ...sent, step: create, vocabulary_id: null, status: 'unknown' },
      { ...sent, step: remove, vocabulary_id: third },
    ]);
    expect([[...written.made], [...written.gone], written.unclaimed]).toEqual([[older], [third], []]);
  });

  it('may be lost more than once: each list has a step of its own, and frees a slot', () => {
    const steps = lostRaces(found(...two, { vocabulary_id: third }), new Set([younger, third]));
    expect(
      steps.map(({ id, slots_after, change }) => [id, slots_after, change.before?.vocabulary_id]),
    ).toEqual([
      ['race-1', 3, younger],
      ['race-2', 2, third],
    ]);
  });

  it('does not reckon with a list that is yet to be made', () => {
    const plan = found(...two);
    const [first] = plan.changes;
    if (first === undefined) throw new Error('a change was expected');
    const made = { ...first, after: first.after ?? desiredList(), before: null };
    const [step] = lostRaces({ ...plan, changes: [made, ...plan.changes] }, new Set([younger]));
    expect(step?.replacements.map(({ vocabulary_id }) => vocabulary_id)).toEqual([older]);
    expect(openRaces({ ...plan, changes: [made, ...plan.changes] }, new Set([younger]))).toEqual([]);
  });

  it('can be told as long as both are OK', () => {
    expect(openRaces(found(...two), new Set([older]))).toEqual([]);
    expect(openRaces(found(...two), new Set([younger]))).toEqual([]);
  });

  it.each([
    ['the one that was made', 0],
    ['the other one', 1],
  ])('cannot be told yet while %s is not: an OK list binds before any other', (_which, pending) => {
    const racing = two.map((list, index) => (index === pending ? { ...list, status: 'UNDEPLOYED' } : list));
    const duplicate = pending === 0 ? older : younger;
    expect(namesOf(openRaces(found(...racing), new Set([older])))).toEqual([duplicate]);
  });

  it('cannot be told yet while neither is, and the list that would lose stays until then', () => {
    const plan = found(...two.map((list) => ({ ...list, status: 'UNDEPLOYED' })));
    expect(namesOf(openRaces(plan, new Set([older])))).toEqual([younger]);
    expect(plan.changes.find(({ before }) => before?.vocabulary_id === younger)?.action).toBe('keep');
    expect(namesOf(lostRaces(plan, new Set([younger])).map(({ change }) => change))).toEqual([younger]);
  });

  it('is none of the business of a run that made neither, however long it takes', () => {
    const plan = found(...two.map((list) => ({ ...list, status: 'UNDEPLOYED' })));
    expect(openRaces(plan, new Set([other]))).toEqual([]);
  });
});
