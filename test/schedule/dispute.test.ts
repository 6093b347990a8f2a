import { describe, expect, it } from 'vitest';
import { account, desired, desiredList, idOf, observedList, words } from '../support/build.js';
import { planOf } from '../support/plan-of.js';

describe('a disputed list', () => {
  const rival = observedList({ vocabulary_id: idOf('acmemed', 2), hotwords: words('gamma') });

  it('blocks its key even when the other one is in sync', () => {
    expect(planOf(desired(), account([observedList(), rival])).blocked).toMatchObject([
      { rule: 'rival', address: 'medical@fun-asr-realtime' },
    ]);
  });

  it('no longer does once the vocabulary is pinned, or removed names it', () => {
    const pinned = desired({ lists: [desiredList({ vocabulary_ids: [idOf('acmemed', 1)] })] });
    expect(planOf(pinned, account([observedList(), rival])).blocked).toEqual([]);
    const removed = desired({ removed: [rival.vocabulary_id] });
    expect(planOf(removed, account([observedList(), rival])).blocked).toEqual([]);
  });

  it('cannot be settled by pinning both, even when their words are the same', () => {
    const ids = [idOf('acmemed', 1), idOf('acmemed', 2)];
    const pinned = desired({ lists: [desiredList({ vocabulary_ids: ids })] });
    const equal = ids.map((vocabulary_id) => observedList({ vocabulary_id }));
    const plan = planOf(pinned, account(equal));
    expect(plan.blocked).toMatchObject([
      { rule: 'rival', hints: [expect.stringContaining('leave one of the two')] },
    ]);
    expect(plan.steps).toEqual([]);
  });

  it('a pin to a list that is not there blocks too', () => {
    const pinned = desired({ lists: [desiredList({ vocabulary_ids: [idOf('acmemed', 7)] })] });
    expect(planOf(pinned, account([observedList()])).blocked).toMatchObject([
      { rule: 'pinned-list-missing' },
    ]);
  });
});
