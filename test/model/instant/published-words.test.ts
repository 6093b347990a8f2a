import { describe, expect, it } from 'vitest';
import { publishedWords, unpublished } from '../../../src/model/instant/published-words.js';
import { instantWords, word } from '../../support/build.js';

describe('what a published file tells programs to send', () => {
  it.each([
    ['JSON', '{"consumers":{"a":{"model":"m","vocabulary":{"王小明":4,"O\\"Hara":5}}}}'],
    ['YAML', 'consumers:\n  "a":\n    "vocabulary":\n      "王小明": 4\n      "O\\"Hara": 5\n'],
    ['dotenv', `VOCAB_A_VOCABULARY='{"王小明":4,"O\\u0022Hara":5}'\n`],
    ['TypeScript', 'export const vocabularyIds = { "a": { "王小明": 4, ["O\\"Hara"]: 5 } } as const;\n'],
  ])('is read from %s', (_, text) => {
    expect(publishedWords(text)).toEqual(
      new Map([
        ['王小明', ['4']],
        ['O"Hara', ['5']],
      ]),
    );
  });
});

it('a character that YAML alone spells in eight digits is read as one', () => {
  expect([...publishedWords('"\\U0001f600 face": 4')]).toEqual([['\u{1F600} face', ['4']]]);
});

describe('a vocabulary waits to be published', () => {
  const instant = [instantWords({ hotwords: [word('alpha'), word('beta')], consumers: ['app'] })];
  const whole = '{"alpha":4,"beta":4}';

  it.each([
    ['while a file is not there', [whole, null]],
    ['while a word is missing in one', [whole, '{"alpha":4}']],
    ['while a word has another weight', ['{"alpha":4,"beta":5}']],
  ])('%s', (_, texts) => {
    expect([...unpublished(instant, texts)]).toEqual(['participants']);
  });

  it('only until each file has its words', () => {
    expect([...unpublished(instant, [whole, whole])]).toEqual([]);
  });

  it('never, where no consumer sends it', () => {
    expect([...unpublished([instantWords()], [null])]).toEqual([]);
  });
});

it('a word whose spelling nobody understands is taken as it is spelt', () => {
  expect([...publishedWords('"a\\q": 4')]).toEqual([['a\\q', ['4']]]);
});
