import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenise } from '../../../src/evaluate/text/tokens.js';
import { createFinder } from '../../../src/evaluate/words/find-words.js';

/** What is found in a text, as the units read. */
function find(text: string, ...words: readonly string[]): string[] {
  const { units } = tokenise(text);
  const found = createFinder(words.map((word) => tokenise(word).units))(units);
  return found.map(({ word, start, end }) => `${words[word]}@${start}-${end}`);
}

describe('words are found', () => {
  it.each<[string, string, string[], string[]]>([
    ['as often as they are there', '阙里在阙里', ['阙里'], ['阙里@0-2', '阙里@3-5']],
    ['as the longest at a place', '游览阙里人家', ['阙里', '阙里人家', '人家'], ['阙里人家@2-6']],
    ['from left to right, none over another', '北京大学生', ['大学生', '北京大学'], ['北京大学@0-4']],
    ['by the shorter one, where the longer breaks off', '阙里人', ['阙里人家', '阙里'], ['阙里@0-2']],
    ['behind one that breaks off', '阙里人家', ['阙里人民', '里人家'], ['里人家@1-4']],
    ['beside each other', '曲阜阙里', ['曲阜', '阙里'], ['曲阜@0-2', '阙里@2-4']],
    [
      'whatever their case, width and punctuation',
      'ＤＯＣＫＥＲ, Compose!',
      ['docker compose'],
      ['docker compose@0-2'],
    ],
    ['across punctuation that the model put in', '阙里，人家', ['阙里人家'], ['阙里人家@0-4']],
    ['in both scripts at once', '用iPhone手机', ['iphone手机'], ['iphone手机@1-4']],
    ['next to Chinese characters', '用Docker部署', ['docker'], ['docker@1-2']],
    ['of two that are equal, as the first', 'a b', ['b', 'B'], ['b@1-2']],
    ['beyond the first plane', '在𠮷野家', ['𠮷野家'], ['𠮷野家@1-4']],
    ['when they overlap themselves, once', '哈哈哈', ['哈哈'], ['哈哈@0-2']],
  ])('%s', (_title, ...[text, words, expected]) => {
    expect(find(text, ...words)).toEqual(expected);
  });
});

describe('words are not found', () => {
  it.each([
    ['inside a longer word of letters', 'the party', 'art'],
    ['as the beginning of one', 'artist', 'art'],
    ['as a part of a number', '13号楼', '3号楼'],
    ['over a word between', 'docker the compose', 'docker compose'],
    ['when nothing is left of them', 'a . b', '.'],
    ['in a text of nothing', '', 'a'],
    ['as patterns', 'abc', 'a.c'],
    ['as names that objects have', 'nothing here', '__proto__'],
  ])('%s', (_title, text, word) => {
    expect(find(text, word)).toEqual([]);
  });
});

it('finds hostile words like any other', () => {
  expect(find('the constructor of __proto__ is toString', '__proto__', 'constructor', 'toString')).toEqual([
    'constructor@1-2',
    '__proto__@3-4',
    'toString@5-6',
  ]);
});

it('finds what looking at every word at every place finds', () => {
  const units = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 });
  const words = fc.array(fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 4 }), { maxLength: 6 });
  fc.assert(
    fc.property(units, words, (text, known) => {
      expect(createFinder(known)(text)).toEqual(slowly(text, known));
    }),
    { numRuns: 300 },
  );
});

function slowly(text: readonly string[], words: readonly (readonly string[])[]) {
  const found = [];
  for (let start = 0; start < text.length; ) {
    const fitting = words
      .map((units, word) => ({ units, word }))
      .filter(({ units }) => units.length > 0 && units.every((unit, at) => unit === text[start + at]))
      .sort((left, right) => right.units.length - left.units.length || left.word - right.word)[0];
    if (fitting !== undefined) found.push({ word: fitting.word, start, end: start + fitting.units.length });
    start += fitting?.units.length ?? 1;
  }
  return found;
}
