import { expect, it } from 'vitest';
import { countActions, isUsable } from '../../src/model/plan.js';
import { account, desired, desiredList, idOf, observedList } from '../support/build.js';
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
