import { describe, expect, it } from 'vitest';
import { type Action, isWrite, sameKey } from '../../src/model/change.js';
import { account, desired, idOf, observedList, words } from '../support/build.js';
import { planOf } from '../support/plan-of.js';

describe('a change', () => {
  it.each<readonly [Action, boolean]>([
    ['create', true],
    ['update', true],
    ['delete', true],
    ['keep', false],
    ['no-op', false],
  ])('that is a %s writes to the account: %s', (action, writes) => {
    expect(isWrite({ action })).toBe(writes);
  });

  it('is about the key of another when prefix and model are the same, whatever the id and the words', () => {
    const lists = [
      observedList(),
      observedList({ vocabulary_id: idOf('acmemed', 2), hotwords: words('other') }),
      observedList({ vocabulary_id: idOf('acmemed', 3), target_model: 'fun-asr' }),
      observedList({ vocabulary_id: idOf('acmeold', 4) }),
    ];
    const { changes } = planOf(desired(), account(lists));
    const [bound] = changes.filter(({ after }) => after !== null);
    const same = changes
      .filter((change) => sameKey(change, bound!))
      .map(({ before }) => before?.vocabulary_id ?? '');
    expect(same.toSorted()).toEqual([idOf('acmemed', 1), idOf('acmemed', 2)]);
  });
});
