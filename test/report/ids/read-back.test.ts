import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SentWords } from '../../../src/model/instant/sent-words.js';
import { renderIds } from '../../../src/report/ids/render-ids.js';
import { hostileTexts } from '../../hostile/hostile-texts.js';
import { temporaryFolder, writeInto } from '../../support/world.js';
import { type Reader, readers } from './readers.js';

/* More than a configuration may hold: whatever a word is, a program gets that word. */

const texts: readonly string[] = [
  // Half a character is no text in most languages.
  ...hostileTexts.filter((text) => !/\p{Cs}/u.test(text)),
  "'",
  '"',
  '`',
  "it's",
  'say "so"',
  '$HOME',
  '${HOME}',
  '$(echo pwned)',
  '`echo pwned`',
  '\\',
  'C:\\new\\',
  "\\'",
  '\\u0041',
  '\\ud83d\\ude00',
  '# no comment',
  'C# # F#',
  'a=b',
  '=',
  '%HOME%',
  '!important',
  'two\nlines',
  'two\r\nlines',
  'a\ttab',
  '</script>',
  '<!--',
  ']]>',
  '__proto__',
  'constructor',
  'toString',
  '120',
  '2',
  '-1',
  '1e3',
  'null',
  'true',
  'on',
  '~',
  '? key',
  '- item',
  ': colon',
  '{"a": 1}',
  '*alias',
  '&anchor',
  '😀',
  '👩‍👩‍👧',
  '🏴󠁧󠁢󠁳󠁣󠁴󠁿',
  '王小明',
  '心房颤动',
  'Nguyễn',
  'line\u2028separator\u2029',
  '\ufffe\uffff',
  'x'.repeat(1022),
  'x'.repeat(1023),
  '中'.repeat(1023),
  'long'.repeat(5000),
];

const weights = Object.fromEntries(texts.map((text, index) => [text, (index % 5) + 1]));

function published(vocabulary: SentWords | null, vocabulary_id: string | null) {
  const consumer = { model: 'qwen-audio-3.1-asr-flash', vocabulary_id, vocabulary };
  return { vocabularies: {}, consumers: { before: consumer, 'ward-7': consumer, z: consumer } };
}

async function readBack({ format, read }: Reader, ids: ReturnType<typeof published>) {
  const folder = await temporaryFolder();
  await writeInto(folder, `ids.${format}`, renderIds(ids, format));
  return read(join(folder, `ids.${format}`));
}

describe.each(readers)('$name, from $format,', (reader) => {
  const { isThere } = reader;

  it.skipIf(!isThere)('gives exactly the words, whatever they are', async () => {
    const { model, vocabulary_id, vocabulary } = await readBack(reader, published(weights, 'vocab-a-1'));
    expect({ model, vocabulary_id }).toEqual({
      model: 'qwen-audio-3.1-asr-flash',
      vocabulary_id: 'vocab-a-1',
    });
    const read = new Map(Object.entries(JSON.parse(vocabulary ?? '{}')));
    expect(read).toEqual(new Map(Object.entries(weights)));
  });

  it.skipIf(!isThere)('gives nothing where there is no list, or where no words are sent', async () => {
    expect(await readBack(reader, published({ 王小明: 5 }, null))).toEqual({
      model: 'qwen-audio-3.1-asr-flash',
      vocabulary_id: null,
      vocabulary: '{"王小明":5}',
    });
    expect((await readBack(reader, published(null, 'vocab-a-1'))).vocabulary).toBeNull();
  });
});

it.each(['json', 'yaml', 'dotenv', 'ts'] as const)(
  'a published file of %s gives no orders to a terminal, a runner or a page',
  (format) => {
    const text = renderIds(published(weights, 'vocab-a-1'), format);
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]|##\[/);
  },
);

it('a module can stand in a page, inside a script', () => {
  expect(renderIds(published(weights, 'vocab-a-1'), 'ts')).not.toContain('<');
});

it('a file of variables has three lines a consumer, and words in one text', () => {
  const words = { 王小明: 5, 'O\'Hara "x" $1 #2 `y` \\': 4 };
  expect(renderIds(published(words, null), 'dotenv').split('\n')[1]).toBe(
    String.raw`VOCAB_BEFORE_VOCABULARY='{"王小明":5,"O\u0027Hara \u0022x\u0022 \u00241 \u00232 \u0060y\u0060 \u005c":4}'`,
  );
});
