import { expect, it } from 'vitest';
import { findDrift } from '../../src/diff/drift.js';
import type { Account } from '../../src/model/observed.js';
import { account, desired, desiredList, idOf, observedList, words } from '../support/build.js';
import { planOf } from '../support/plan-of.js';

function driftOf(state: Account, wanted = desired()): string[] {
  return findDrift(planOf(wanted, state)).items.map((item) => `${item.class} ${item.change.address}`);
}

const medical = 'medical@fun-asr-realtime';
const spare = (fields = {}) => observedList({ vocabulary_id: idOf('acmemed', 2), ...fields });

it.each<[string, Account, string[]]>([
  ['nothing', account([observedList()]), []],
  ['a list that is not there', account([]), [`missing ${medical}`]],
  ['a list with other words', account([observedList({ hotwords: words('x') })]), [`changed ${medical}`]],
  ['a list that is not OK', account([observedList({ status: 'UNDEPLOYED' })]), [`not-ready ${medical}`]],
  [
    'both at once',
    account([observedList({ hotwords: words('x'), status: 'UNDEPLOYED' })]),
    [`changed ${medical}`, `not-ready ${medical}`],
  ],
  [
    'an orphan',
    account([observedList(), observedList({ vocabulary_id: idOf('acmeold', 3) })]),
    ['extra acmeold@fun-asr-realtime'],
  ],
  ['a duplicate', account([observedList(), spare()]), ['duplicate acmemed@fun-asr-realtime']],
  ['a rival', account([observedList(), spare({ hotwords: words('x') })]), ['rival acmemed@fun-asr-realtime']],
])('finds %s', (_, state, found) => {
  expect(driftOf(state)).toEqual(found);
});

it('takes what is kept on purpose for a note, and no drift', () => {
  const superseded = spare({ target_model: 'fun-asr' });
  const kept = observedList({ vocabulary_id: idOf('acmekept', 4) });
  const drift = findDrift(
    planOf(desired({ protect: ['acmekept'] }), account([observedList(), superseded, kept])),
  );
  expect(drift.items).toEqual([]);
  expect(drift.kept.map(({ reason }) => reason)).toEqual(['protected', 'superseded']);
});

it('finds the id missing that a vocabulary is pinned to, though another list has its key', () => {
  const pinned = desired({ lists: [desiredList({ vocabulary_ids: [idOf('acmemed', 9)] })] });
  expect(driftOf(account([observedList()]), pinned)).toEqual([`missing ${medical}`]);
});
