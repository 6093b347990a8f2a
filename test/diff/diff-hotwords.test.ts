import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allUnchanged, diffHotwords, diffTexts } from '../../src/diff/diff-hotwords.js';
import { canonicalHotword, type Hotword, sameHotwords } from '../../src/model/hotword.js';
import { word, words } from '../support/build.js';

describe('the difference of two lists of words', () => {
  it('names what was added, removed and changed, and counts the rest', () => {
    const before = [word('same'), word('gone'), word('heavier', { weight: 3 })];
    const after = [word('heavier', { weight: 5 }), word('same'), word('new')];
    expect(diffHotwords(before, after)).toEqual({
      added: [word('new')],
      removed: [word('gone')],
      changed: [{ before: word('heavier', { weight: 3 }), after: word('heavier', { weight: 5 }) }],
      unchanged: 1,
    });
  });

  it('pairs what is there several times in order, the lightest with the lightest', () => {
    const weighed = (...weights: number[]) => weights.map((weight) => word('a', { weight }));
    const [one, two, three, four] = weighed(1, 2, 3, 4);
    expect(diffHotwords(weighed(2, 1), weighed(4, 3)).changed).toEqual([
      { before: one, after: three },
      { before: two, after: four },
    ]);
  });

  it('is none where all stay', () => {
    expect(allUnchanged(words('a', 'b'))).toEqual({ added: [], removed: [], changed: [], unchanged: 2 });
  });

  it('takes another lang for another word', () => {
    const { added, removed, changed } = diffHotwords([word('肺炎')], [word('肺炎', { lang: 'zh' })]);
    expect([added.length, removed.length, changed.length]).toEqual([1, 1, 0]);
  });

  it('does not see the order of the words, nor the Unicode form of a text', () => {
    const { unchanged, added } = diffHotwords(words('Café', 'b'), words('b', 'Café'.normalize('NFD')));
    expect({ unchanged, added }).toEqual({ unchanged: 2, added: [] });
  });

  it('does not see the order of fields in extra', () => {
    const before = [word('a', { extra: { x: 1, y: { p: 1, q: 2 } } })];
    const after = [word('a', { extra: { y: { q: 2, p: 1 }, x: 1 } })];
    expect(diffHotwords(before, after).unchanged).toBe(1);
  });

  it('removes the second of two equal entries, which the account may hold', () => {
    expect(diffHotwords(words('a', 'a'), words('a'))).toMatchObject({ removed: words('a'), unchanged: 1 });
  });
});

const anyWord: fc.Arbitrary<Hotword> = fc.record({
  text: fc.constantFrom('a', 'b', 'c', 'Café', 'Café'.normalize('NFD')),
  weight: fc.integer({ min: 1, max: 3 }),
  lang: fc.constantFrom(null, 'zh', 'en'),
  extra: fc.constantFrom(null, { translation: 'x' }),
});
const anyList = fc.array(anyWord, { maxLength: 12 });

describe('for any two lists', () => {
  it('the difference laid on the first gives the second', () => {
    fc.assert(
      fc.property(anyList, anyList, (before, after) => {
        expect(sameHotwords(patch(before, after), after)).toBe(true);
      }),
    );
  });

  it('the order of the input leaves no trace', () => {
    fc.assert(
      fc.property(anyList, anyList, (before, after) => {
        const [forth, back] = [
          diffHotwords(before, after),
          diffHotwords([...before].reverse(), [...after].reverse()),
        ];
        expect(canonical(back)).toEqual(canonical(forth));
      }),
    );
  });
});

function patch(before: readonly Hotword[], after: readonly Hotword[]): Hotword[] {
  const { added, removed, changed } = diffHotwords(before, after);
  const left = [...before];
  for (const gone of [...removed, ...changed.map((pair) => pair.before)]) {
    left.splice(
      left.findIndex((entry) => canonicalHotword(entry) === canonicalHotword(gone)),
      1,
    );
  }
  return [...left, ...added, ...changed.map((pair) => pair.after)];
}

function canonical({ added, removed, changed, unchanged }: ReturnType<typeof diffHotwords>) {
  return {
    added: added.map(canonicalHotword),
    removed: removed.map(canonicalHotword),
    changed: changed.map(({ before, after }) => [before, after].map(canonicalHotword)),
    unchanged,
  };
}

describe('the difference of a list and words that go with requests', () => {
  it('takes a word for the same whatever lang the list gives it', () => {
    const before = [word('肺炎', { lang: 'zh' }), word('ECG'), word('gone')];
    expect(diffTexts(before, [word('肺炎'), word('ECG', { weight: 5 }), word('new')])).toEqual({
      added: [word('new')],
      removed: [word('gone')],
      changed: [
        { before: word('ECG'), after: word('ECG', { weight: 5 }) },
        { before: word('肺炎', { lang: 'zh' }), after: word('肺炎') },
      ],
      unchanged: 0,
    });
  });

  it('loses no word that the list had for two langs', () => {
    const before = [word('ECG', { lang: 'en' }), word('ECG', { lang: 'zh' })];
    expect(diffTexts(before, words('ECG'))).toMatchObject({ added: [], removed: [] });
  });
});
