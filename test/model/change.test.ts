import { expect, it } from 'vitest';
import { type Action, type Change, isWrite, sameKey } from '../../src/model/change.js';
import { account, desired, desiredList, idOf, observedList } from '../support/build.js';
import { planOf } from '../support/plan-of.js';

it.each<[Action, boolean]>([
  ['create', true],
  ['update', true],
  ['delete', true],
  ['keep', false],
  ['no-op', false],
])('%s is a write: %s', (action, writes) => {
  expect(isWrite({ action })).toBe(writes);
});

it('two changes are about one key when prefix and model are the same, whatever they are called', () => {
  const lists = [desiredList(), desiredList({ name: 'other', target_model: 'fun-asr' })];
  const spare = observedList({ vocabulary_id: idOf('acmemed', 2) });
  const { changes } = planOf(desired({ lists }), account([observedList(), spare]));
  const bound = changes.find(({ name }) => name === 'medical') as Change;
  const duplicate = changes.find(({ reason }) => reason === 'duplicate') as Change;
  const other = changes.find(({ name }) => name === 'other') as Change;
  expect([sameKey(bound, duplicate), sameKey(bound, other)]).toEqual([true, false]);
});
