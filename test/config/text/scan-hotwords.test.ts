import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseWhole } from '../../../src/config/text/parse-whole.js';
import { parseYaml } from '../../../src/config/text/parse-yaml.js';
import { scanHotwords } from '../../../src/config/text/scan-hotwords.js';
import { createSource } from '../../../src/config/text/source.js';
import type { Diagnostic } from '../../../src/model/diagnostic.js';
import { runs } from '../../support/sample.js';

const plainWords = [
  'EGFR抑制剂',
  'Exothermic reaction',
  "it's",
  'a:b',
  'http://x',
  'a#b',
  '5',
  'on',
  'null',
  'x-ray',
  'C++',
];
const trickyWords = [
  '"q"',
  "'s'",
  '[a]',
  '{a: b}',
  '&a b',
  '*a',
  '!t x',
  '| x',
  '> x',
  '@x',
  '`x',
  '%x',
  '? x',
  ': x',
  '- x',
  ', x',
  '#x',
  '',
  'a: b',
  'a :b',
  'a #b',
  'a:',
  'a ',
  ' a',
  '\ta',
  'a\tb',
  '---',
  '...',
  '-',
  '-1',
  '~',
  'text: x',
  'weight: 3',
  'a\rb',
  'a\u0085b',
  'a\u2028b',
  'a]',
  'a}',
  'a, b',
  '\ufeffa',
  '"a',
  "'a",
  'a"',
  'text:',
];
const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...plainWords) },
  fc.constantFrom(...trickyWords),
);
const plainWord = fc.constantFrom(...plainWords);

/** Lines that mostly make a block, and now and then anything else. */
const entry = fc.oneof(
  { weight: 8, arbitrary: plainWord.map((text) => [`- ${text}`]) },
  {
    weight: 4,
    arbitrary: fc.tuple(plainWord, plainWord).map(([a, b]) => [`- text: ${a}`, `  weight: ${b}`]),
  },
  { weight: 2, arbitrary: plainWord.map((a) => [`- lang: ${a}`, '  text: x', '  weight: 3']) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(plainWord, plainWord, plainWord)
      .map(([a, b, c]) => [`- text: ${a}`, `  note: ${b}`, `  expires: ${c}`]),
  },
  { weight: 1, arbitrary: word.map((text) => ['- text: x', `  note: ${text}`, '  expires: 2027-03-31']) },
  { weight: 1, arbitrary: word.map((text) => [`- note: ${text}`, '  expires: x', `  expires: ${text}`]) },
  { weight: 2, arbitrary: word.map((text) => [`- ${text}`]) },
  {
    weight: 4,
    arbitrary: fc.tuple(plainWord, plainWord).map(([a, b]) => [`- { text: ${a}, weight: ${b} }`]),
  },
  { weight: 1, arbitrary: fc.tuple(word, word).map(([a, b]) => [`- {text: ${a}, lang: ${b}}`]) },
  { weight: 1, arbitrary: word.map((a) => [`- { ${a}: ${a}, note : ${a} , }`]) },
  { weight: 2, arbitrary: fc.tuple(word, word).map(([a, b]) => [`- text: ${a}`, `  weight: ${b}`]) },
);
const noise = fc.constantFrom(
  '',
  '# comment',
  '  # comment',
  '      # deep comment',
  ' ',
  '\t',
  '---',
  '...',
  '  more',
  '    deeper',
  'text: x',
  '  weight: 3',
  '  text: y',
  '-',
  '- ',
  '-a',
  '  - nested',
  '- - a',
  'include: [a.txt]',
  'hotwords:',
  '%YAML 1.2',
  '"',
  "'",
  ']',
  '}',
  '  lang: zh # c',
);
const lines = fc
  .array(fc.oneof({ weight: 12, arbitrary: entry }, { weight: 1, arbitrary: noise.map((line) => [line]) }), {
    maxLength: 8,
  })
  .map((groups) => groups.flat());

const head = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('name: a\nprefix: b\n', '', '# c\n\nname: x\n') },
  fc.constantFrom(
    'hotwords: [] # x\n',
    'd: "\n',
    "d: '\n",
    'd: |\n',
    'd: [\n',
    '{\n',
    'd: &a\n',
    '---\n',
    'a: 1\n...\n',
    '- x\n',
    'hotwords:\n',
    '\ufeff',
  ),
);
const tail = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('', '\n', '\ninclude:\n  - a.txt\n', '\n# end\n') },
  fc.constantFrom(
    '\n"\n',
    '\n]\n',
    '\nhotwords: []\n',
    '\n...\n',
    '\n---\n',
    '\n  x\n',
    '\n\t\n',
    ' ',
    '\r\n',
    '\nx\n',
    '\n? a\n',
    '"',
  ),
);
const header = fc.constantFrom(
  'hotwords:\n',
  'hotwords:\n',
  'hotwords:\n',
  'hotwords:  \n',
  'hotwords: # c\n',
  '',
  'hotwords: &a\n',
);
/** Between brackets, mostly as people write it. */
const flowItem = fc.oneof(
  { weight: 8, arbitrary: plainWord },
  { weight: 3, arbitrary: fc.tuple(plainWord, plainWord).map(([a, b]) => `{ text: ${a}, weight: ${b} }`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('"q r"', "'s'", '"a]"', "'it''s'", '{ text: "x, y" }', "{text: 'b'}"),
  },
  { weight: 1, arbitrary: word },
  {
    weight: 1,
    arbitrary: fc.constantFrom('a: b', '{ text: a }b', '"a"b', '"a": b', '[a]', '{}', '{ a }', 'a?', 'a:'),
  },
);
const comma = fc.oneof(
  { weight: 10, arbitrary: fc.constantFrom(', ', ',', ' , ', ',\n  ', ',\n    ') },
  fc.constantFrom(',\n', '\n  , ', ',\n\n  ', ', # c\n  ', ',,', ' ', '\n  ', ',\n - ', ',\n# c\n  '),
);
const brackets = fc
  .record({
    items: fc.array(fc.tuple(flowItem, comma), { maxLength: 6 }),
    open: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('[', '[ ', '[\n  ') },
      fc.constantFrom('[\n', '[,', '&a ['),
    ),
    close: fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(']', ' ]', '\n  ]', ']  ') },
      fc.constantFrom('\n]', ',]', ', ]', '] # c', ']]', '] x', '', '}', ']\n  x'),
    ),
  })
  .map(({ items, open, close }) => {
    const inside = items.map(([item, sign], index) => (index < items.length - 1 ? item + sign : item));
    return `hotwords: ${open}${inside.join('')}${close}`;
  });
const flowDocument = fc
  .record({ head, brackets, tail })
  .map((parts) => parts.head + parts.brackets + parts.tail);

const document = fc
  .record({ head, header, indent: fc.constantFrom('', '  ', '  ', '    '), lines, tail })
  .map((parts) => {
    const block = parts.lines.map((line) => (line === '' ? '' : parts.indent + line));
    return parts.head + parts.header + block.join('\n') + parts.tail;
  });

async function read(parse: typeof parseYaml | typeof parseWhole, text: string): Promise<unknown> {
  const findings: Diagnostic[] = [];
  const tree = await parse(createSource('v.yaml', text), (finding) => findings.push(finding));
  return { tree, findings };
}

test.each([
  ['document', document],
  ['document with a list in brackets', flowDocument],
])('sees in every %s exactly what the YAML parser sees', async (_, texts) => {
  let scanned = 0;
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      if (scanHotwords(text) !== null) scanned++;
      expect(await read(parseYaml, text)).toEqual(await read(parseWhole, text));
    }),
    { numRuns: runs(3000) },
  );
  // Otherwise the property would compare the parser with itself.
  expect(scanned).toBeGreaterThan(runs(500));
});

test.each([
  ['a plain list', '- a\n- text: b\n  weight: 3\n  lang: zh\n# end\n'],
  ['a list under its key', 'name: x\nhotwords:\n  - a\n  # drugs\n\n  - text: b\ninclude: [x.txt]\n'],
  [
    'notes and dates',
    'hotwords:\n  - text: a\n    note: asked for by ward 3\n    expires: 2027-03-31\n  - note: b\n    text: c\n',
  ],
  ['quoted words', 'hotwords:\n  - "a: b"\n  - text: \'c # d\'\n    weight: 3\n'],
  ['entries in braces', 'hotwords:\n  - { text: a b, weight: 3, lang: zh }\n  - {text: "b"}\n  - c\n'],
  ['a list in brackets', 'hotwords: [EGFR抑制剂, a:b, "c", { text: d, weight: 3 }]\nname: x\n'],
  ['a list in brackets of several lines', 'name: x\nhotwords: [\n  a, b,\n  c\n  ]\n'],
  ['a list without indentation', 'hotwords:\n- EGFR抑制剂\n- a:b\n'],
])('reads %s without the YAML parser', (_, text) => {
  expect(scanHotwords(text)).not.toBeNull();
});

test.each([
  ['an escape', 'hotwords:\n  - "a\\n"\n  - b\n'],
  ['a quote inside a quoted word', "hotwords:\n  - 'it''s'\n  - b\n"],
  ['a quoted word that goes on', 'hotwords:\n  - "a\n    b"\n  - b\n'],
  ['a key in quotes', 'hotwords:\n  - "text": a\n  - b\n'],
  ['braces that go on', 'hotwords:\n  - { text: a,\n      weight: 3 }\n  - b\n'],
  ['a comment behind braces', 'hotwords:\n  - { text: a } # b\n  - b\n'],
  ['an unknown key in braces', 'hotwords:\n  - { txt: a }\n  - b\n'],
  ['a list in a list', 'hotwords: [a, [b]]\n'],
  ['a bracket at the beginning of a line', 'hotwords: [\n  a\n]\n'],
  ['a comment in brackets', 'hotwords: [\n  a, # b\n  c]\n'],
  ['brackets that end with a comma', 'hotwords: [a, b,]\n'],
  ['an empty list', 'hotwords: []\n'],
  ['a text with a colon', 'hotwords:\n  - a: b\n  - b\n'],
  ['a comment behind a word', 'hotwords:\n  - a # b\n  - b\n'],
  ['a comment behind a note', 'hotwords:\n  - text: a\n    note: b # c\n  - b\n'],
  ['a note of several lines', 'hotwords:\n  - text: a\n    note: b\n      c\n  - b\n'],
  ['a note with a colon', 'hotwords:\n  - text: a\n    note: heard as: b\n  - b\n'],
  ['a folded word', 'hotwords:\n  - a\n    b\n  - c\n'],
  ['a tab', 'hotwords:\n  - a\n\t\n  - b\n'],
  ['a carriage return', 'hotwords:\r\n  - a\r\n  - b\r\n'],
  ['a second document', 'hotwords:\n  - a\n  - b\n---\n'],
  ['a comment inside an entry', 'hotwords:\n  - text: a\n  # c\n    weight: 3\n'],
  ['a key written twice', 'hotwords:\n  - text: a\n    text: b\n'],
])('leaves %s to the YAML parser', (_, text) => {
  expect(scanHotwords(text)).toBeNull();
});
