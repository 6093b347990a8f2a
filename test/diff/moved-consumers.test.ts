import { expect, it } from 'vitest';
import { movedConsumers } from '../../src/diff/moved-consumers.js';
import type { DesiredList } from '../../src/model/desired.js';
import { desired, desiredList, idOf, words } from '../support/build.js';

const base = desiredList({ consumers: ['ward'], vocabulary_ids: [] });

function moved(after: Partial<DesiredList>, before: Partial<DesiredList> = {}): string[] {
  const was = desired({ lists: [{ ...base, ...before }] });
  const is = desired({ lists: [{ ...base, ...after }] });
  return movedConsumers(was, is).map(
    ({ name, from, to }) => `${name}: ${from?.prefix ?? '-'} to ${to?.prefix ?? '-'}`,
  );
}

it.each<[string, Partial<DesiredList>, string[]]>([
  ['another name of the vocabulary, or other words', { name: 'clinic', hotwords: words('x') }, []],
  ['another prefix', { prefix: 'acmenew' }, ['ward: acmemed to acmenew']],
  ['another model', { target_model: 'fun-asr' }, ['ward: acmemed to acmemed']],
  [
    'a consumer that comes and one that goes',
    { consumers: ['hotline'] },
    ['hotline: - to acmemed', 'ward: acmemed to -'],
  ],
])('%s', (_, after, expected) => {
  expect(moved(after)).toEqual(expected);
});

it('a pin to another list is another id', () => {
  const [first, second] = [idOf('acmemed', 1), idOf('acmemed', 2)];
  expect(moved({ vocabulary_ids: [second] }, { vocabulary_ids: [first] })).toEqual([
    'ward: acmemed to acmemed',
  ]);
  expect(moved({ vocabulary_ids: [first] })).toEqual([]);
});

it('says how the words differ for whoever moves', () => {
  const was = desired({ lists: [base] });
  const is = desired({ lists: [{ ...base, prefix: 'acmenew', hotwords: words('alpha', 'new') }] });
  expect(movedConsumers(was, is)[0]?.hotwords).toMatchObject({
    added: words('new'),
    removed: words('beta'),
    unchanged: 1,
  });
});
