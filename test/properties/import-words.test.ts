import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseText } from '../../src/config/words/normalise-text.js';
import { pairingKey } from '../../src/model/hotword.js';
import { openShelf } from '../support/import-words.js';
import { holds } from './holds.js';

/* A list that somebody exports comes into a vocabulary as exactly what it is, whatever its words look like. */

/** What some reader of YAML, of tables or of lists takes for something else. */
const awkward = [
  '是',
  'on',
  'null',
  '1e3',
  '- dash',
  'a: b',
  "it's #1",
  '"quoted"',
  '👩‍⚕️'.slice(0, 2),
  'trailing:',
  '007',
  '0x1f',
  '~',
  'text',
  'weight',
  '热词',
  'text,weight',
  'text;weight',
  'sep=;',
  '#REF!',
  '#N/A',
  '=1+1',
  '@x',
  '-5',
  '4,0',
  '1. one',
  'iPhone 15',
  'a|8',
  'b :1.5',
  'c^2',
  '医院 580436 n',
  'Inc.',
  "'",
  '""',
  ',',
  ';',
  '{',
  '[',
  'a\\b',
  '2026-01-01',
  '１２',
];

const letters = 'a b Z 0 1 9 , ; | : " \' # ^ = + - @ . ~ { } [ ] \\ / 是 热 é ß 👍 한 ア'
  .split(' ')
  .concat(' ');
const anyText = fc
  .oneof(fc.constantFrom(...awkward), fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 12 }))
  .map((text) => normaliseText(typeof text === 'string' ? text : text.join('')))
  .filter((text) => text !== '' && text.split(' ').length <= 7);

const anyWord = fc.record({
  text: anyText,
  weight: fc.constantFrom(1, 2, 3, 4, 5),
  lang: fc.constantFrom(null, 'zh', 'en', 'ja', 'yue', 'ko', 'de', 'fr', 'ru'),
  note: fc.constantFrom(null, null, 'asked for, by "ward" 3'),
  expires: fc.constantFrom(null, null, '2099-12-31'),
});
type Word = ReturnType<typeof anyWord.generate>['value'];

const anyList = fc.uniqueArray(anyWord, {
  minLength: 1,
  maxLength: 20,
  selector: (word) => pairingKey({ ...word, extra: null }),
});

const files: readonly (readonly [file: string, write: (words: readonly Word[]) => string])[] = [
  ['list.csv', asCsv],
  ['list.json', (words) => JSON.stringify(words)],
  ['list.yaml', (words) => words.map((word) => `- ${JSON.stringify(word)}\n`).join('')],
];

function asCsv(words: readonly Word[]): string {
  const cell = (value: string | number | null) => `"${String(value ?? '').replaceAll('"', '""')}"`;
  const rows = words.map(({ text, weight, lang, note, expires }) => [text, weight, lang, note, expires]);
  return [['text', 'weight', 'lang', 'note', 'expires'], ...rows]
    .map((row) => `${row.map(cell).join(',')}\r\n`)
    .join('');
}

const configuration =
  'version: 1\naccount: { region: beijing }\ndefaults: { target_model: paraformer-v2 }\nvocabularies: []\n';

describe('importing a list', () => {
  it.each(files)('of %s gives exactly its words, and once more nothing', async (file, write) => {
    await holds(anyList, async (drawn) => {
      // In a table these are formulas that have failed.
      const words = drawn.filter(({ text }) => file !== 'list.csv' || !/^#(?:REF!|N\/A)$/.test(text));
      if (words.length === 0) return;
      const shelf = await openShelf({ 'vocab.config.yaml': configuration, [file]: write(words) });
      const first = await shelf.importWords(file, { vocabulary: 'drawn' });
      expect([first.code, first.stderr]).toEqual([0, '']);
      const held = await shelf.entries('drawn');
      expect(
        held.map(({ text, weight, lang, note, expires }) => ({ text, weight, lang, note, expires })),
      ).toEqual(words);
      const again = await shelf.importWords(file, { vocabulary: 'drawn' });
      expect(again.stdout).toContain('Import: 1 file unchanged');
    });
  });
});
