import { describe, expect, it } from 'vitest';
import { movedConsumers } from '../../src/diff/moved-consumers.js';
import type { DesiredList } from '../../src/model/desired.js';
import { desired, desiredList, instantWords, word, words } from '../support/build.js';

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
    expect(moved(pinned('vocab-acmemed-1'), pinned())).toEqual([]);
    expect(moved(pinned('vocab-acmemed-1', 'vocab-a-1'), pinned('vocab-acmemed-2', 'vocab-a-2'))).toEqual([]);
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

describe('a consumer of instant vocabularies', () => {
  const sent = instantWords({ name: 'names', consumers: ['app'], hotwords: words('beta', 'delta') });
  const other = instantWords({ name: 'more', consumers: ['app'], hotwords: words('omega') });
  const list = desiredList({
    consumers: ['app'],
    hotwords: [word('alpha', { lang: 'zh' }), ...words('beta')],
  });
  const of = (...parts: readonly (typeof sent | typeof list)[]) =>
    desired({
      lists: parts.filter((part): part is typeof list => 'address' in part),
      instant: parts.filter((part): part is typeof sent => 'target_models' in part),
    });
  const told = (before: ReturnType<typeof of>, after: ReturnType<typeof of>) =>
    movedConsumers(before, after).map(({ from, to, instant, has_other_id, hotwords }) => ({
      ids: `${from?.address ?? '-'} → ${to?.address ?? '-'}${has_other_id ? ', another' : ''}`,
      words: `${instant.from?.join() ?? 'none'} → ${instant.to?.join() ?? 'none'}`,
      gains: hotwords.added.map(({ text }) => text).join(),
      loses: hotwords.removed.map(({ text }) => text).join(),
    }));
  const address = list.address;

  it('keeps its id when it also sends words, and gains only those that it had not', () => {
    expect(told(of(list), of(list, sent))).toEqual([
      { ids: `${address} → ${address}`, words: ' → names', gains: 'delta', loses: '' },
    ]);
  });

  it('has no id any more when its list becomes words, whatever lang these had', () => {
    const same = { ...sent, hotwords: words('alpha', 'beta', 'delta') };
    expect(told(of(list), of(same))).toEqual([
      { ids: `${address} → -, another`, words: ' → names', gains: 'delta', loses: '' },
    ]);
  });

  it('has its words told by their langs while it sends none', () => {
    const plain = { ...list, hotwords: words('alpha', 'beta') };
    expect(told(of(list), of({ ...plain, prefix: 'acmenew' }))).toMatchObject([
      { gains: 'alpha', loses: 'alpha' },
    ]);
  });

  it('moves when it sends one of its vocabularies for another', () => {
    expect(told(of(sent), of(other))).toMatchObject([{ words: 'names → more' }]);
  });

  it('is given one when they become a list', () => {
    expect(told(of(sent), of(list))).toEqual([
      { ids: `- → ${address}, another`, words: 'names → ', gains: 'alpha', loses: 'delta' },
    ]);
  });

  it('is new or gone when only one side has it', () => {
    expect(told(of(), of(sent))[0]).toMatchObject({ words: 'none → names', ids: '- → -' });
    expect(told(of(sent), of())[0]).toMatchObject({ words: 'names → none', ids: '- → -' });
  });

  it('moves by the vocabularies that it names, in whatever order, and not by their words', () => {
    expect(told(of(sent, other), of(other, { ...sent, hotwords: words('x') }))).toEqual([]);
    expect(told(of(sent, other), of(sent))[0]).toMatchObject({ words: 'more,names → names', loses: 'omega' });
  });
});
