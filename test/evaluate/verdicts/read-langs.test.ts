import { describe, expect, it } from 'vitest';
import { isLeftOut, readHints } from '../../../src/evaluate/verdicts/read-langs.js';

describe('recognition reads', () => {
  it.each<[string, string[] | null, number | null, string[] | null]>([
    ['only the first hint, where that is its limit', ['zh', 'en'], 1, ['zh']],
    ['all, where there is no limit', ['zh', 'en'], null, ['zh', 'en']],
    ['no more than there are', ['zh'], 4, ['zh']],
    ['every language without hints', null, 1, null],
    ['every language with an empty list of hints', [], 1, null],
  ])('%s', (_title, ...[language_hints, read_hints, read]) => {
    expect(readHints({ language_hints, read_hints })).toEqual(read);
  });
});

describe('a word is', () => {
  it.each<[string, string | null, string[] | null, boolean]>([
    ['left out, when its hint is not read', 'en', ['zh', 'en'], true],
    ['read, when its hint is the first', 'zh', ['zh', 'en'], false],
    ['read, when its hint is spelt in another way', 'zh', ['zh-CN'], false],
    ['read, when it names no language', null, ['zh'], false],
    ['read, when there are no hints', 'en', null, false],
  ])('%s', (_title, ...[lang, language_hints, isOut]) => {
    expect(isLeftOut({ lang }, { language_hints, read_hints: 1 })).toBe(isOut);
  });
});
