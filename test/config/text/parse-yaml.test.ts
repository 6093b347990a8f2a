import { expect, test } from 'vitest';
import { config, load, loadVocabulary, summary, words } from '../project.js';

const levels = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];
const laughs = levels
  .map(
    (name, index) =>
      `${name}: &${name} [${Array(9)
        .fill(index === 0 ? 'x' : `*${levels[index - 1]}`)
        .join(', ')}]`,
  )
  .join('\n');

test.each([
  ['nothing at all', '', 'file-empty', '1:1'],
  ['only comments', '# a\n', 'file-empty', '1:1'],
  ['a text', 'hello\n', 'invalid-value', '1:1'],
  ['a list', '# c\n- a\n', 'invalid-value', '2:1'],
  ['two documents', `${config('vocabularies: []\n')}---\na: 1\n`, 'yaml-documents', '4:1'],
  ['an open bracket', 'a: [1\n', 'yaml-syntax', '2:1'],
  ['a tab as indentation', 'a:\n\tb: 1\n', 'yaml-syntax', '2:1'],
  ['5,000 open brackets', `a: ${'['.repeat(5000)}`, 'yaml-too-deep', '1:68'],
  ['5,000 open braces', '{a: '.repeat(5000), 'yaml-too-deep', '1:258'],
  ['5,000 dashes', '- '.repeat(5000), 'yaml-too-deep', '1:130'],
  ['a billion laughs', laughs, 'yaml-aliases', '5:8'],
  ['a million tokens', `a: [${'b,'.repeat(500_000)}]`, 'yaml-too-large', '1:333335'],
  ['a million lines', '\n'.repeat(1_000_000), 'yaml-too-large', '500002:1'],
  [
    'thousands of keys',
    `a: {${Array.from({ length: 25_000 }, (_, key) => `k${key}: x`).join(', ')}}`,
    'file-too-large',
    '1:1',
  ],
])('a file of %s is one finding, and soon', async (...[, text, rule, location]) => {
  const started = performance.now();
  const loaded = await load({ 'vocab.config.yaml': text });
  expect(summary(loaded)).toEqual([`${rule} vocab.config.yaml:${location}`]);
  expect(loaded.config).toBeNull();
  expect(performance.now() - started).toBeLessThan(8000);
});

test.each([
  ['removed: !mine [a]', ['yaml-tag 4:16']],
  ['removed: [!!str a]', ['yaml-tag 4:17']],
  ['guards: { <<: { max_deletes: 1 } }', ['yaml-merge-key 4:11']],
  ['removed: [*a]', ['yaml-alias 4:11', 'invalid-value 4:11']],
  ['removed: &a [*a]', ['yaml-alias 4:14', 'invalid-value 4:14']],
  ['version: 1', ['duplicate-key 4:1']],
  ['? [a]\n: b', ['yaml-key 4:3']],
  ['&a protect: []\n*a : []', ['yaml-key 5:1']],
])('refuses %j', async (line, expected) => {
  const { diagnostics } = await load({ 'vocab.config.yaml': config(`vocabularies: []\n${line}\n`) });
  expect(diagnostics.map(({ rule, location }) => `${rule} ${location?.line}:${location?.column}`)).toEqual(
    expected,
  );
});

test('names both places of a key that is written twice', async () => {
  const { diagnostics } = await loadVocabulary(
    'name: v\nprefix: a\ntarget_model: b\nhotwords: [a]\nname: w\n',
  );
  expect(diagnostics).toMatchObject([
    {
      rule: 'duplicate-key',
      location: { line: 5, column: 1 },
      related: { file: 'v.yaml', line: 1, column: 1 },
    },
  ]);
});

test('lets an alias stand for a list, a mapping or a word', async () => {
  const loaded = await loadVocabulary(
    'name: v\nprefix: a\ntarget_models: [&m fun-asr]\ndescription: *m\nhotwords:\n  - &w { text: a, weight: 5 }\n  - *w\n  - &t b\n  - { text: *t, lang: zh }\n',
  );
  expect(loaded.diagnostics).toEqual([]);
  expect(words(loaded)).toEqual(['a|5|', 'a|5|', 'b|4|', 'b|4|zh']);
});

test('points at the alias when what it stands for grows too large', async () => {
  const block = `d: &d [${Array(200).fill('a').join(', ')}]\nhotwords: [${Array(60).fill('*d').join(', ')}]\n`;
  const { diagnostics } = await loadVocabulary(block);
  expect(diagnostics).toMatchObject([{ rule: 'yaml-aliases', location: { line: 2 } }]);
});

test('reads folded, literal and quoted texts', async () => {
  const loaded = await loadVocabulary(
    "name: v\nprefix: a\ntarget_model: b\nhotwords:\n  - >-\n    a\n    b\n  - |\n    c\n  - 'it''s'\n  - \"\\u8bcd\"\n  - d\n    e\n",
  );
  expect(words(loaded)).toEqual(['a b|4|', 'c|4|', "it's|4|", '词|4|', 'd e|4|']);
});

test('says at most ten things about a text that is no YAML', async () => {
  const { diagnostics } = await load({ 'vocab.config.yaml': '"a" "b"\n'.repeat(100) });
  expect(diagnostics).toHaveLength(10);
});

test.each([
  ['hotwords:\n  - 房颤\n  -无空格\n  - 肺炎\n', 3, '无空格'],
  ['hotwords:\n  - 房颤\n  -"a b"  \n  - 肺炎\n', 3, '"a b"'],
])('says once that a dash has no space behind it: %j', async (text, line, item) => {
  const { diagnostics } = await load({
    'vocab.config.yaml': config('vocabularies: [v.yaml]\n'),
    'v.yaml': text,
  });
  expect(diagnostics).toMatchObject([
    {
      rule: 'yaml-syntax',
      message: 'not valid YAML: there is no space behind the dash',
      hint: `write it as: - ${item}`,
      location: { file: 'v.yaml', line, column: 3 },
    },
  ]);
});

test('says no more than a line about a key of a megabyte', async () => {
  const key = 'k'.repeat(1_000_000);
  const { diagnostics } = await load({
    'vocab.config.yaml': `${config('vocabularies: []\n')}? ${key}\n: x\n`,
  });
  expect(diagnostics).toMatchObject([{ rule: 'unknown-key', location: { line: 4, column: 3 } }]);
  expect(diagnostics[0]?.message.length).toBeLessThan(600);
});
