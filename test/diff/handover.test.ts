import { expect, it } from 'vitest';
import { account, desired, desiredList, idOf, observedList, words } from '../support/build.js';
import { planOf } from '../support/plan-of.js';

it('a new list is compared with the one whose place it takes', () => {
  const old = observedList({ target_model: 'fun-asr', hotwords: words('alpha', 'gone') });
  const [change] = planOf(desired(), account([old])).changes.filter(({ action }) => action === 'create');
  expect(change?.hotwords.added).toHaveLength(2);
  expect(change?.replaces).toMatchObject({
    address: 'acmemed@fun-asr',
    hotwords: { added: words('beta'), removed: words('gone'), changed: [], unchanged: 1 },
  });
});

it('a list that takes no place is compared with nothing', () => {
  const other = observedList({ vocabulary_id: idOf('acmesup', 3) });
  const lists = [desiredList(), desiredList({ name: 'support', prefix: 'acmesup' })];
  for (const { replaces } of planOf(desired({ lists }), account([other])).changes)
    expect(replaces).toBeNull();
});
