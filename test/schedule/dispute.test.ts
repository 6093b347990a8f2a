import { describe, expect, it } from 'vitest';
import { dispute } from '../../src/schedule/dispute.js';
import { account, desired, desiredList, idOf, observedList, words } from '../support/build.js';
import { planOf } from '../support/plan-of.js';

const medical = 'medical@fun-asr-realtime';

describe('a disputed list', () => {
  const rival = observedList({ vocabulary_id: idOf('acmemed', 2), hotwords: words('gamma') });

  it('blocks its key even when the other one is in sync', () => {
    expect(planOf(desired(), account([observedList(), rival])).blocked).toEqual([
      {
        rule: 'rival',
        address: medical,
        message: `${rival.vocabulary_id} has the prefix and the model of ${medical} and other words: it may be somebody else's`,
        hints: [
          'name the id under `removed` if it shall go, or pin the vocabulary to its own list with `vocabulary_id`',
        ],
      },
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
    expect(plan.blocked).toEqual([
      {
        rule: 'rival',
        address: medical,
        message: `${medical} is pinned to ${ids[0]} and to ${ids[1]}, and can be bound to one of them`,
        hints: ['leave one of the two under `vocabulary_id`'],
      },
    ]);
    expect(plan.steps).toEqual([]);
  });

  it('is told with the vocabulary of its own key, not of another', () => {
    const others = [
      desiredList({ name: 'a', prefix: 'acmea' }),
      desiredList({ name: 'b', target_model: 'fun-asr' }),
    ];
    const lists = [...others, desiredList()];
    const { blocked } = planOf(desired({ lists }), account([observedList(), rival]));
    expect(blocked.map(({ address }) => address)).toEqual([medical]);
  });

  it('a pin to a list that is not there blocks too', () => {
    const pinned = desired({ lists: [desiredList({ vocabulary_ids: [idOf('acmemed', 7)] })] });
    const orphan = observedList({ vocabulary_id: idOf('acmeold', 1) });
    const [block, ...others] = planOf(pinned, account([orphan, observedList()])).blocked;
    expect(others).toEqual([]);
    expect(block?.hints[0]).toMatch(
      /^correct the id; without the `vocabulary_id` line, vocab-acmemed-\S+ of the same prefix and model is taken over/,
    );
    expect(planOf(pinned, account([])).blocked).toEqual([
      {
        rule: 'pinned-list-missing',
        address: medical,
        message: `${medical} is pinned to ${idOf('acmemed', 7)}, which the account does not hold with that prefix and a model of the vocabulary`,
        hints: ['remove the `vocabulary_id` line to have a new list made, or correct the id'],
      },
    ]);
  });

  it.each([
    ['nothing is bound in its place', []],
    ['what would be bound is yet to be made', planOf(desired(), account([])).changes],
  ])('blocks also where %s', (_what, beside) => {
    const { changes } = planOf(desired(), account([observedList(), rival]));
    const disputed = changes.filter(({ reason }) => reason === 'rival');
    const [found, ...others] = dispute([...disputed, ...beside], [], { protect: [] });
    expect(others).toEqual([]);
    expect(found).toMatchObject({ rule: 'rival', message: expect.stringContaining(rival.vocabulary_id) });
    expect(found?.message).toContain("it may be somebody else's");
    expect(found?.address).toBe(beside.length === 0 ? disputed[0]?.address : medical);
  });
});
