import { expect, it } from 'vitest';
import { give } from '../../src/hear/given.js';
import type { InstantVocabulary } from '../../src/model/config.js';
import { observedList, word } from '../support/build.js';

const at = (line: number) => ({ file: 'v.yaml', line, column: 1 });

function vocabulary(name: string, weight: number, line: number): InstantVocabulary {
  const entry = { ...word('alpha', { weight }), note: null, expires: null, location: at(line) };
  return {
    name,
    delivery: 'instant',
    target_models: [],
    previous_prefixes: [],
    owner: null,
    entries: [entry],
    location: at(1),
  };
}

it('finds a word where it has the weight that was given, else where it is first, else nowhere', () => {
  const vocabularies = [vocabulary('one', 4, 2), vocabulary('two', 5, 3)];
  const placeOf = (weight: number) => {
    const list = { ...observedList({ hotwords: [word('alpha', { weight })] }), settled: true };
    const { words } = give({ list, absent: [], instant: null, vocabularies });
    return words.map(({ vocabulary: name, written, location }) => [name, written, location?.line]);
  };
  expect(placeOf(4)).toEqual([['one', 4, 2]]);
  expect(placeOf(5)).toEqual([['two', 5, 3]]);
  expect(placeOf(3)).toEqual([['one', 4, 2]]);
  const gone = give({ list: null, absent: [word('gone')], instant: null, vocabularies }).words;
  expect(gone).toEqual([{ text: 'gone', weight: 4, lang: null, vocabulary: null, location: null }]);
});
