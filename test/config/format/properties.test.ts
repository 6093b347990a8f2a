import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatYaml } from '../../../src/config/format/format-yaml.js';
import { type LoadedConfig, loadConfig } from '../../../src/config/read/load.js';
import { parseWhole } from '../../../src/config/text/parse-whole.js';
import { createSource } from '../../../src/config/text/source.js';
import type { Tree } from '../../../src/config/text/tree.js';
import { unlocated } from '../../../src/model/diagnostic.js';
import { renderVocabulary } from '../../../src/model/yaml/render-vocabulary.js';
import { holds } from '../../properties/holds.js';
import { grapheme } from '../../support/any-text.js';
import { createFolder } from '../project.js';
import { anyConfiguration, awkwardTexts } from './any-yaml.js';

it('loads to the same configuration, keeps every comment, and is formatted already, whatever was written', async () => {
  await holds(anyConfiguration, async (files) => {
    const cwd = createFolder(files);
    const before = await loadConfig({ cwd });
    expect(before.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    for (const [file, text] of Object.entries(files)) {
      const formatted = format(text, false);
      expect(commentsIn(formatted)).toEqual(commentsIn(text));
      expect(format(formatted, false)).toBe(formatted);
      writeFileSync(join(cwd, file), formatted);
    }
    const after = await loadConfig({ cwd });
    expect(meaningOf(after)).toEqual(meaningOf(before));
    for (const file of Object.keys(files)) {
      const sorted = format(readFileSync(join(cwd, file), 'utf8'), true);
      expect(format(sorted, true)).toBe(sorted);
      expect(format(sorted, false)).toBe(sorted);
    }
  });
});

const fragments = [
  'hotwords:',
  'name: a',
  'include:',
  '- a',
  '- text: b',
  'weight: 5',
  '- - c',
  '-',
  '- # c1',
  '# c2',
  '',
  '   ',
  'x: |',
  'y: >-',
  'long text',
  '  more',
  'z: "q',
  'r"',
  '- {text: a,',
  'weight: 1}',
  '- [a,',
  'b: 1]',
  '[',
  ']',
  '{',
  '}',
  '- &a b',
  'k: &c',
  '- *a',
  '? k',
  ': v',
  'w: # c3',
  'owner: a # c4',
  '---',
  '...',
  '- |2',
  '- >+',
  "- 'it''s",
  "end'",
  '- a: b',
  'extra: {a: [1, {b: }]}',
  '- !t x',
  '%YAML 1.2',
  'hotwords: []',
  '\t',
  '- a\t# c5',
  '"k": 1',
  '- ""',
  'null',
  '- a #c6',
  '#c7',
  '- ? a',
  'prefix: b',
  '<<: *a',
  'description:',
  '- "a\\',
  ', # c8',
];
const anyText = fc
  .array(fc.tuple(fc.nat(4), fc.constantFrom(...fragments)), { maxLength: 14 })
  .map((lines) => lines.map(([indent, line]) => ' '.repeat(indent) + line).join('\n'));

it('formats whatever can be read, or leaves it alone', async () => {
  const known = { sort: false, otherwise: 'vocabulary' } as const;
  await holds(anyText, (text) => {
    const found: unknown[] = [];
    const source = createSource('a.yaml', text);
    const formatted = formatYaml(source, known, (each) => found.push(each));
    expect(formatted === null).toBe(found.length > 0);
    if (formatted === null) return;
    expect(formatYaml(createSource('a.yaml', formatted.text), known, () => {})?.text).toBe(formatted.text);
    const tree = parseWhole(source, () => {});
    const again = parseWhole(createSource('a.yaml', formatted.text), () => {});
    expect(shapeOf(again)).toEqual(shapeOf(tree));
  });
});

/** Lines of a text in a block, of which those that are nothing but white space are a part of it where they are long. */
const blockLine = fc.oneof(
  fc.constantFrom('a', 'b c  ', '  d', '# e', '- f').map((line) => `    ${line}`),
  fc.nat(7).map((length) => ' '.repeat(length)),
);
const blockNotes = fc.array(
  fc.record({
    text: fc.constantFrom('x', 'y', 'z'),
    header: fc.constantFrom('|', '>', '|-', '>-', '|+', '>2'),
    lines: fc.array(blockLine, { maxLength: 5 }),
    below: fc.constantFrom('', '\n', '# g\n'),
  }),
  { minLength: 1, maxLength: 3 },
);
const blocks = fc.tuple(blockNotes, fc.boolean()).map(([notes, isEnded]) => {
  const entries = notes.map(({ text, header, lines, below }) => {
    const note = `- text: ${text}\n  note: ${header}\n    first\n`;
    return `${note}${lines.map((line) => `${line}\n`).join('')}${below}`;
  });
  return isEnded ? entries.join('') : entries.join('').slice(0, -1);
});

it('writes texts of several lines as they are, and no blank line behind them that was none', async () => {
  for (const sort of [false, true]) {
    const known = { sort, otherwise: 'words' } as const;
    await holds(blocks, (text) => {
      const formatted = formatYaml(createSource('a.yaml', text), known, () => {});
      if (formatted === null) return;
      const again = formatYaml(createSource('a.yaml', formatted.text), known, () => {});
      expect(again?.text).toBe(formatted.text);
    });
  }
});

it('leaves alone what vocabsync writes itself', async () => {
  const optional = <T>(values: fc.Arbitrary<T>) => fc.option(values, { freq: 2 });
  const hotword = fc.record({
    text: fc.oneof(
      fc.constantFrom(...awkwardTexts),
      fc.string({ unit: grapheme, minLength: 1, maxLength: 9 }),
    ),
    weight: fc.integer({ min: 1, max: 5 }),
    lang: optional(fc.constantFrom('zh', 'no')),
    note: optional(fc.constantFrom(...awkwardTexts)),
    expires: optional(fc.constant('2027-03-31')),
    extra: optional(fc.dictionary(fc.constantFrom('a', 'n', 'b c', 'on'), fc.jsonValue({ maxDepth: 2 }))),
  });
  const several = fc.array(fc.constantFrom(...awkwardTexts), { minLength: 2, maxLength: 3 });
  const file = fc.record({
    hotwords: fc.array(hotword, { maxLength: 5 }),
    target_models: several,
    previous_prefixes: several,
    vocabulary_id: several,
    description: fc.constantFrom(...awkwardTexts),
    include: several,
  });
  await holds(file, (parts) => {
    const written = { name: 'a', prefix: 'b', owner: 'on', ...parts };
    const text = renderVocabulary(written, { schema: 'x.json', comment: 'one\ntwo' });
    expect(format(text, false)).toBe(text);
  });
});

/** Texts and structure, keys in any order. */
function shapeOf(tree: Tree | null): unknown {
  if (tree?.kind === 'list') return tree.items.map(shapeOf);
  if (tree?.kind === 'mapping')
    return Object.fromEntries(tree.pairs.map(({ key, value }) => [key, shapeOf(value)]));
  return tree?.text;
}

function format(text: string, sort: boolean): string {
  const found: unknown[] = [];
  const formatted = formatYaml(createSource('a.yaml', text), { sort, otherwise: null }, (each) =>
    found.push(each),
  );
  expect(found).toEqual([]);
  return formatted?.text ?? '';
}

function commentsIn(text: string): string[] {
  return [...text.matchAll(/# c\d+/g)].map(([comment]) => comment).toSorted();
}

function meaningOf({ config, diagnostics }: LoadedConfig): unknown {
  const plain = unlocated(config);
  const bare = JSON.stringify(plain, (key, value: unknown) =>
    key.includes('location') || key === 'directory' ? undefined : value,
  );
  return { config: JSON.parse(bare), rules: diagnostics.map(({ rule }) => rule).toSorted() };
}
