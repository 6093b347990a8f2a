import { describe, expect, it, vi } from 'vitest';
import { outputFormats } from '../../../src/model/config.js';
import { toldTo } from '../../../src/model/result/published.js';
import { renderIds } from '../../../src/report/ids/render-ids.js';
import { parsePublished } from '../../../src/workspace/published/parse-published.js';

const ids = {
  vocabularies: { medical: { 'fun-asr': { vocabulary_id: 'vocab-acmemed-1', status: 'OK' } } },
  consumers: {
    lobby: { model: 'qwen', vocabulary_id: null, vocabulary: { 王小明: 4, 'O"Hara': 5 } },
    'ward-7': { model: 'fun-asr', vocabulary_id: 'vocab-acmemed-1', vocabulary: null },
  },
};

const path = 'build/ids';

function parsed(text: string, format: (typeof outputFormats)[number]) {
  const file = parsePublished(text, { path, format });
  if (file.kind !== 'read') throw new Error(`${file.kind}: ${'why' in file ? file.why : ''}`);
  return {
    lobby: toldTo(file, 'lobby'),
    ward: toldTo(file, 'ward-7'),
    id: file.lists.get('medical')?.get('fun-asr'),
  };
}

const { lobby, 'ward-7': ward } = ids.consumers;

describe('what was published', () => {
  it.each(outputFormats)('is read back from %s', (format) => {
    const id = format === 'dotenv' ? undefined : 'vocab-acmemed-1';
    expect(parsed(renderIds(ids, format), format)).toEqual({ lobby, ward, id });
  });

  it.each([
    ['compact JSON', 'json', JSON.stringify(ids)],
    [
      'YAML in another style',
      'yaml',
      `---
# by hand
vocabularies: { medical: { fun-asr: { vocabulary_id: vocab-acmemed-1, status: OK } } }
consumers:
    lobby: { model: qwen, vocabulary_id: , vocabulary: { 王小明: 4, 'O"Hara': 5 } }
    ward-7: { model: fun-asr, vocabulary_id: vocab-acmemed-1 }
`,
    ],
    [
      'TypeScript that was formatted',
      'ts',
      `export const vocabularyIds = {
  vocabularies: {
    medical: { 'fun-asr': { vocabulary_id: 'vocab-acmemed-1', status: 'OK' } },
  },
  consumers: {
    lobby: { model: 'qwen', vocabulary_id: null, vocabulary: { 王小明: 4, 'O"Hara': 5 } },
    'ward-7': { model: 'fun-asr', vocabulary_id: 'vocab-acmemed-1', vocabulary: null },
  },
} as const;
`,
    ],
  ] as const)('is read from %s', (_, format, text) => {
    expect(parsed(text, format)).toEqual({ lobby, ward, id: 'vocab-acmemed-1' });
  });

  it('is read from variables that were quoted, exported and remarked on', () => {
    const text = `# by hand\r
export VOCAB_WARD_7_ID="vocab-acmemed-1" # the ward

VOCAB_WARD_7_MODEL='fun-asr'
VOCAB_LOBBY_ID=
VOCAB_LOBBY_MODEL=qwen
VOCAB_LOBBY_VOCABULARY='{"王小明":4,"O\\u0022Hara":5}'
OTHER=1
`;
    expect(parsed(text, 'dotenv')).toEqual({ lobby, ward, id: undefined });
  });

  it.each([
    [
      'a comment and a type',
      (text: string) =>
        `/* eslint-disable */\n// by vocabsync\n${text.replace('vocabularyIds', 'vocabularyIds: Ids')}`,
    ],
    ['what it satisfies', (text: string) => text.replace('as const', 'as const satisfies Ids')],
    ['a byte-order mark', (text: string) => `\ufeff${text}`],
  ])('is read from TypeScript with %s', (_, edit) => {
    expect(parsed(edit(renderIds(ids, 'ts')), 'ts')).toEqual({ lobby, ward, id: 'vocab-acmemed-1' });
  });

  it('is read from TypeScript in single quotes, escapes and all', () => {
    const words = { 'A<B': 4, "O'Hara": 5, 'say "x"': 3, __proto__x: 2 };
    const odd = { ...ids, consumers: { lobby: { ...lobby, vocabulary: words } } };
    const single = renderIds(odd, 'ts').replace(
      /"((?:[^"\\]|\\.)*)"/g,
      (_, inner: string) => `'${inner.replaceAll("'", "\\'").replaceAll('\\"', '"')}'`,
    );
    expect(single).toContain("'A\\u003cB': 4");
    expect(parsed(single, 'ts').lobby?.vocabulary).toEqual(words);
  });

  it('is read from a file of variables with others in it, and with spaces', () => {
    const text = `GREETING=hello world\nKEY='two\nlines'\nVOCAB_WARD_7_ID = vocab-acmemed-1\nVOCAB_WARD_7_MODEL= fun-asr\n`;
    expect(parsed(text, 'dotenv').ward).toEqual(ward);
  });

  it('has no list without an id', () => {
    const text = JSON.stringify({ ...ids, vocabularies: { medical: { 'fun-asr': {} } } });
    expect(parsed(text, 'json').id).toBeUndefined();
  });

  it('is no more than what was once written there', () => {
    const text = JSON.stringify({
      vocabularies: { medical: null },
      consumers: { lobby: { model: 1, vocabulary: { a: 4, b: 'c' } }, 'ward-7': 'x' },
    });
    expect(parsed(text, 'json')).toEqual({
      lobby: { model: null, vocabulary_id: null, vocabulary: { a: 4 } },
      ward: { model: null, vocabulary_id: null, vocabulary: null },
      id: undefined,
    });
    expect(parsed("VOCAB_LOBBY_VOCABULARY='{'\n", 'dotenv').lobby?.vocabulary).toBeNull();
  });

  it('has words that are called as a property of every object is', () => {
    const words = JSON.parse('{"__proto__":3,"constructor":4}') as Record<string, number>;
    const odd = { ...ids, consumers: { lobby: { ...lobby, vocabulary: words } } };
    for (const format of outputFormats)
      expect(JSON.stringify(parsed(renderIds(odd, format), format).lobby?.vocabulary)).toBe(
        JSON.stringify(words),
      );
  });
});

describe('a file that no program can read', () => {
  const conflict = (text: string) => `<<<<<<< HEAD\n${text}=======\n${text}>>>>>>> other\n`;

  it.each(outputFormats)('is one with a merge in it: %s', (format) => {
    expect(parsePublished(`\n${conflict(renderIds(ids, format))}`, { path, format })).toEqual({
      path,
      kind: 'unreadable',
      why: 'has the marks of a merge conflict in line 2',
    });
  });

  it.each([
    ['json', '', 'is not the JSON that programs read'],
    ['json', '{ not json', 'is not the JSON that programs read'],
    ['json', renderIds(ids, 'json').slice(0, -20), 'is not the JSON that programs read'],
    ['json', '[]', 'is not the JSON that programs read'],
    ['json', '{"consumers":{}}', 'is not the JSON that programs read'],
    ['json', '{"consumers":[],"vocabularies":{}}', 'is not the JSON that programs read'],
    ['yaml', 'consumers: [', 'is not the YAML that programs read'],
    ['yaml', '', 'is not the YAML that programs read'],
    ['ts', 'export const other = {} as const;\n', 'is not the TypeScript that programs read'],
    ['ts', 'export const vocabularyIds = { [} as const;\n', 'is not the TypeScript that programs read'],
    ['dotenv', "VOCAB_A_ID='x\n", 'is not the file of variables that programs read'],
  ] as const)('is %s such as %j', (format, text, why) => {
    expect(parsePublished(text, { path, format })).toEqual({ path, kind: 'unreadable', why });
  });
});

it('says nothing of what is odd about a file, other than in what it returns', () => {
  const warned = vi.spyOn(process, 'emitWarning');
  const text = renderIds(ids, 'yaml').replace('"ward-7":', '"ward-7": !!binary');
  expect(parsePublished(text, { path, format: 'yaml' }).kind).toMatch(/read|unreadable/);
  expect(parsePublished('a: &a {}\nconsumers: *a\nvocabularies: *a\n', { path, format: 'yaml' }).kind).toBe(
    'unreadable',
  );
  expect(warned).not.toHaveBeenCalled();
  warned.mockRestore();
});
