import { describe, expect, it } from 'vitest';
import { claimOf, countActions, isUsable, servedBy } from '../../src/model/plan.js';
import { account, desired, desiredList, idOf, observedList, words } from '../support/build.js';
import { planOf } from '../support/plan-of.js';

it('is usable when every desired list is there and OK, whatever else there is', () => {
  const orphan = observedList({ vocabulary_id: idOf('acmeold', 9), status: 'UNDEPLOYED' });
  expect(isUsable(planOf(desired(), account([observedList(), orphan])))).toBe(true);
  expect(isUsable(planOf(desired(), account([orphan])))).toBe(false);
  expect(isUsable(planOf(desired(), account([observedList({ status: 'UNDEPLOYED' })])))).toBe(false);
});

it('counts its changes by action', () => {
  const lists = [desiredList(), desiredList({ name: 'b', prefix: 'acmeb' })];
  const plan = planOf(desired({ lists }), account([observedList()]));
  expect([countActions(plan, 'create'), countActions(plan, 'no-op'), countActions(plan, 'delete')]).toEqual([
    1, 1, 0,
  ]);
});

describe('a list that is missing', () => {
  const location = { file: 'v.yaml', line: 3, column: 9 };
  const wanted = desiredList({ location });
  const left = observedList({ vocabulary_id: idOf('acmeold', 9) });
  const served = (list: Partial<typeof wanted>, ...held: (typeof left)[]) => {
    const plan = planOf(desired({ lists: [{ ...wanted, ...list }] }), account(held));
    const change = plan.changes.find(({ after }) => after !== null);
    if (change === undefined) throw new Error('no change');
    return servedBy(change, plan)?.vocabulary_id ?? null;
  };
  const replacing = { previous_prefixes: ['acmeold'] };

  it('leaves its consumers the one whose place it takes, where that is OK and for its model', () => {
    expect(served(replacing, left)).toBe(left.vocabulary_id);
    expect(served(replacing, { ...left, status: 'UNDEPLOYED' })).toBeNull();
    expect(served(replacing)).toBeNull();
    const other = observedList({ vocabulary_id: idOf('acmeold', 8), target_model: 'fun-asr' });
    expect(served(replacing, other, left)).toBe(left.vocabulary_id);
  });

  it('or the one that may have been its own', () => {
    expect(served({}, left)).toBe(left.vocabulary_id);
    expect(served({ location: null }, left)).toBeNull();
    expect(served({ location: { ...location, line: 4 } }, left)).toBe(left.vocabulary_id);
    expect(served({}, { ...left, hotwords: words('else') })).toBeNull();
  });

  it('of another vocabulary leaves them nothing', () => {
    const plan = planOf(desired({ lists: [wanted] }), account([left]));
    const change = plan.changes.find(({ after }) => after !== null)!;
    const elsewhere = (place: Partial<typeof location>) => ({
      ...change,
      after: change.after && { ...change.after, location: { ...location, ...place } },
    });
    expect(servedBy(change, plan)?.vocabulary_id).toBe(left.vocabulary_id);
    for (const place of [{ file: 'w.yaml' }, { line: 4 }, { column: 1 }]) {
      expect(servedBy(elsewhere(place), plan)).toBeNull();
    }
    expect(
      servedBy({ ...change, after: change.after && { ...change.after, location: null } }, plan),
    ).toBeNull();
    expect(servedBy({ ...change, after: null }, plan)).toBeNull();
  });
});

it('a list that no vocabulary names may be claimed by what is said of it, and by nothing else', () => {
  const left = observedList({ vocabulary_id: idOf('acmeold', 9) });
  const plan = planOf(desired(), account([left]));
  const orphan = plan.changes.find(({ before }) => before !== null)!;
  expect(claimOf(orphan, plan)?.rule).toBe('previous-prefix-missing');
  expect(claimOf({ before: null }, plan)).toBeNull();
  expect(claimOf({ before: observedList({ vocabulary_id: idOf('acmeold', 7) }) }, plan)).toBeNull();
  const others = plan.diagnostics.map((one) => ({ ...one, rule: 'else' }));
  expect(claimOf(orphan, { diagnostics: others })).toBeNull();
});
