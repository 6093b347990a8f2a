import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { SeedList } from '../../src/emulator/emulator.js';
import { openRepository } from '../cli/repository.js';
import { binary, grapheme } from '../support/any-text.js';
import { idOf } from '../support/build.js';
import { holds } from './holds.js';

/* Through the command line: what the account holds, what a file says of it, and what a plan makes of that file. */

const awkward = [
  '是',
  'on',
  'Off',
  'y',
  'null',
  '~',
  '1e3',
  '0x1f',
  '007',
  '1_000',
  '.5',
  '12:30',
  '2026-01-01',
  '- dash',
  '-',
  'a: b',
  'trailing:',
  ': x',
  "it's #1",
  '#1',
  'a #b',
  '"quoted"',
  "'single'",
  'back\\slash',
  '😀 emoji',
  '👩‍⚕️',
  'é',
  '{ a }',
  '[b]',
  '*star',
  '&and',
  '!bang',
  '%20',
  '@at',
  '`tick`',
  '|',
  '> x',
  '? x',
  '---',
  '...',
  'a, b',
  '<<',
  '=',
  '\u00a9',
  'ﷺ',
  'true',
  'No',
];

const anyText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...awkward) },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 6, unit: 'grapheme-ascii' }) },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 4, unit: grapheme }) },
);

/** What the rules of texts refuse is another matter: see test/cli/import. */
const isHeld = (text: string): boolean =>
  text.trim() !== '' &&
  text ===
    text
      .normalize('NFC')
      .replace(/[\p{Zs}\t\n\r]+/gu, ' ')
      .trim() &&
  [...text].length <= 15 &&
  !/[\p{Cc}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/u.test(
    text,
  );

const anyEntry = fc.record(
  {
    text: anyText.filter(isHeld),
    weight: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constantFrom(50, 0, 10, 51, 1000)),
    lang: fc.constantFrom('zh', 'en', 'ja', 'yue', 'ko', 'de', 'fr', 'ru', 'on', 'no', '', null, 'xx'),
    translation: fc.oneof(
      anyText,
      fc.integer(),
      fc.boolean(),
      fc.constant({ deep: [1, 'two', null, { on: '~' }] }),
    ),
  },
  { requiredKeys: ['text', 'weight'] },
);

const anyList = fc.record({
  prefix: fc.constantFrom('acmea', 'acmeb', 'on', '1e3', '0x1f', '007', 'null'),
  target_model: fc.constantFrom(
    'fun-asr',
    'fun-asr-realtime',
    'paraformer-v2',
    'qwen-audio-3.1-asr-flash',
    'fun-asr-2027-01-01',
    'somebody/else:7b',
  ),
  vocabulary: fc.uniqueArray(anyEntry, {
    minLength: 1,
    maxLength: 8,
    // One text with two weights is refused, whatever the lang is.
    selector: ({ text }) => text,
  }),
});

const anyAccount = fc.record({
  lists: fc.uniqueArray(anyList, {
    minLength: 1,
    maxLength: 6,
    selector: ({ prefix, target_model }) => `${prefix}@${target_model}`,
  }),
  begun: fc.constantFrom(
    null,
    'version: 1\naccount: { region: beijing }\nvocabularies: []\n',
    'version: 1\naccount:\n  region: singapore\ndefaults: { weight: 2 }\nvocabularies:\n  - vocabularies/*.yaml\n',
  ),
});

/** Whatever a server may say, and nobody has checked. */
const wildEntry = fc.record(
  {
    text: fc.oneof(
      anyText,
      fc.string({ maxLength: 20, unit: binary }),
      fc.constantFrom(
        '',
        ' ',
        ' a  b ',
        'a\nb',
        '\u0000',
        '\u202e',
        '\ud800',
        '一二三四五六七八九十一二三四五六',
      ),
    ),
    weight: fc.oneof(fc.integer({ min: -5, max: 60 }), fc.constantFrom(2.5, 1e9, -0.5)),
    lang: fc.oneof(fc.constantFrom('zh', ' en ', null), fc.string({ maxLength: 5, unit: binary })),
    more: fc.jsonValue({ maxDepth: 2 }),
  },
  { requiredKeys: ['text', 'weight'] },
);

const wildList = fc.record({
  prefix: fc.constantFrom('acmea', 'acmeb', 'on', 'muchlongerthanten'),
  target_model: fc.oneof(
    fc.constantFrom('fun-asr', 'fun-asr-realtime', 'fun-asr-2027-01-01'),
    fc.string({ minLength: 1, maxLength: 6, unit: binary }),
  ),
  vocabulary: fc.array(wildEntry, { maxLength: 5 }),
});

/** Text and weight of every word in any file of the folder. */
async function wordsIn(directory: string): Promise<Set<string>> {
  const items = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = items.filter((item) => item.isFile() && !item.parentPath.includes('.vocabsync'));
  const found = new Set<string>();
  for (const { parentPath, name } of files) {
    const { hotwords = [] } = parse(await readFile(join(parentPath, name), 'utf8')) as {
      hotwords?: (string | { text: string; weight?: number })[];
    };
    for (const word of hotwords) {
      const { text, weight = 4 } = typeof word === 'string' ? { text: word } : word;
      found.add(JSON.stringify([text, weight]));
    }
  }
  return found;
}

describe('an import of an account', () => {
  it('is followed by a plan that does nothing, whatever the words, langs, weights, fields and models', () =>
    holds(anyAccount, async ({ lists, begun }) => {
      const repository = await openRepository(begun === null ? {} : { 'vocab.config.yaml': begun });
      await repository.emulator.seed(
        lists.map((list, index): SeedList => ({ ...list, vocabulary_id: idOf(list.prefix, index + 1) })),
      );
      const imported = await repository.vocabsync('import --all --format json');
      expect(imported.code).toBe(0);
      expect(imported.stdout).not.toContain('set-aside');
      const { code, stdout } = await repository.vocabsync('plan --detailed-exitcode --format json');
      expect([code, stdout]).toEqual([0, expect.stringContaining(`"no_op": ${lists.length}`)]);
      expect(repository.writes()).toEqual([]);
    }));

  it('loses no word and leaves a configuration that can be planned, whatever the account holds', () =>
    holds(fc.array(wildList, { maxLength: 6 }), async (lists) => {
      const repository = await openRepository({});
      await repository.emulator.seed(
        lists.map((list, index): SeedList => ({ ...list, vocabulary_id: idOf(list.prefix, index + 1) })),
      );
      const before = await repository.vocabsync('import --all --format json');
      expect([before.code, before.stderr]).toEqual([0, '']);
      const words = await wordsIn(repository.directory);
      const held = lists.flatMap(({ vocabulary }) => vocabulary);
      const missing = held.filter(({ text, weight }) => !words.has(JSON.stringify([text, weight])));
      expect(missing).toEqual([]);
      const isBegun = before.stdout.includes('"path": "vocab.config.yaml"');
      const { code } = await repository.vocabsync('plan');
      // Duplicates and rivals are kept, and what a vocabulary cannot spell is an update: neither blocks.
      expect(code).toBe(isBegun ? 0 : 3);
      const again = await repository.vocabsync('import --all --format json');
      expect([again.code, again.stdout]).toEqual([
        0,
        expect.not.stringMatching(/"action": "(?:create|change)"/),
      ]);
      expect(repository.writes()).toEqual([]);
    }));
});
