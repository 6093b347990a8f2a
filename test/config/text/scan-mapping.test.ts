import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseWhole } from '../../../src/config/text/parse-whole.js';
import { parseYaml } from '../../../src/config/text/parse-yaml.js';
import { scanMapping } from '../../../src/config/text/scan-mapping.js';
import { createSource } from '../../../src/config/text/source.js';
import type { MappingTree } from '../../../src/config/text/tree.js';
import type { Diagnostic } from '../../../src/model/diagnostic.js';
import { oneIn, runs } from '../../support/sample.js';

function slowly(text: string) {
  const found: Diagnostic[] = [];
  const tree = parseWhole(createSource('x', text), (one) => found.push(one));
  return { tree, found };
}

/** What the parser makes of a text that was read; of another there is nothing to compare. */
function asRead(text: string, quick: MappingTree | null) {
  return quick === null ? { tree: null, found: [] } : slowly(text);
}

const usual = `# yaml-language-server: $schema=x
version: 1
account: { name: bench, region: singapore, list_quota: 10 } # ours
defaults:
  target_model: fun-asr-realtime

vocabularies: [vocabularies/*.yaml, 'more/*.yaml']
consumers:
  - name: call-centre
    vocabularies: [a, b]
    model: "fun-asr-realtime"
  # the other
  - { name: app, vocabulary: a, model: m }
models: { fun-asr-realtime: { family: fun-asr, max_hotwords: 1000000 } }
removed: []
rules:
    near-duplicate: off
`;

test('reads a usual configuration as the parser does', () => {
  expect(scanMapping(usual)).toEqual(slowly(usual).tree);
  expect(scanMapping(usual)).not.toBeNull();
});

test('gives up where a word stands that cannot be read', () => {
  for (const at of oneIn(
    3,
    Array.from(usual, (_, index) => index),
  )) {
    for (const sign of ['', ' ', '\n', '#', ':', '- ', '"', '[', '}', ',', '&a ', '\t', '\n  ']) {
      const text = usual.slice(0, at) + sign + usual.slice(at + (sign === '' ? 1 : 0));
      const quick = scanMapping(text);
      expect({ text, ...asRead(text, quick) }).toEqual({ text, tree: quick, found: [] });
    }
  }
}, 120_000);

const key = fc.constantFrom(
  'a',
  'b',
  'name',
  'null',
  'true',
  'y',
  '__proto__',
  'a.b',
  'a-b',
  '1',
  '<<',
  '"q"',
  '? a',
  'a b',
);
const word = fc.constantFrom(
  'x',
  '1',
  'null',
  '~',
  'a:b',
  'a#b',
  'http://x',
  "it's",
  '"q"',
  "'s'",
  '"q" #c',
  '""',
  'x # c',
  'x #',
  '#c',
  '"a #b"',
  '[]',
  '{}',
  '[x]',
  '[x, y]',
  '[x,y]',
  '[ x ]',
  '[x,]',
  '[a: b]',
  '[[x], {}]',
  '{ a: x }',
  '{a: x, b: [y]}',
  '{a: x, a: y}',
  '{a}',
  '{a:}',
  '{ a:x }',
  '[x] # c',
  '[x #c]',
  '{ a: x }y',
  '[x',
  '&a x',
  '*a',
  '!t x',
  '|',
  '>',
  '>-',
  '- x',
  '? x',
  '',
  'a: b',
  'x ',
  '-',
  '-1',
  '---',
  '...',
  '%x',
  '@x',
  '产品',
  'a]',
  'a, b',
  '\tx',
  "'it''s'",
  '"a\\n"',
  '[ "x" , y ]',
);
type Lines = readonly string[];
const indented = (by: string) => (line: string) => (line === '' ? line : by + line);
const between = fc.constantFrom<Lines>([], [], [], [], [''], ['# c'], ['  # c']);

/** Blocks of keys and dashes, more or less as they should be. */
const { block } = fc.letrec<{ block: Lines; mapping: Lines; list: Lines }>((tie) => ({
  block: fc.oneof({ depthSize: 'small' }, tie('mapping'), tie('list')),
  mapping: fc
    .array(
      fc.tuple(
        key,
        between,
        fc.oneof(
          { depthSize: 'small' },
          fc
            .tuple(fc.constantFrom(': ', ': ', ': ', ':', ':  ', ' : '), word)
            .map(([colon, one]) => [colon + one]),
          fc
            .tuple(fc.constantFrom('  ', '  ', '  ', '    ', ' ', ''), tie('block'))
            .map(([by, lines]) => [':', ...lines.map(indented(by))]),
        ),
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((pairs) =>
      pairs.flatMap(([name, before, [first = '', ...rest]]) => [...before, name + first, ...rest]),
    ),
  list: fc
    .array(
      fc.oneof(
        word.map((one) => [one]),
        tie('block'),
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((items) => items.flatMap(([first = '', ...rest]) => [`- ${first}`, ...rest.map(indented('  '))])),
}));
const document = fc
  .tuple(block, fc.constantFrom('\n', '\n', ''))
  .map(([lines, end]) => lines.join('\n') + end);

test('reads whatever it reads as the parser does', () => {
  let read = 0;
  fc.assert(
    fc.property(document, (text) => {
      const quick = scanMapping(text);
      if (quick !== null) read++;
      expect(asRead(text, quick)).toEqual({ tree: quick, found: [] });
    }),
    { numRuns: runs(40_000) },
  );
  expect(read).toBeGreaterThan(runs(300));
});

test('is asked first', async () => {
  const text = 'name: a\nprefix: b\ninclude: [words.csv]\n';
  expect(await parseYaml(createSource('x', text), () => {})).toEqual(scanMapping(text));
});
