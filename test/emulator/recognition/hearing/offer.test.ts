import { describe, expect, it } from 'vitest';
import { emptyAccount, type StoredList } from '../../../../src/emulator/account-state.js';
import type { Ask } from '../../../../src/emulator/recognition/hearing/ask.js';
import { type Account, offerOf } from '../../../../src/emulator/recognition/hearing/offer.js';
import { defaultSwitches } from '../../../../src/emulator/switches.js';
import { startOfTime } from '../../../support/emulator.js';
import { listFor, listId } from '../account.js';

const now = startOfTime;

function account(list: Partial<StoredList> = {}, also: Partial<Account> = {}): Account {
  const times = { created_at: now - 1000, modified_at: now - 1000, ready_at: now - 1000 };
  const stored: StoredList = { ...listFor('fun-asr'), vocabulary_id: listId, ...times, ...list };
  return { state: { ...emptyAccount, lists: [stored] }, now, switches: defaultSwitches, seed: '0', ...also };
}

const ask: Ask = {
  way: 'file',
  model: 'fun-asr',
  vocabulary_id: listId,
  vocabulary: null,
  language_hints: [],
  phrase_id: null,
};

const idleOf = (asked: Partial<Ask>, at = account()) =>
  offerOf({ ...ask, ...asked }, at).words.map(({ idle }) => idle);
const instant = new Map([['王小明', 5]]);
const qwen = 'qwen-audio-3.1-asr-flash-filetrans';

describe('the words of a list', () => {
  it('are in effect for the model that it was made for, to the letter', () => {
    expect(idleOf({})).toEqual([null]);
    const model = 'fun-asr-2025-11-07';
    expect(idleOf({ model })).toEqual([{ kind: 'other-model', target_model: 'fun-asr', model }]);
  });

  it('are not while it is not OK', () => {
    expect(idleOf({}, account({ ready_at: now + 1 }))).toEqual([{ kind: 'not-ok', status: 'UNDEPLOYED' }]);
    expect(idleOf({}, account({ ready_at: now }))).toEqual([null]);
  });

  it('are those that a read would show, which may lag behind', () => {
    const lagging = account({}, { switches: { ...defaultSwitches, visibility_lag_ms: 1001 } });
    expect(offerOf(ask, lagging)).toMatchObject({
      words: [],
      absent: { kind: 'no-such-list', was_deleted: false },
    });
  });

  it('are unknown of a list that is gone, or never was', () => {
    const gone = account({}, { state: { ...emptyAccount, deleted: [listId] } });
    expect(offerOf(ask, gone).list_idle).toEqual({ kind: 'no-such-list', was_deleted: true });
    expect(offerOf({ ...ask, vocabulary_id: 'vocab-none-1' }, gone).list_idle).toEqual({
      kind: 'no-such-list',
      was_deleted: false,
    });
  });

  it('do nothing with a model that takes no lists, made for it or not', () => {
    const model = 'paraformer-v1';
    expect(idleOf({ model }, account({ target_model: model }))).toEqual([{ kind: 'takes-no-lists', model }]);
  });
});

describe('the lang of a word', () => {
  const inEnglish = (model: string) =>
    account({ target_model: model, vocabulary: [{ text: 'alpha', weight: 4, lang: 'en' }] });

  it.each([
    ['fun-asr', [], true],
    ['fun-asr', ['en'], true],
    ['fun-asr', ['en', 'zh'], true],
    ['fun-asr', ['zh', 'en'], false],
    [qwen, ['zh', 'ja', 'ko', 'en'], true],
    [qwen, ['zh', 'ja', 'ko', 'fr', 'en'], false],
    ['paraformer-v2', ['zh', 'ja', 'ko', 'fr', 'de', 'en'], true],
    ['paraformer-v2', ['zh'], false],
  ])('counts with %s and the hints %j: %s', (model, language_hints, works) => {
    expect(idleOf({ model, language_hints }, inEnglish(model))[0] === null).toBe(works);
  });

  it('is told with the hints that were read', () => {
    expect(idleOf({ language_hints: ['zh', 'en'] }, inEnglish('fun-asr'))).toEqual([
      { kind: 'lang', lang: 'en', read: ['zh'] },
    ]);
  });

  it.each([undefined, null, ''])('admits a word that has none: %j', (lang) => {
    const vocabulary = [{ text: 'alpha', weight: 4, ...(lang === undefined ? {} : { lang }) }];
    expect(idleOf({ language_hints: ['zh'] }, account({ vocabulary }))).toEqual([null]);
  });
});

describe('instant hotwords', () => {
  it('are in effect on the models that take them, beside those of a list', () => {
    const given = offerOf({ ...ask, model: qwen, vocabulary: instant }, account({ target_model: qwen }));
    expect(given.words).toEqual([
      { text: '阙里人家', weight: 4, from: 'list', idle: null },
      { text: '王小明', weight: 5, from: 'instant', idle: null },
    ]);
  });

  it('are nothing to any other', () => {
    expect(idleOf({ vocabulary_id: null, vocabulary: instant })).toEqual([
      { kind: 'takes-no-instant', model: 'fun-asr' },
    ]);
  });

  it('work where the list beside them does not', () => {
    expect(idleOf({ model: qwen, vocabulary: instant })).toEqual([
      { kind: 'other-model', target_model: 'fun-asr', model: qwen },
      null,
    ]);
  });
});

describe('more than 2,000 words', () => {
  const many = (count: number) => new Map(Array.from({ length: count }, (_, index) => [`word ${index}`, 4]));
  const leftOut = (count: number, seed: string, model = qwen) =>
    offerOf({ ...ask, model, vocabulary: many(count) }, account({ target_model: qwen }, { seed }))
      .words.filter(({ idle }) => idle?.kind === 'left-out')
      .map(({ text }) => text);

  it('are cut down to 2,000 of list and request together', () => {
    expect(leftOut(1999, '0')).toHaveLength(0);
    expect(leftOut(2000, '0')).toHaveLength(1);
    expect(leftOut(2100, '0')).toHaveLength(101);
  });

  it('are chosen by chance, and by nothing else', () => {
    expect(leftOut(2100, '0')).toEqual(leftOut(2100, '0'));
    expect(leftOut(2100, '1')).not.toEqual(leftOut(2100, '0'));
  });

  it('leave those out of account that have no effect anyway', () => {
    expect(leftOut(2100, '0', 'fun-asr')).toEqual([]);
  });
});

describe('what stands in the way of a word that was not offered', () => {
  it.each([
    ['nothing but that', { vocabulary_id: null }, 'not-given'],
    ['the list, when the list is gone', { vocabulary_id: 'vocab-none-1' }, 'no-such-list'],
    [
      'the phrase_id, when the id of a list was put there',
      { vocabulary_id: null, phrase_id: listId },
      'phrase-id',
    ],
    ['nothing but that, when there is a list beside a phrase_id', { phrase_id: 'p' }, 'not-given'],
  ])('is %s', (_, asked, kind) => {
    expect(offerOf({ ...ask, ...asked }, account()).absent.kind).toBe(kind);
  });
});
