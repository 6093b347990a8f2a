import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/model/plan.js';
import { account, desired, desiredList, idOf, observedList, words } from '../support/build.js';
import { planOf } from '../support/plan-of.js';

function stepsOf({ steps }: Plan): string[] {
  return steps.map(({ id, op, change, after, slots_after }) =>
    [id, op, change.address, `after ${after.join('+') || 'nothing'}`, slots_after].join(' '),
  );
}

const deleteFirst = { shaping: { retire: false, delete_first: true } };
const retire = { shaping: { retire: true, delete_first: false } };

describe('a list that must make room', () => {
  it('is let go once, however many lists take its place', () => {
    const old = observedList({ target_model: 'paraformer-v2' });
    const lists = ['fun-asr', 'fun-asr-realtime'].map((target_model) => desiredList({ target_model }));
    const plan = planOf(desired({ lists, list_quota: 1 }), account([old]), deleteFirst);
    const deleted = plan.steps
      .filter(({ op }) => op === 'delete')
      .map(({ change }) => change.before?.vocabulary_id);
    expect(deleted).toEqual([old.vocabulary_id]);
    // The one slot that it had is enough for one of the two.
    expect(plan.steps.map(({ op, slots_after }) => [op, slots_after])).toEqual([
      ['delete', 0],
      ['create', 1],
    ]);
    expect(plan.blocked.map(({ rule }) => rule)).toEqual(['no-slot']);
    expect(plan.quota.after).toBe(1);
  });

  it('is let go once, also where that is not room enough', () => {
    const old = observedList({ target_model: 'paraformer-v2' });
    const plan = planOf(desired({ list_quota: 1 }), account([old], 2), deleteFirst);
    expect(
      plan.steps.map(({ op, change, slots_after }) => [op, change.before?.vocabulary_id, slots_after]),
    ).toEqual([['delete', old.vocabulary_id, 2]]);
    expect(plan.blocked.map(({ rule }) => rule)).toEqual(['no-slot']);
  });

  it('counts in the most slots that are taken at any time', () => {
    const lists = [desiredList(), desiredList({ name: 'support', prefix: 'acmesup' })];
    const orphan = observedList({ vocabulary_id: idOf('acmeold', 1) });
    expect(planOf(desired({ lists }), account([orphan])).quota).toMatchObject({
      in_use: 1,
      peak: 3,
      after: 2,
    });
    expect(planOf(desired({ lists, list_quota: 2 }), account([orphan])).quota).toMatchObject({
      peak: 2,
      after: 2,
    });
  });
});

describe('a list that goes because others have its place', () => {
  const old = observedList({ vocabulary_id: idOf('acmemed', 1), target_model: 'fun-asr' });
  const replacement = observedList({ vocabulary_id: idOf('acmemed', 2), hotwords: words('alpha') });

  it('waits for the update of what takes its place, which comes before its turn where a slot is needed', () => {
    const lists = [desiredList(), desiredList({ name: 'support', prefix: 'acmesup' })];
    const plan = planOf(desired({ lists, list_quota: 2 }), account([old, replacement]), retire);
    expect(stepsOf(plan)).toEqual([
      '1 update medical@fun-asr-realtime after nothing 2',
      '2 delete acmemed@fun-asr after 1 1',
      '3 create support@fun-asr-realtime after 2 2',
    ]);
  });

  it('must find there the words of that update when it goes', () => {
    const plan = planOf(desired(), account([old, replacement]), retire);
    const going = plan.steps.find(({ op }) => op === 'delete');
    expect(going?.replacements).toEqual([
      { vocabulary_id: replacement.vocabulary_id, hotwords: words('alpha', 'beta') },
    ]);
  });

  it('goes first, with the words that the update overwrites, where it is a duplicate of those', () => {
    const bound = observedList({ hotwords: words('old') });
    const duplicate = observedList({ vocabulary_id: idOf('acmemed', 2), hotwords: words('old') });
    const plan = planOf(desired(), account([bound, duplicate]));
    expect(stepsOf(plan)).toEqual([
      '1 delete acmemed@fun-asr-realtime after nothing 1',
      '2 update medical@fun-asr-realtime after 1 1',
    ]);
    expect(plan.steps[0]?.replacements).toEqual([
      { vocabulary_id: bound.vocabulary_id, hotwords: words('old') },
    ]);
  });
});
