import { describe, expect, it } from 'vitest';
import { movedConsumers } from '../../src/diff/moved-consumers.js';
import type { DesiredList } from '../../src/model/desired.js';
import { desired, desiredList, words } from '../support/build.js';

const medical = desiredList({ consumers: ['app'] });
const support = desiredList({
  name: 'support',
  prefix: 'acmesup',
  consumers: ['app'],
  hotwords: words('alpha', 'gamma'),
});

function moved(before: readonly DesiredList[], after: readonly DesiredList[]) {
  return movedConsumers(desired({ lists: before }), desired({ lists: after })).map(
    ({ name, from, to }) => `${name}: ${from?.address ?? '-'} → ${to?.address ?? '-'}`,
  );
}

describe('a consumer', () => {
  it('moves when its list is another one, and is told what that changes in its words', () => {
    const [one] = movedConsumers(desired({ lists: [medical] }), desired({ lists: [support] }));
    expect(one).toMatchObject({
      name: 'app',
      from: medical,
      to: support,
      hotwords: { added: words('gamma'), removed: words('beta'), unchanged: 1 },
    });
  });

  it.each<readonly [string, Partial<DesiredList>, readonly string[]]>([
    ['has other words', { hotwords: words('x') }, []],
    ['has another name', { name: 'clinic', address: 'clinic@fun-asr-realtime' }, []],
    ['is pinned for the first time', { vocabulary_ids: ['vocab-acmemed-1'] }, []],
    [
      'has another model',
      { target_model: 'fun-asr', address: 'medical@fun-asr' },
      ['app: medical@fun-asr-realtime → medical@fun-asr'],
    ],
    [
      'has another prefix',
      { prefix: 'acmenew' },
      ['app: medical@fun-asr-realtime → medical@fun-asr-realtime'],
    ],
  ])('whose list %s: %#', (_what, fields, expected) => {
    expect(moved([medical], [{ ...medical, ...fields }])).toEqual(expected);
  });

  it('moves when its list is pinned to another id, if only one can be meant', () => {
    const pinned = (...vocabulary_ids: string[]) => [{ ...medical, vocabulary_ids }];
    expect(moved(pinned('vocab-acmemed-1'), pinned('vocab-acmemed-2'))).toHaveLength(1);
    expect(moved(pinned('vocab-acmemed-1'), pinned('vocab-acmemed-1'))).toEqual([]);
    expect(moved(pinned('vocab-acmemed-1'), pinned('vocab-acmemed-2', 'vocab-acmemed-1'))).toEqual([]);
  });

  it('that comes or goes has no list on one side, and they are told in the order of their names', () => {
    const named = (...consumers: string[]) => [{ ...medical, consumers }];
    expect(moved(named('b', 'stays'), named('stays', 'c', 'a'))).toEqual([
      'a: - → medical@fun-asr-realtime',
      'b: medical@fun-asr-realtime → -',
      'c: - → medical@fun-asr-realtime',
    ]);
  });
});
