import { expect, it } from 'vitest';
import { findDrift } from '../../src/diff/drift.js';
import type { Desired } from '../../src/model/desired.js';
import type { ObservedList } from '../../src/model/observed.js';
import { account, desired, desiredList, idOf, observedList, words } from '../support/build.js';
import { planOf } from '../support/plan-of.js';

const spare = (fields: Partial<ObservedList> = {}) =>
  observedList({ vocabulary_id: idOf('acmemed', 2), ...fields });
const orphan = observedList({ vocabulary_id: idOf('acmeold', 1) });
const old = observedList({ vocabulary_id: idOf('acmemed', 9), target_model: 'fun-asr' });

function drift(wanted: Desired, lists: readonly ObservedList[]) {
  const { items, kept } = findDrift(planOf(wanted, account(lists)));
  return {
    items: items.map((found) => found.class),
    kept: kept.map(({ before }) => before?.vocabulary_id ?? ''),
  };
}

const cases: readonly (readonly [string, Desired, readonly ObservedList[], readonly string[]])[] = [
  ['in sync', desired(), [observedList()], []],
  ['not there', desired(), [], ['missing']],
  ['of other words', desired(), [observedList({ hotwords: words('x') })], ['changed']],
  ['not OK', desired(), [observedList({ status: 'UNDEPLOYED' })], ['not-ready']],
  [
    'of other words and not OK',
    desired(),
    [observedList({ hotwords: words('x'), status: 'UNDEPLOYED' })],
    ['changed', 'not-ready'],
  ],
  [
    'not the one it is pinned to',
    desired({ lists: [desiredList({ vocabulary_ids: [idOf('acmemed', 7)] })] }),
    [observedList()],
    ['missing'],
  ],
  [
    'beside one that is not the one it is pinned to',
    desired({
      lists: [
        desiredList({ name: 'support', address: 'support@m', prefix: 'acmesup' }),
        desiredList({ vocabulary_ids: [idOf('acmemed', 7)] }),
      ],
    }),
    [observedList(), observedList({ vocabulary_id: idOf('acmesup', 1) })],
    ['missing'],
  ],
  ['there twice', desired(), [observedList(), spare()], ['duplicate']],
  ['disputed', desired(), [observedList(), spare({ hotwords: words('x') })], ['rival']],
  ['beside an orphan', desired(), [observedList(), orphan], ['extra']],
  [
    'beside a list of its key under removed',
    desired({ removed: [idOf('acmemed', 2)] }),
    [observedList(), spare()],
    ['extra'],
  ],
  ['beside a list under removed', desired({ removed: ['acmegone'] }), [observedList(), gone()], ['extra']],
];

it.each(cases)('a desired list that is %s is found as that', (...[, wanted, lists, expected]) => {
  expect(drift(wanted, lists)).toEqual({ items: expected, kept: [] });
});

it('lists that are kept on purpose are no drift: superseded ones, and those under protect', () => {
  const wanted = desired({ protect: ['acmeold'] });
  const kept = [old.vocabulary_id, orphan.vocabulary_id];
  expect(drift(wanted, [observedList(), old, orphan])).toEqual({ items: [], kept });
});

it('a superseded list that somebody wants to go is drift as long as it is there', () => {
  const { items, kept } = findDrift(
    planOf(desired(), account([observedList(), old]), { shaping: { retire: true } }),
  );
  expect([items.map((found) => found.class), kept]).toEqual([['extra'], []]);
});

function gone(): ObservedList {
  return observedList({ vocabulary_id: idOf('acmegone', 1) });
}
