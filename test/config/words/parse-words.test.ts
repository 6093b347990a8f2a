import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadHotwords, loadVocabulary, loadWords, onlyVocabulary, summary, words } from '../project.js';

test('reads a hotword a line from .txt, without comments and blank lines', async () => {
  const loaded = await loadWords(
    'w.txt',
    '\ufeff# drugs\n\n  Exothermic   reaction \r\nEGFR抑制剂\n  # more\n#1\n',
  );
  expect(words(loaded)).toEqual(['Exothermic reaction|4|', 'EGFR抑制剂|4|']);
  expect(onlyVocabulary(loaded).entries[0]?.location).toEqual({ file: 'w.txt', line: 3, column: 3 });
});

test('refuses a .txt with columns, line by line, rather than make one hotword of a word and its frequency', async () => {
  const { diagnostics } = await loadWords('w.txt', '医院\t580436\nplain\n\t indented \n检查\t580138\n');
  expect(diagnostics.map(({ rule, location }) => `${rule} ${location?.line}`)).toEqual([
    'txt-columns 1',
    'txt-columns 4',
  ]);
});

test.each(['Baz,5,en', 'Foo，5', '- Foo', 'Bar、Baz', 'Foo # comment'])(
  'warns of the line %j in a .txt, which looks like something else',
  async (line) => {
    const loaded = await loadWords('w.txt', `plain\n${line}\n`);
    expect(
      loaded.diagnostics.map(({ severity, rule, location }) => [severity, rule, location?.line]),
    ).toEqual([['warning', 'txt-doubtful', 2]]);
    expect(words(loaded)).toHaveLength(2);
  },
);

test.each([';', '\t', '，', '|'])('says that the columns of a .csv are separated by %j', async (sign) => {
  const { diagnostics } = await loadWords('w.csv', `text${sign}weight\na${sign}5\n`);
  expect(diagnostics.map(({ rule, message }) => [rule, message])).toEqual([
    ['csv-header', expect.stringContaining('separated by')],
  ]);
});

test('reads a .csv whose header has capitals, with the empty rows a spreadsheet leaves', async () => {
  const loaded = await loadWords('w.csv', 'Text,Weight,Lang\na,5,en\n,,\n,,\n');
  expect(loaded.diagnostics).toEqual([]);
  expect(words(loaded)).toEqual(['a|5|en']);
});

test('reads a line of megabytes', async () => {
  const loaded = await loadWords('w.txt', 'x y '.repeat(1_500_000));
  expect(words(loaded)).toHaveLength(1);
});

test('reads .csv with its columns in any order, quoted cells and line ends inside them', async () => {
  const loaded = await loadWords('w.csv', 'lang,text,weight\r\nen,plain,5\n\n,"a ""b"",\nc",\nzh,last,1\n');
  expect(loaded.diagnostics).toEqual([]);
  expect(words(loaded)).toEqual(['plain|5|en', 'a "b", c|4|', 'last|1|zh']);
  expect(onlyVocabulary(loaded).entries.map(({ location }) => location.line)).toEqual([2, 4, 6]);
});

test.each([
  ['text,weight\na,5\n', ['a|5|']],
  ['text\na\n\nb', ['a|4|', 'b|4|']],
  [' text , lang \n a , en \n', ['a|4|en']],
  ['\ufefftext\na\n', ['a|4|']],
])('reads the .csv %j', async (content, expected) => {
  expect(words(await loadWords('w.csv', content))).toEqual(expected);
});

test('reads .csv without quotes, which needs no parser, exactly as the parser does', async () => {
  const cell = fc.stringMatching(/^[a-c \r;\t]{0,3}$/);
  const row = fc.tuple(cell, fc.constantFrom('', '5', ' 3 ', 'x'), fc.constantFrom('', 'zh'));
  const lines = fc.array(
    fc.oneof(
      row.map((cells) => cells.join(',')),
      fc.constantFrom('', ' ', 'a,b', ',,,'),
    ),
  );
  await fc.assert(
    fc.asyncProperty(lines, fc.constantFrom('\n', '\r\n'), async (rows, lineEnd) => {
      const text = `text,weight,lang\n${rows.join(lineEnd)}${lineEnd}`;
      const plain = await loadWords('w.csv', `${text}z,5,en\n`);
      const quoted = await loadWords('w.csv', `${text}"z",5,en\n`);
      expect(plain.diagnostics).toEqual(quoted.diagnostics);
      expect(plain.config?.vocabularies).toEqual(quoted.config?.vocabularies);
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['weight\n5\n', ['csv-header w.csv:1:1']],
  ['text,wieght,note\na,5,x\n', ['csv-header w.csv:1:1', 'csv-header w.csv:1:1']],
  ['text,text\na,b\n', ['csv-header w.csv:1:1']],
  ['text,weight\na,5\nb, c,5\nd\n', ['csv-row w.csv:3:1', 'csv-row w.csv:4:1']],
  ['text\n"a\n', ['csv-syntax w.csv:2:1']],
  ['text,weight\na,five\n,3\nb,\n', ['weight-invalid w.csv:2:1', 'hotword-empty w.csv:3:1']],
  ['text,weight\n"a","1.5"\n', ['weight-invalid w.csv:2:1']],
  ['', ['vocabulary-empty v.yaml:1:7']],
])('refuses the .csv %j', async (content, expected) => {
  expect(summary(await loadWords('w.csv', content))).toEqual(expected);
});

test('names the unknown columns of a .csv and what they may have meant', async () => {
  const { diagnostics } = await loadWords('w.csv', 'text,wieght,note\n');
  expect(diagnostics.map(({ message }) => message)).toEqual([
    'the header has the unknown column "wieght"',
    'the header has the unknown column "note"',
  ]);
  expect(diagnostics[0]?.hint).toContain('did you mean "weight"?');
});

test('reads the array of entries that the vendor returns from .json', async () => {
  const text =
    '[\n  {"text": "a", "weight": 5, "lang": "zh"},\n  {"weight": 4, "text": "b\\u00e9", "lang": null},\n "c"]';
  const loaded = await loadWords('w.json', text);
  expect(words(loaded)).toEqual(['a|5|zh', 'bé|4|', 'c|4|']);
  expect(onlyVocabulary(loaded).entries.map(({ location }) => `${location.line}:${location.column}`)).toEqual(
    ['2:12', '3:25', '4:2'],
  );
});

test('reads {word: weight} from .json', async () => {
  expect(words(await loadWords('w.json', '{"a": 4, "null": 5}'))).toEqual(['a|4|', 'null|5|']);
});

test.each([
  ['{"a": 4, "b": 3, "a": 2}', ['duplicate-key w.json:1:18']],
  ['{"a": "4"}', ['weight-invalid w.json:1:7']],
  ['[{"text": "a", "text": "b"}]', ['duplicate-key w.json:1:16']],
  [
    '[5, null, "", {"txt": "a"}]',
    [
      'hotword-invalid w.json:1:2',
      'hotword-invalid w.json:1:5',
      'hotword-empty w.json:1:11',
      'unknown-key w.json:1:16',
      'hotword-invalid w.json:1:15',
    ],
  ],
  ['["a",]', ['json-syntax w.json:1:6']],
  ["['a']", ['json-syntax w.json:1:2']],
  ['["a"\n', ['json-syntax w.json:2:1']],
  ['["a"] x', ['json-syntax w.json:1:7']],
  ['"a"', ['include-form w.json:1:1']],
  ['', ['json-syntax w.json:1:1']],
  ['['.repeat(5000), ['json-syntax w.json:1:66']],
])('refuses the .json %.60j', async (content, expected) => {
  expect(summary(await loadWords('w.json', content))).toEqual(expected);
});

test('reads every JSON text as JSON.parse does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom(0, 2), async (value, indent) => {
      const text = JSON.stringify([{ text: 'a', extra: { value } }], null, indent);
      if (text.includes('__proto__')) return;
      const loaded = await loadWords('w.json', text);
      const expected: unknown = JSON.parse(text, (_, inner: unknown) =>
        typeof inner === 'number' && Number.isInteger(inner) && !Number.isSafeInteger(inner)
          ? '<large>'
          : inner,
      );
      if (JSON.stringify(expected).includes('<large>')) return;
      expect([{ text: 'a', extra: onlyVocabulary(loaded).entries[0]?.extra }]).toEqual(expected);
    }),
    { numRuns: 100 },
  );
});

test.each([
  ['a plain list', '- a\n- { text: b, weight: 5 }\n'],
  ['the hotwords of a vocabulary file', 'name: x\nprefix: y\nhotwords:\n  - a\n  - { text: b, weight: 5 }\n'],
])('reads %s from .yaml', async (_, content) => {
  expect(words(await loadWords('w.yml', content))).toEqual(['a|4|', 'b|5|']);
});

test('refuses an included file that includes others', async () => {
  expect(summary(await loadWords('w.yaml', 'hotwords: [a]\ninclude: [x.txt]\n'))).toEqual([
    'include-nested w.yaml:2:1',
  ]);
});

test('keeps words that look like another type as they are written', async () => {
  const looks = ['on', 'null', '~', '1e3', '2026-01-01', '0x1F', '1_000', '007', '.5', 'True', '12:30'];
  const loaded = await loadHotwords(
    looks.flatMap((look) => [`  - ${look}\n`, `  - { text: ${look} }\n`]).join(''),
  );
  expect(loaded.diagnostics).toEqual([]);
  expect(words(loaded)).toEqual(looks.flatMap((look) => [`${look}|4|`, `${look}|4|`]));
});

test('brings text to NFC, trims it and folds white space, but keeps what is hidden for the rules', async () => {
  const loaded = await loadHotwords('  - "  Cafe\\u0301\\t \\u3000 noir  "\n  - "\\ufeffa\\u200b \\u0001"\n');
  expect(words(loaded)).toEqual(['Café noir|4|', '\ufeffa\u200b \u0001|4|']);
});

test('takes an empty lang and null for none', async () => {
  const block = ['""', 'null', '~', ''].map((lang) => `  - { text: a, lang: ${lang} }\n`).join('');
  expect(words(await loadHotwords(block))).toEqual(Array(4).fill('a|4|'));
});

test('keeps extra fields with their types', async () => {
  const loaded = await loadHotwords(
    '  - { text: a, extra: { t: x, n: 5, f: 1.5, q: "5", b: true, z: null, l: [1, a], big: 12345678901234567890 } }\n',
  );
  const extra = { t: 'x', n: 5, f: 1.5, q: '5', b: true, z: null, l: [1, 'a'], big: '12345678901234567890' };
  expect(onlyVocabulary(loaded).entries[0]?.extra).toEqual(extra);
});

test.each([
  ['  - { text: a, weight: "5" }', 'weight-invalid v.yaml:5:24', 'without quotes'],
  ['  - { text: a, weight: 4.5 }', 'weight-invalid v.yaml:5:24', 'digits'],
  ['  - { text: a, weight: high }', 'weight-invalid v.yaml:5:24', 'digits'],
  ['  - { text: a, weight: }', 'weight-invalid v.yaml:5:24', 'digits'],
  ['  - { text: a, wieght: 5 }', 'unknown-key v.yaml:5:16', 'did you mean "weight"?'],
  ['  - { text: a, translation: b }', 'unknown-key v.yaml:5:16', 'under extra'],
  ['  - { text: a, constructor: b }', 'unknown-key v.yaml:5:16', 'under extra'],
  ['  - { text: a, __proto__: b }', 'unknown-key v.yaml:5:16', 'under extra'],
  ['  - { text: a, lang: [zh] }', 'lang-invalid v.yaml:5:22', 'code'],
  ['  - { text: a, extra: b }', 'extra-invalid v.yaml:5:23', 'extra: {'],
  ['  - { text: a, extra: { text: b } }', 'extra-invalid v.yaml:5:25', 'beside extra'],
  ['  - { text: a, extra: { __proto__: b } }', 'extra-invalid v.yaml:5:25', 'delete'],
  ['  - { weight: 5 }', 'hotword-invalid v.yaml:5:5', 'add text:'],
  ['  - [a]', 'hotword-invalid v.yaml:5:5', 'write the word'],
  ['  - ""', 'hotword-empty v.yaml:5:5', 'write the word'],
  ['  -', 'hotword-empty v.yaml:5:4', 'write the word'],
  ['  - a: b', 'unknown-key v.yaml:5:5', 'extra'],
])('says of %s what is wrong, where, and what to do', async (line, where, hint) => {
  const loaded = await loadHotwords(`${line}\n  - fine\n`);
  expect(summary(loaded)[0]).toBe(where);
  expect(loaded.diagnostics[0]?.hint).toContain(hint);
  expect(words(loaded).at(-1)).toBe('fine|4|');
});

test('reports every bad include and still reads the good ones', async () => {
  const head = 'name: v\nprefix: acme\ntarget_model: fun-asr\n';
  const loaded = await loadVocabulary(
    `${head}include: [gone.txt, bad.json, "../out.txt", what.md, a.txt, a.txt, ok.csv]\n`,
    {
      'bad.json': '{',
      'a.txt': 'a\n',
      'ok.csv': 'text\nb\n',
    },
  );
  expect(summary(loaded)).toEqual([
    'file-missing v.yaml:4:11',
    'json-syntax bad.json:1:2',
    'path-outside v.yaml:4:31',
    'include-format v.yaml:4:45',
    'include-twice v.yaml:4:61',
  ]);
  expect(words(loaded)).toEqual(['a|4|', 'b|4|']);
});
