import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align } from '../../../src/evaluate/text/align.js';
import { tokenise } from '../../../src/evaluate/text/tokens.js';
import { createFinder } from '../../../src/evaluate/words/find-words.js';
import { hearWords, ownersOf } from '../../../src/evaluate/words/hear-words.js';

/** What became of the words said, and of those recognised. */
function hear(reference: string, result: string, words: readonly string[]) {
  const find = createFinder(words.map((word) => tokenise(word).units));
  const [said, heard] = [tokenise(reference).units, tokenise(result).units];
  const trial = hearWords(find(said), find(heard), { alignment: align(said, heard) });
  return {
    said: trial.said.map(({ word }, index) => `${words[word]} ${trial.heard[index] ? 'heard' : 'missed'}`),
    found: trial.found.map(({ word, kind }) => `${words[word]} ${kind}`),
  };
}

describe('a word of a result', () => {
  it('is heard where it was said', () => {
    expect(hear('游览阙里人家', '游览，阙里人家', ['阙里人家'])).toEqual({
      said: ['阙里人家 heard'],
      found: ['阙里人家 heard'],
    });
  });

  it('is missed where another was recognised', () => {
    expect(hear('游览阙里人家', '游览缺里人家', ['阙里人家'])).toEqual({
      said: ['阙里人家 missed'],
      found: [],
    });
  });

  it('is false where nobody said it', () => {
    expect(hear('游览缺里人家', '游览阙里人家', ['阙里人家'])).toEqual({
      said: [],
      found: ['阙里人家 intruded'],
    });
  });

  it('is missed there and false here, where it was recognised at another place', () => {
    expect(hear('阙里人家在山东省的曲阜', '在山东省的曲阜阙里人家', ['阙里人家'])).toEqual({
      said: ['阙里人家 missed'],
      found: ['阙里人家 intruded'],
    });
  });

  it('is heard once where it was said once and recognised twice', () => {
    expect(hear('去阙里吧', '去阙里阙里吧', ['阙里'])).toEqual({
      said: ['阙里 heard'],
      found: ['阙里 heard', '阙里 intruded'],
    });
  });

  it('is heard once where it was said twice and recognised once', () => {
    const { said, found } = hear('去阙里再去阙里', '去阙里再去缺里', ['阙里']);
    expect([said, found]).toEqual([['阙里 heard', '阙里 missed'], ['阙里 heard']]);
  });

  it('is another word than one that it is a part of', () => {
    expect(hear('the party is art', 'the art is party', ['art'])).toEqual({
      said: ['art missed'],
      found: ['art intruded'],
    });
  });

  it('is neither heard nor false where it is right, inside a longer word that was said', () => {
    expect(hear('游览阙里人家', '游览阙里仁家', ['阙里', '阙里人家'])).toEqual({
      said: ['阙里人家 missed'],
      found: ['阙里 inside'],
    });
  });

  it('is false where only a part of it was said', () => {
    expect(hear('游览阙里', '游览阙里人家', ['阙里', '阙里人家'])).toEqual({
      said: ['阙里 missed'],
      found: ['阙里人家 intruded'],
    });
  });

  it('is false where its units were said apart from each other', () => {
    expect(hear('阙的里', '阙里', ['阙里'])).toEqual({ said: [], found: ['阙里 intruded'] });
  });

  it('is right where it overlaps a word that was said', () => {
    expect(hear('他是北京大学生', '他是背景大学生', ['北京大学', '大学生'])).toEqual({
      said: ['北京大学 missed'],
      found: ['大学生 inside'],
    });
  });

  it('is told from another word that was said at the same place', () => {
    expect(hear('call alpha now', 'call beta now', ['alpha', 'beta'])).toEqual({
      said: ['alpha missed'],
      found: ['beta intruded'],
    });
  });
});

it('says to which occurrence each unit belongs', () => {
  expect([
    ...ownersOf(
      [
        { word: 5, start: 1, end: 3 },
        { word: 5, start: 3, end: 4 },
      ],
      5,
    ),
  ]).toEqual([-1, 0, 0, 1, -1]);
});

const anyUnits = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 15 });
const anyWords = fc.array(fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 }), {
  maxLength: 5,
});

it('hears exactly what was said, where a result is its reference', () => {
  fc.assert(
    fc.property(anyUnits, anyWords, (units, words) => {
      const said = createFinder(words)(units);
      const { heard, found } = hearWords(said, said, { alignment: align(units, units) });
      expect(heard.every(Boolean) && found.every(({ kind }) => kind === 'heard')).toBe(true);
    }),
  );
});

it('hears each occurrence at most once, and never a word that was not said', () => {
  fc.assert(
    fc.property(anyUnits, anyUnits, anyWords, (reference, result, words) => {
      const find = createFinder(words);
      const trial = hearWords(find(reference), find(result), { alignment: align(reference, result) });
      const heardWords = trial.said.filter((_, index) => trial.heard[index]).map(({ word }) => `${word}`);
      const taken = trial.found.filter(({ kind }) => kind === 'heard').map(({ word }) => `${word}`);
      expect(taken.sort()).toEqual(heardWords.sort());
    }),
  );
});
