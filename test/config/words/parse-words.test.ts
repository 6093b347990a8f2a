import { expect, test } from 'vitest';
import { loadHotwords, loadVocabulary, loadWords, onlyVocabulary, summary, words } from '../project.js';

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

test.each([
  ['w.json', '{"hotwords": ["a"], "more_hotwords": ["b"]}', ['include-unread w.json:1:21']],
  ['w.json', '{"vocabulary": [{"text": "a"}], "hotwords": ["b"]}', ['include-unread w.json:1:33']],
  ['w.json', '{"output": {"vocabulary": [{"text": "a"}], "more": {"b": 4}}}', ['include-unread w.json:1:44']],
  ['w.yaml', 'hotwords: [a]\nmore: [b]\n', ['include-unread w.yaml:2:1']],
  ['w.yaml', 'name: x\ntarget_models: [m]\nprevious_prefixes: [p]\nhotwords: [a]\nnote: b\nmore: []\n', []],
  ['w.json', '{"output": {"vocabulary": ["a"], "status": "OK"}, "usage": {"count": 1}}', []],
])('says what of %s may be words too and is not read: %s', async (file, text, found) => {
  const loaded = await loadWords(file, text);
  expect(summary(loaded)).toEqual(found);
  expect(loaded.diagnostics.every(({ severity }) => severity === 'warning')).toBe(true);
  expect(words(loaded)).toEqual(['a|4|']);
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
  ['  - a: b', 'hotword-invalid v.yaml:5:5', 'put quotes around a text with a colon in it: "a: b"'],
  ['  - 肥牛: 5', 'hotword-invalid v.yaml:5:5', 'write { text: "肥牛", weight: 5 }'],
  ['  - 肥牛: "5"', 'hotword-invalid v.yaml:5:5', 'write { text: "肥牛", weight: 5 }'],
  ['  - 肥牛: ５', 'hotword-invalid v.yaml:5:5', 'write { text: "肥牛", weight: 5 }'],
  [
    '  - 肥牛: 50',
    'hotword-invalid v.yaml:5:5',
    'write { text: "肥牛", weight: … }, with a weight of 1 to 5',
  ],
  [
    '  - 肥牛 weight: high',
    'hotword-invalid v.yaml:5:5',
    'write { text: "肥牛", weight: … }, with a weight of 1 to 5',
  ],
  ['  - body weight: 5', 'hotword-invalid v.yaml:5:5', 'write { text: "body weight", weight: 5 }'],
  ['  - 肥牛 weight: 4', 'hotword-invalid v.yaml:5:5', 'write { text: "肥牛", weight: 4 }'],
  ['  - 肥牛, note: 三病区', 'hotword-invalid v.yaml:5:5', 'write { text: "肥牛", note: "三病区" }'],
  ['  - 肥牛, note: "a: b"', 'hotword-invalid v.yaml:5:5', 'write { text: "肥牛", note: "a: b" }'],
  [
    '  - 肥牛: { weight: 5 }',
    'hotword-invalid v.yaml:5:5',
    'write { text: "肥牛", … }, with what stands below it',
  ],
  ['  - { 肥牛 }', 'unknown-key v.yaml:5:7', 'an entry takes text'],
  ['  - 药品:\n    - 肥牛', 'hotword-invalid v.yaml:5:5', 'as items of their own, without its name'],
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
