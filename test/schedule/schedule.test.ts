import { expect, it } from 'vitest';
import { account, desired, desiredList, idOf, observedList, words } from '../support/build.js';
import { planOf } from '../support/plan-of.js';

const deleteFirst = { shaping: { retire: false, delete_first: true } };

it('counts the slots that are in use, whose they are, how many the way takes and how many it leaves', () => {
  const old = observedList({ vocabulary_id: idOf('acmemed', 9), target_model: 'fun-asr' });
  const wanted = desired({ lists: [desiredList({ hotwords: old.hotwords })], list_quota: 7 });
  const kept = planOf(wanted, account([old], 4));
  expect(kept.quota).toEqual({ limit: 7, in_use: 5, unmanaged: 4, peak: 6, after: 6 });
  const tight = planOf(
    { ...wanted, policy: { ...wanted.policy, list_quota: 5 } },
    account([old], 4),
    deleteFirst,
  );
  expect(tight.quota).toEqual({ limit: 5, in_use: 5, unmanaged: 4, peak: 5, after: 5 });
  // Nothing to do leaves what there is.
  const still = planOf(desired(), account([observedList()], 4));
  expect(still.quota).toMatchObject({ in_use: 5, peak: 5, after: 5 });
});

it('names every list of the account that it has read, so that one made meanwhile is noticed', () => {
  const plan = planOf(desired(), account([observedList()], 2));
  expect(plan.known_ids).toHaveLength(3);
  expect(plan.known_ids).toEqual([
    observedList().vocabulary_id,
    ...plan.unmanaged.map(({ vocabulary_id }) => vocabulary_id),
  ]);
});

it('tells the words of what it writes apart, and of nothing else', () => {
  const orphan = observedList({ vocabulary_id: idOf('acmeold', 3) });
  const written = observedList({ hotwords: words('old') });
  const plan = planOf(desired(), account([written, orphan]));
  expect(plan.changes.map(({ action, words_digest }) => [action, words_digest !== null])).toEqual([
    ['delete', false],
    ['update', true],
  ]);
});

it('tells first what no slot is left for, then what a guard holds back', () => {
  const shrunk = observedList({ hotwords: words(20) });
  const lists = [desiredList({ hotwords: words('one') }), desiredList({ name: 'b', prefix: 'acmeb' })];
  const plan = planOf(desired({ lists }), account([shrunk], 9));
  expect(plan.blocked.map(({ rule }) => rule)).toEqual(['no-slot', 'hotword-loss']);
});
