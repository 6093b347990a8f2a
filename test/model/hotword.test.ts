import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonicalHotword,
  countLost,
  equalityKey,
  extraText,
  type Hotword,
  hasExtra,
  lossBeyond,
  mayRepeat,
  noRemarks,
  pairingKey,
  remarkOn,
  sameHotwords,
} from '../../src/model/hotword.js';
import { remarks, word, words } from '../support/build.js';

describe('two lists are the same', () => {
  it.each<readonly [string, readonly Hotword[], readonly Hotword[]]>([
    ['in any order', words('a', 'b', 'c'), words('c', 'a', 'b')],
    ['in any Unicode form', words('Caf\u00e9'), words('Cafe\u0301')],
    [
      'in any order of extra fields, at any depth',
      [word('a', { extra: { x: 1, y: { p: [{ m: 1, n: 2 }], q: null } } })],
      [word('a', { extra: { y: { q: null, p: [{ n: 2, m: 1 }] }, x: 1 } })],
    ],
    ['whether extra is empty or not there', [word('a', { extra: {} })], [word('a')]],
    ['with as many of each repeated entry', words('a', 'b', 'a'), words('b', 'a', 'a')],
    ['without any words', [], []],
  ])('%s', (_title, left, right) => {
    expect(sameHotwords(left, right)).toBe(true);
    expect(sameHotwords(right, left)).toBe(true);
  });
});

describe('two lists are not the same', () => {
  it.each<readonly [string, readonly Hotword[], readonly Hotword[]]>([
    ['when a text differs', words('a'), words('A')],
    ['when a weight differs', words('a'), [word('a', { weight: 5 })]],
    ['when a lang differs', words('a'), [word('a', { lang: 'zh' })]],
    ['when an extra field differs', [word('a', { extra: { x: 1 } })], [word('a', { extra: { x: '1' } })]],
    [
      'when the items of an extra field are in another order',
      [word('a', { extra: { x: [1, 2] } })],
      [word('a', { extra: { x: [2, 1] } })],
    ],
    ['when only one has extra fields', [word('a', { extra: { x: 1 } })], words('a')],
    ['when one is longer', words('a', 'b'), words('a')],
    ['when one entry is repeated', words('a', 'a'), words('a')],
    ['when another entry is repeated', words('a', 'a', 'b'), words('a', 'b', 'b')],
  ])('%s', (_title, left, right) => {
    expect(sameHotwords(left, right)).toBe(false);
    expect(sameHotwords(right, left)).toBe(false);
  });
});

const anyWord: fc.Arbitrary<Hotword> = fc.record({
  text: fc.constantFrom('a', 'b', 'é', 'e\u0301'),
  weight: fc.constantFrom(4, 5),
  lang: fc.constantFrom(null, 'zh'),
  extra: fc.constantFrom(null, {}, { x: 1 }),
});

describe('the comparison of lists', () => {
  it('never depends on the order', () => {
    const shuffled = fc
      .array(anyWord)
      .chain((list) =>
        fc.tuple(
          fc.constant(list),
          fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
        ),
      );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(sameHotwords(list, other)).toBe(true);
      }),
    );
  });

  it('agrees with a comparison of the sorted lists', () => {
    const sorted = (list: readonly Hotword[]) => list.map(canonicalHotword).toSorted().join('\n');
    const list = fc.array(anyWord, { maxLength: 4 });
    fc.assert(
      fc.property(list, list, (left, right) => {
        expect(sameHotwords(left, right)).toBe(sorted(left) === sorted(right));
      }),
    );
  });
});

describe('the key of an entry', () => {
  const anyEntry: fc.Arbitrary<Hotword> = fc.record({
    text: fc.stringMatching(/^[12:,{-]{0,4}a?$/),
    weight: fc.constantFrom(1, 11),
    lang: fc.option(fc.stringMatching(/^[12:,{-]{0,12}$/)),
    extra: fc.constantFrom(null, { x: 1 }),
  });
  const identityOf = ({ text, lang }: Hotword) => JSON.stringify([text, lang]);

  it('tells words apart whose texts and langs run into each other', () => {
    expect(pairingKey(word('abcdefghijklm', { lang: '2' }))).not.toBe(
      pairingKey(word('m', { lang: 'abcdefghijkl' })),
    );
  });

  it('is equal exactly when what it stands for is', () => {
    fc.assert(
      fc.property(anyEntry, anyEntry, (one, other) => {
        expect(pairingKey(one) === pairingKey(other)).toBe(identityOf(one) === identityOf(other));
        expect(equalityKey(one) === equalityKey(other)).toBe(
          canonicalHotword(one) === canonicalHotword(other),
        );
      }),
    );
  });
});

it('further fields are a text that is the same for the same, and empty where there are none', () => {
  expect(extraText({ extra: { b: { d: 1, c: 2 }, a: 1 } })).toBe('{"a":1,"b":{"c":2,"d":1}}');
  expect([extraText({ extra: null }), extraText({ extra: {} })]).toEqual(['', '']);
});

describe('the canonical form of an entry', () => {
  it('is a JSON text with the fields in a fixed order', () => {
    const entry = word('Cafe\u0301', { weight: 5, lang: 'en', extra: { b: 2, a: 1 } });
    expect(canonicalHotword(entry)).toBe('["Caf\u00e9","en",5,{"a":1,"b":2}]');
    expect(canonicalHotword(word('a', { extra: {} }))).toBe('["a",null,4,null]');
  });
});

describe('the key by which words pair', () => {
  it('is the text in one Unicode form, and the lang', () => {
    expect(pairingKey(word('\u00e9', { weight: 5 }))).toBe(pairingKey(word('e\u0301', { extra: { x: 1 } })));
    expect(pairingKey(word('a'))).not.toBe(pairingKey(word('a', { lang: 'en' })));
    expect(pairingKey(word('a', { lang: 'null' }))).not.toBe(pairingKey(word('a')));
  });
});

describe('extra fields', () => {
  it('are there when there is at least one', () => {
    expect([null, {}, { x: undefined }].map((extra) => hasExtra(word('a', { extra })))).toEqual([
      false,
      false,
      true,
    ]);
  });
});

it.each([
  [false, ['a', 'b']],
  [true, ['a', 'b', 'a']],
  [true, ['\u00e9', 'e\u0301']],
  [false, ['A', 'a']],
  [false, []],
])('says that words may repeat: %s of %j', (repeat, texts) => {
  expect(mayRepeat(texts.map((text) => ({ text })))).toBe(repeat);
});

describe('a remark on a word', () => {
  const ecg = word('ECG');
  const easy = { note: 'heard as easy G', expires: null };
  const none = { note: null, expires: null };

  it.each([
    ['what was said of it', ecg, easy],
    ['also of the same word with another weight', word('ECG', { weight: 1 }), easy],
    ['nothing, of another word', word('EEG'), none],
    ['nothing, of the same text in a lang', word('ECG', { lang: 'en' }), none],
  ] as const)('is %s', (_what, about, expected) => {
    expect(remarkOn(about, remarks([ecg, easy]))).toEqual(expected);
    // Where nothing was said of any word, nothing was of this one.
    expect(remarkOn(about, noRemarks)).toEqual(none);
  });
});

describe('the words that a list loses to another', () => {
  it('are those whose text is gone, in any Unicode form: another weight or lang is no loss', () => {
    const before = [...words('a', 'b', 'Caf\u00e9'), word('c', { lang: 'en' })];
    const after = [word('a', { weight: 1 }), word('Cafe\u0301'), word('c', { lang: 'de' })];
    expect(countLost(before, after)).toBe(1);
    expect(countLost(before, before)).toBe(0);
    expect(countLost(before, [])).toBe(4);
    expect(countLost([], before)).toBe(0);
  });

  it.each([
    ['more than the share that may go', [10, 4], { lost: 6, of: 10, share: 0.6 }],
    ['just the share that may go', [10, 5], null],
    ['less than that', [10, 9], null],
    ['all of a list of fewer than ten, of which a share says little', [9, 0], null],
    ['all of ten', [10, 0], { lost: 10, of: 10, share: 1 }],
    ['none', [10, 10], null],
  ] as const)('count as a loss when they are %s', (_how, [held, kept], loss) => {
    expect(lossBeyond(0.5, words(held), words(10).slice(0, kept))).toEqual(loss);
  });
});

it('an extra field is the same only with its items as a list, and not as numbered fields', () => {
  const listed = word('a', { extra: { x: ['p', 'q'] } });
  const fielded = word('a', { extra: { x: { 0: 'p', 1: 'q' } } });
  expect(sameHotwords([listed], [fielded])).toBe(false);
  expect(canonicalHotword(listed)).toBe('["a",null,4,{"x":["p","q"]}]');
});
