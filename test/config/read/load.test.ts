import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadConfig } from '../../../src/config/read/load.js';
import { check } from '../../../src/pipelines/check.js';
import { config, createFolder, load, loadVocabulary, onlyVocabulary, summary, words } from '../project.js';

const full = `version: 1
account:
  region: beijing
  endpoint: https://ws1.cn-beijing.maas.aliyuncs.com/api/v1
  api_key_env: MY_KEY
  list_quota: 20
  workspace: llm-1
namespace: acme
prune: true
defaults: { weight: 3, target_model: fun-asr }
vocabularies:
  - vocabularies/*.yaml
  - name: inline
    prefix: acmeinl
    target_models: [fun-asr, fun-asr-realtime]
    previous_prefixes: [acmeold]
    vocabulary_id: vocab-acmeinl-0
    hotwords: [a]
removed: [acmegone]
protect: [acmesup]
consumers:
  - { name: call-centre, vocabulary: inline, model: fun-asr, language_hints: [zh, en] }
outputs:
  - { path: ./build/vocabularies.json, format: json }
guards: { max_deletes: 0, max_hotword_loss: 12.5%, update_interval: 90s }
models:
  fun-asr-2027-01-01: { family: fun-asr, max_hotwords: 2000, weights: { min: 1, max: 5, super: 50 }, regions: [beijing] }
`;

test.each([
  [
    'a key that is cut short, by the whole one',
    '{ name: m, prefix: acmem, words: [a] }',
    'did you mean "hotwords"?',
  ],
  ['another', '{ name: m, prefix: acmem, hotwords: [a], model: x }', 'did you mean "target_model"?'],
  [
    'a key of too few letters, by all',
    '{ name: m, prefix: acmem, hotwords: [a], ix: x }',
    'delete it; the keys here are',
  ],
])('%s', async (_, vocabulary, hint) => {
  const { diagnostics } = await load({ 'vocab.config.yaml': config(`vocabularies:\n  - ${vocabulary}\n`) });
  expect(diagnostics.find(({ rule }) => rule === 'unknown-key')?.hint).toContain(hint);
});

test('what is missing is asked for as it can be written', async () => {
  const { diagnostics } = await load({
    'vocab.config.yaml': 'account: { region: singapore }\nvocabularies: []\n',
  });
  expect(diagnostics[0]).toMatchObject({ message: 'version is missing', hint: 'add `version: 1`' });
});

describe('a configuration', () => {
  test('is read with everything it says, each value with its place', async () => {
    const folder = createFolder({
      'vocab.config.yaml': full,
      'vocabularies/b.yaml': 'name: b\nprefix: acmeb\nhotwords: [x]\n',
    });
    const { config: loaded, diagnostics, sources } = await loadConfig({ cwd: folder });
    expect(diagnostics).toEqual([]);
    expect([...sources.keys()]).toEqual(['vocab.config.yaml', 'vocabularies/b.yaml']);
    expect(loaded).toMatchObject({
      file: 'vocab.config.yaml',
      directory: folder,
      account: {
        region: 'beijing',
        endpoint: {
          value: 'https://ws1.cn-beijing.maas.aliyuncs.com/api/v1',
          location: { line: 4, column: 13 },
        },
        api_key_env: 'MY_KEY',
        list_quota: 20,
        workspace: 'llm-1',
      },
      policy: {
        namespace: { value: 'acme', location: { line: 8, column: 12 } },
        prune: true,
        removed: [{ value: 'acmegone', location: { line: 19, column: 11 } }],
        protect: [{ value: 'acmesup' }],
        guards: { max_deletes: 0, max_hotword_loss: 0.125, update_interval: 90_000 },
      },
      outputs: [{ path: 'build/vocabularies.json', format: 'json' }],
      vocabularies_location: { line: 11, column: 1 },
    });
    expect(loaded?.models).toEqual({
      'fun-asr-2027-01-01': {
        family: 'fun-asr',
        max_hotwords: 2000,
        weights: { min: 1, max: 5, super: 50 },
        regions: ['beijing'],
      },
    });
    expect(loaded?.consumers).toEqual([
      {
        name: 'call-centre',
        vocabularies: [{ value: 'inline', location: { file: 'vocab.config.yaml', line: 22, column: 38 } }],
        model: { value: 'fun-asr', location: { file: 'vocab.config.yaml', line: 22, column: 53 } },
        language_hints: {
          value: ['zh', 'en'],
          location: { file: 'vocab.config.yaml', line: 22, column: 78 },
        },
        location: { file: 'vocab.config.yaml', line: 22, column: 13 },
      },
    ]);
    expect(loaded?.vocabularies.map(({ name, entries }) => [name, entries[0]?.weight])).toEqual([
      ['b', 3],
      ['inline', 3],
    ]);
    expect(loaded?.vocabularies[0]?.target_models).toEqual([
      { value: 'fun-asr', location: { file: 'vocab.config.yaml', line: 10, column: 38 } },
    ]);
    expect(loaded?.vocabularies[1]).toMatchObject({
      prefix: { value: 'acmeinl', location: { line: 14, column: 13 } },
      target_models: [{ value: 'fun-asr' }, { value: 'fun-asr-realtime' }],
      previous_prefixes: [{ value: 'acmeold' }],
      vocabulary_ids: [{ value: 'vocab-acmeinl-0' }],
      location: { file: 'vocab.config.yaml', line: 13, column: 11 },
    });
  });

  test('has defaults for what it leaves out', async () => {
    const { config: loaded, diagnostics } = await load({ 'vocab.config.yaml': config('vocabularies: []\n') });
    expect(diagnostics).toEqual([]);
    expect(loaded).toMatchObject({
      account: { endpoint: null, api_key_env: 'DASHSCOPE_API_KEY', list_quota: 10, workspace: null },
      policy: {
        namespace: null,
        prune: false,
        removed: [],
        protect: [],
        guards: { max_deletes: 1, max_hotword_loss: 0.5, update_interval: 300_000 },
      },
      consumers: [],
      models: {},
    });
  });

  test('is named in findings as the user typed it', async () => {
    const folder = createFolder({
      'a/b/my.yaml': config('vocabularies: [v/*.yaml]\n'),
      'a/b/v/x.yaml': 'name: x\n',
    });
    const { diagnostics } = await loadConfig({ cwd: join(folder, 'a'), file: './b/my.yaml' });
    expect(summary({ diagnostics })).toContain('missing-key b/v/x.yaml:1:1');
  });

  test('that does not exist is a finding with a way out', async () => {
    const { config: loaded, diagnostics } = await load({ 'vocab.config.yml': '' });
    expect(loaded).toBeNull();
    expect(diagnostics).toMatchObject([
      { rule: 'config-missing', location: null, message: 'there is no file vocab.config.yaml' },
    ]);
    expect(diagnostics[0]?.hint).toContain('did you mean "vocab.config.yml"?');
    expect(diagnostics[0]?.hint).toContain('or name another file with -c FILE');
  });

  test('in a folder that does not exist is missing too', async () => {
    expect(summary(await loadConfig({ cwd: '/nowhere-at-all' }))).toEqual(['config-missing']);
  });

  test('made for a newer version is refused without a word on its content', async () => {
    const loaded = await load({ 'vocab.config.yaml': 'version: 2\nnew: thing\n' });
    expect(summary(loaded)).toEqual(['version-unsupported vocab.config.yaml:1:10']);
    expect(loaded.config).toBeNull();
  });
});

test.each([
  ['version: "1"', 'version must be 1; it is "1"', '1:10'],
  ['version: 0', 'version must be 1; it is 0', '1:10'],
])('refuses %s', async (line, message, location) => {
  const { diagnostics } = await load({
    'vocab.config.yaml': `${line}\naccount: { region: singapore }\nvocabularies: []\n`,
  });
  expect(
    diagnostics.map((finding) => [finding.message, `${finding.location?.line}:${finding.location?.column}`]),
  ).toEqual([[message, location]]);
});

test.each([
  ['{ region: tokyo }', 'account.region must be one of singapore, beijing; it is tokyo', 20],
  ['{}', 'account.region is missing', 10],
  [
    'singapore',
    'account must be a mapping with the keys name, region, endpoint, api_key_env, list_quota, workspace; it is singapore',
    10,
  ],
  [
    '{ region: beijing, list_quota: 0 }',
    'account.list_quota must be a whole number from 1 to 10000; it is 0',
    41,
  ],
  [
    '{ region: beijing, list_quota: "9" }',
    'account.list_quota must be a whole number from 1 to 10000; it is "9"',
    41,
  ],
  [
    '{ region: beijing, list_quota: 1e1 }',
    'account.list_quota must be a whole number from 1 to 10000; it is 1e1',
    41,
  ],
  ['{ region: beijing, workspace: }', 'account.workspace must be the id of a workspace; it is empty', 40],
  ['{ region: beijing, regoin: x }', 'unknown key "regoin" in account', 29],
])('says what is wrong with account: %s', async (account, message, column) => {
  const text = `version: 1\naccount: ${account}\nvocabularies: []\n`;
  const { diagnostics } = await load({ 'vocab.config.yaml': text });
  expect(diagnostics).toMatchObject([{ message, location: { line: 2, column } }]);
  expect(diagnostics[0]?.hint).not.toBe('');
});

test.each(['http://a.example', 'https://', 'https://user@a.example', 'https://a.example?x=1', 'emulators'])(
  'refuses the endpoint %s',
  async (endpoint) => {
    const text = `version: 1\naccount: { region: beijing, endpoint: "${endpoint}" }\nvocabularies: []\n`;
    expect(summary(await load({ 'vocab.config.yaml': text }))).toEqual([
      'invalid-value vocab.config.yaml:2:39',
    ]);
  },
);

test.each([
  ['namespace: acme', ['prune-missing 4:1']],
  ['prune: true', ['prune-without-namespace 4:1']],
  ['namespace: AC\nprune: true', ['invalid-value 4:12']],
  ['namespace: acme\nprune: "yes"', ['invalid-value 5:8']],
  ['defaults: { weight: high }', ['invalid-value 4:21']],
  ['removed: acme', ['invalid-value 4:10']],
  ['removed:', ['invalid-value 4:9']],
  ['consumers: [{ name: a b, vocabulary: x }]', ['invalid-value 4:21', 'missing-key 4:13']],
  ['outputs: [{ path: ../x, format: json }]', ['path-outside 4:19']],
  ['outputs: [{ path: /x, format: json }]', ['path-outside 4:19']],
  ['outputs: [{ path: a, format: xml }]', ['invalid-value 4:30']],
  ['outputs: [{ path: a, format: ts }, { path: ./a, format: ts }]', ['output-twice 4:44']],
  ['outputs: [{ path: vocab.config.yaml, format: yaml }]', ['output-over-source 4:19']],
  ['guards: { max_deletes: -1 }', ['invalid-value 4:24']],
  ['guards: { max_hotword_loss: 101% }', ['invalid-value 4:29']],
  ['guards: { max_hotword_loss: 0.5 }', ['invalid-value 4:29']],
  ['guards: { update_interval: 5 }', ['invalid-value 4:28']],
  ['guards: { update_interval: 5 minutes }', ['invalid-value 4:28']],
  ['guards: { update_interval: 25d }', ['invalid-value 4:28']],
  ['guards: { update_interval: 999h }', ['invalid-value 4:28']],
  ['guards: { update_intervall: 5m }', ['unknown-key 4:11']],
  ['models: { x: {} }', ['missing-key 4:14']],
  ['models: { x: { family: whisper } }', ['invalid-value 4:24']],
  ['models: { __proto__: { family: fun-asr } }', ['unknown-key 4:11']],
  ['__proto__: { polluted: true }', ['unknown-key 4:1']],
  ['constructor: x\nconsumer: []', ['unknown-key 4:1', 'unknown-key 5:1']],
])('refuses %j', async (line, expected) => {
  const { diagnostics } = await load({ 'vocab.config.yaml': config(`vocabularies: []\n${line}\n`) });
  expect(diagnostics.map(({ rule, location }) => `${rule} ${location?.line}:${location?.column}`)).toEqual(
    expected,
  );
  expect(Object.prototype).not.toHaveProperty('polluted');
});

test.each([
  ['50%', 0.5],
  ['0%', 0],
  ['100%', 1],
])('reads the share %s', async (share, value) => {
  const loaded = await load({
    'vocab.config.yaml': config(`vocabularies: []\nguards: { max_hotword_loss: ${share} }\n`),
  });
  expect(loaded.config?.policy.guards.max_hotword_loss).toBe(value);
});

test.each([
  ['0s', 0],
  ['90s', 90_000],
  ['5m', 300_000],
  ['1h', 3_600_000],
])('reads the duration %s', async (duration, value) => {
  const loaded = await load({
    'vocab.config.yaml': config(`vocabularies: []\nguards: { update_interval: ${duration} }\n`),
  });
  expect(loaded.config?.policy.guards.update_interval).toBe(value);
});

describe('the vocabularies', () => {
  const vocabulary = (name: string) =>
    `name: ${name}\nprefix: acme${name}\ntarget_model: fun-asr\nhotwords: [a]\n`;

  test.each([
    ['v/*.yaml', ['a', 'b']],
    ['v/?.yaml', ['a', 'b']],
    ['v/[a-b].yaml', ['a', 'b']],
    ['v/[!a].yaml', ['b']],
    ['v/{a,b}.yaml', ['a', 'b']],
    ['{v,v/deep}/{b,c}.*', ['b', 'c']],
    ['**/*.yaml', ['a', 'b', 'c']],
    ['v/**', ['a', 'b', 'c']],
    ['v/**/c.yaml', ['c']],
    ['./v/../v/a.yaml', ['a']],
    ['v/.*.yaml', ['h']],
  ])('are found by %s, sorted', async (pattern, expected) => {
    const loaded = await load({
      'vocab.config.yaml': config(`vocabularies: ["${pattern}"]\n`),
      'v/b.yaml': vocabulary('b'),
      'v/a.yaml': vocabulary('a'),
      'v/deep/c.yaml': vocabulary('c'),
      'v/.h.yaml': vocabulary('h'),
      'v/.hidden/d.yaml': vocabulary('d'),
    });
    expect(loaded.diagnostics).toEqual([]);
    expect(loaded.config?.vocabularies.map(({ name }) => name)).toEqual(expected);
  });

  test('are not looked for in the configuration itself', async () => {
    const loaded = await load({
      'vocab.config.yaml': config('vocabularies: ["*.yaml"]\n'),
      'a.yaml': vocabulary('a'),
    });
    expect(loaded.diagnostics).toEqual([]);
    expect(loaded.config?.vocabularies).toHaveLength(1);
  });

  test('are loaded once however often they are named', async () => {
    const folder = createFolder({
      'vocab.config.yaml': config('vocabularies: [a.yaml, "*.yaml", ./a.yaml]\n'),
      'a.yaml': vocabulary('a'),
    });
    symlinkSync('a.yaml', join(folder, 'z.yaml'));
    const loaded = await loadConfig({ cwd: folder });
    expect(loaded.diagnostics).toEqual([]);
    expect(loaded.config?.vocabularies).toHaveLength(1);
  });

  test.each([
    ['[nothing/*.yaml]', ['pattern-without-match vocab.config.yaml:3:16']],
    ['[gone.yaml]', ['file-missing vocab.config.yaml:3:16']],
    ['[/etc/passwd]', ['path-outside vocab.config.yaml:3:16']],
    [
      '[../x.yaml, "{a,../b}*"]',
      ['path-outside vocab.config.yaml:3:16', 'path-outside vocab.config.yaml:3:27'],
    ],
    ['[sub]', ['file-unreadable vocab.config.yaml:3:16']],
    ['[[a]]', ['invalid-value vocab.config.yaml:3:16']],
    ['[""]', ['invalid-value vocab.config.yaml:3:16']],
    ['a.yaml', ['invalid-value vocab.config.yaml:3:15']],
    ['', ['invalid-value vocab.config.yaml:3:15']],
    [`["${'{a,b}'.repeat(20)}"]`, ['pattern-too-broad vocab.config.yaml:3:16']],
    [`["${'{'.repeat(100_000)}"]`, ['pattern-too-broad vocab.config.yaml:3:16']],
    [`["${'*a'.repeat(100)}"]`, ['pattern-without-match vocab.config.yaml:3:16']],
  ])('named as %.40s are refused', async (value, expected) => {
    const folder = createFolder({
      'vocab.config.yaml': config(`vocabularies: ${value}\n`),
      [`sub/${'a'.repeat(200)}`]: '',
    });
    expect(summary(await loadConfig({ cwd: folder }))).toEqual(expected);
  });

  test('must be a key, even when there are none', async () => {
    expect(summary(await load({ 'vocab.config.yaml': config('') }))).toEqual([
      'missing-key vocab.config.yaml:1:1',
    ]);
  });

  test('are all read when one of them, and the configuration, is broken', async () => {
    const loaded = await load({
      'vocab.config.yaml': config('vocabularies: [broken.yaml, bad.yaml, good.yaml, gone.yaml]\nguard: {}\n'),
      'broken.yaml': 'name: [\n',
      'bad.yaml': 'name: bad\nprefx: acmebad\ntarget_model: fun-asr\nhotwords: [{ text: a, weight: x }]\n',
      'good.yaml': vocabulary('good'),
    });
    expect(summary(loaded)).toEqual([
      'unknown-key vocab.config.yaml:4:1',
      'yaml-syntax broken.yaml:2:1',
      'missing-key bad.yaml:1:1',
      'unknown-key bad.yaml:2:1',
      'weight-invalid bad.yaml:4:31',
      'file-missing vocab.config.yaml:3:50',
    ]);
    expect(loaded.config?.vocabularies.map(({ name }) => name)).toEqual(['good']);
  });

  test('that cannot be read take the consumers with them that may name them', async () => {
    const consumers =
      'consumers: [{ name: x, vocabulary: good, model: fun-asr }, { name: y, vocabulary: gone, model: fun-asr }]\n';
    const files = {
      'good.yaml': vocabulary('good'),
      'vocab.config.yaml': config(`vocabularies: [good.yaml, gone.yaml]\n${consumers}`),
    };
    const { config: loaded } = await load(files);
    expect(loaded?.consumers.map(({ name }) => name)).toEqual(['x']);
  });
});

describe('a vocabulary', () => {
  test.each([
    ['target_model: a\ntarget_models: [b]', 'target-model-twice v.yaml:4:1'],
    ['target_models: []', 'target-model-missing v.yaml:3:1'],
    ['description: none', 'target-model-missing v.yaml:1:7'],
  ])('with %j is refused', async (targets, expected) => {
    expect(summary(await loadVocabulary(`name: v\nprefix: acme\n${targets}\nhotwords: [a]\n`))).toEqual([
      expected,
    ]);
  });

  test.each(['', 'hotwords: []\n', 'include: []\n', 'include: [empty.txt]\n'])(
    'without hotwords (%j) is refused',
    async (rest) => {
      const text = `name: v\nprefix: acme\ntarget_model: fun-asr\n${rest}`;
      expect(summary(await loadVocabulary(text, { 'empty.txt': '# nothing\n' }))).toEqual([
        'vocabulary-empty v.yaml:1:7',
      ]);
    },
  );

  test.each([
    ['w.txt', ''],
    ['w.txt', '# nothing yet\n'],
    ['w.csv', 'text,weight\n'],
    ['w.csv', ''],
    ['w.json', '[]'],
    ['w.yaml', 'hotwords: []\n'],
  ])('is told of an include without a word, beside others: %s with %j', async (name, text) => {
    const loaded = await load({
      'vocab.config.yaml': config(
        `vocabularies:\n  - { name: v, prefix: a, target_model: b, include: [words.txt, ${name}] }\n`,
      ),
      'words.txt': 'alpha\n',
      [name]: text,
    });
    expect(loaded.diagnostics).toMatchObject([
      { severity: 'warning', rule: 'include-empty', message: `there is no hotword in ${name}` },
    ]);
    expect(words(loaded)).toEqual(['alpha|4|']);
  });

  test('reads its includes relative to its own file', async () => {
    const loaded = await load({
      'vocab.config.yaml': config(
        'vocabularies: [v/a.yaml, { name: i, prefix: b, target_model: c, include: [w.txt] }]\n',
      ),
      'v/a.yaml': 'name: a\nprefix: a\ntarget_model: c\ninclude: [words/w.txt, ../w.txt]\n',
      'v/words/w.txt': 'near\n',
      'w.txt': 'far\n',
    });
    expect(loaded.diagnostics).toEqual([]);
    expect(loaded.config?.vocabularies.map(({ entries }) => entries.map(({ text }) => text))).toEqual([
      ['near', 'far'],
      ['far'],
    ]);
  });

  test('may have any text as its prefix and model, whatever it looks like', async () => {
    const loaded = await loadVocabulary('name: on\nprefix: 1e3\ntarget_model: null\nhotwords: [a]\n');
    expect(onlyVocabulary(loaded)).toMatchObject({
      name: 'on',
      prefix: { value: '1e3' },
      target_models: [{ value: 'null' }],
    });
  });

  test.each(['"a b"', '-a', 'a'.repeat(64), '医疗', 'a@b', '""'])('may not be called %s', async (name) => {
    const loaded = await loadVocabulary(`name: ${name}\nprefix: acme\ntarget_model: a\nhotwords: [a]\n`);
    expect(summary(loaded)).toEqual(['invalid-value v.yaml:1:7']);
  });
});

describe('the folder of the configuration', () => {
  test('is not left through links, of files or of folders', async () => {
    const folder = createFolder({
      'in/vocab.config.yaml': config('vocabularies: [link.yaml, d/x.yaml, "d/*", ok.yaml]\n'),
      'in/real.yaml': 'name: a\nprefix: a\ntarget_model: c\ninclude: [w.txt]\n',
      'out/x.yaml': 'name: x\n',
      'out/w.txt': 'secret\n',
    });
    symlinkSync('../out/x.yaml', join(folder, 'in/link.yaml'));
    symlinkSync('../out', join(folder, 'in/d'));
    symlinkSync('real.yaml', join(folder, 'in/ok.yaml'));
    symlinkSync('../out/w.txt', join(folder, 'in/w.txt'));
    const { diagnostics, sources } = await loadConfig({ cwd: join(folder, 'in') });
    expect(summary({ diagnostics })).toEqual([
      'path-outside vocab.config.yaml:3:16',
      'path-outside vocab.config.yaml:3:27',
      'pattern-without-match vocab.config.yaml:3:37',
      'path-outside ok.yaml:4:11',
    ]);
    expect([...sources.keys()]).toEqual(['vocab.config.yaml', 'ok.yaml']);
  });

  test('is not left by the configuration itself', async () => {
    const folder = createFolder({ 'out.yaml': config('vocabularies: []\n') });
    mkdirSync(join(folder, 'in'));
    symlinkSync('../out.yaml', join(folder, 'in/vocab.config.yaml'));
    expect(summary(await loadConfig({ cwd: join(folder, 'in') }))).toEqual(['path-outside']);
  });

  test('holds files, not pipes', async () => {
    const folder = createFolder({ 'vocab.config.yaml': config('vocabularies: [pipe.yaml]\n') });
    execFileSync('/usr/bin/env', ['mkfifo', join(folder, 'pipe.yaml')]);
    expect(summary(await loadConfig({ cwd: folder }))).toEqual(['file-unreadable vocab.config.yaml:3:16']);
  });

  test('is told of a folder in the place of a file, with a pattern that is right where it is to be written', async () => {
    const files = (vocabularies: string) => ({
      'in/vocab.config.yaml': config(`vocabularies: [${vocabularies}]\n`),
      'in/w.yaml': 'name: w\nprefix: a\ntarget_model: c\ninclude: [x.txt]\n',
      'in/v/a.yaml': 'name: a\nprefix: b\ntarget_model: c\nhotwords: [alpha]\n',
      'in/x.txt/b': '',
    });
    const said = async (vocabularies: string) =>
      (await loadConfig({ cwd: createFolder(files(vocabularies)), file: 'in/vocab.config.yaml' }))
        .diagnostics;
    const hint = 'name a file in it; under `vocabularies`, v/*.yaml names all that end so';
    expect(await said('v')).toMatchObject([{ rule: 'file-unreadable', message: 'in/v is a folder', hint }]);
    expect(await said('v/*.yaml')).toEqual([]);
    // An include takes no patterns.
    expect(await said('w.yaml')).toMatchObject([
      { hint: 'name a file in it; under `vocabularies`, x.txt/*.yaml names all that end so' },
    ]);
  });
});

describe('the bytes of a file', () => {
  test.each([
    ['vocab.config.yaml', 'GBK'],
    ['v.yaml', 'GBK'],
    ['w.txt', 'GBK'],
  ])('that are no UTF-8 are reported for %s with the place and the way to convert them', async (name) => {
    const bytes = Buffer.concat([Buffer.from('# ok \ufffd\n# 词 '), Buffer.from([0xb4, 0xca, 0x0a])]);
    const { diagnostics } = await load({
      'vocab.config.yaml': config('vocabularies: [v.yaml]\n'),
      'v.yaml': 'name: v\nprefix: a\ntarget_model: b\ninclude: [w.txt]\n',
      'w.txt': 'a\n',
      [name]: bytes,
    });
    expect(diagnostics).toMatchObject([{ rule: 'not-utf8', location: { file: name, line: 2, column: 5 } }]);
    expect(diagnostics[0]?.hint).toContain(`iconv -f GB18030 -t UTF-8 ${name}`);
  });

  test.each([
    ['my words.txt', "'my words.txt'"],
    ['-f.txt', './-f.txt'],
    ["it's;$(x).txt", "'it'\\''s;$(x).txt'"],
    ['词表-2.txt', '词表-2.txt'],
  ])('are converted by a command that names the file as one word: %s', async (name, word) => {
    const { diagnostics } = await load({
      'vocab.config.yaml': config('vocabularies: [v.yaml]\n'),
      'v.yaml': `name: v\nprefix: a\ntarget_model: b\ninclude: [${JSON.stringify(name)}]\n`,
      [name]: Buffer.from([0xb4, 0xca, 0x0a]),
    });
    expect(diagnostics[0]?.hint).toContain(
      `iconv -f GB18030 -t UTF-8 ${word} > utf8.tmp && mv utf8.tmp ${word}`,
    );
  });

  test('in UTF-16 are recognised', async () => {
    const { diagnostics } = await load({ 'vocab.config.yaml': Buffer.from('\ufeffversion: 1', 'utf16le') });
    expect(diagnostics).toMatchObject([{ rule: 'not-utf8', location: { line: 1, column: 1 } }]);
    expect(diagnostics[0]?.hint).toContain('-f UTF-16');
  });

  test.each([
    ['UTF-16LE', '版本: 一\n', (text: string) => Buffer.from(text, 'utf16le')],
    ['UTF-16BE', '版本: 一\n', (text: string) => Buffer.from(text, 'utf16le').swap16()],
    ['UTF-16LE', 'version: 1\n', (text: string) => Buffer.from(text, 'utf16le')],
    ['UTF-16BE', 'version: 1\n', (text: string) => Buffer.from(text, 'utf16le').swap16()],
  ])('in %s without a mark are recognised by their zeros: %j', async (encoding, text, bytes) => {
    const { diagnostics } = await load({ 'vocab.config.yaml': bytes(text) });
    expect(diagnostics).toMatchObject([{ rule: 'not-utf8', location: { line: 1 } }]);
    expect(diagnostics[0]?.hint).toContain(`iconv -f ${encoding} -t UTF-8 vocab.config.yaml`);
  });

  test.each([
    ['a new one', [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0xff]],
    ['an old one', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]],
  ])('of a workbook are no encoding: %s', async (_which, bytes) => {
    const { diagnostics } = await load({ 'vocab.config.yaml': Buffer.from(bytes) });
    expect(diagnostics).toMatchObject([
      {
        rule: 'not-text',
        message: expect.stringContaining('is a workbook'),
        hint: expect.stringContaining('CSV UTF-8'),
      },
    ]);
  });

  test('in GBK with a zero somewhere are not taken for UTF-16', async () => {
    const bytes = Buffer.from([0xb4, 0xca, 0x0a, 0x00, 0x61, 0x0a, 0x00, 0x61]);
    const { diagnostics } = await load({ 'vocab.config.yaml': bytes });
    expect(diagnostics[0]?.hint).toContain('iconv -f GB18030');
  });

  test('may not be zero', async () => {
    expect(summary(await load({ 'vocab.config.yaml': 'a: 1\n#\0\n' }))).toEqual([
      'not-text vocab.config.yaml:2:2',
    ]);
  });

  test('may begin with a byte-order mark and end lines with CR LF', async () => {
    const text = config(
      'vocabularies:\n  - name: v\n    prefix: a\n    target_model: b\n    hotwords:\n      - a b\n      - { text: c }\n',
    );
    const { config: plain } = await load({ 'vocab.config.yaml': text });
    const loaded = await load({ 'vocab.config.yaml': `\ufeff${text.replaceAll('\n', '\r\n')}` });
    expect(loaded.diagnostics).toEqual([]);
    expect(words(loaded)).toEqual(['a b|4|', 'c|4|']);
    expect(loaded.config?.vocabularies).toEqual(plain?.vocabularies);
  });

  test('may be at most 8 MiB', async () => {
    expect(summary(await load({ 'vocab.config.yaml': '#'.repeat(8 * 1024 * 1024 + 1) }))).toEqual([
      'file-too-large',
    ]);
  });

  test('may be at most 32 MiB in all, counted as often as they are included', async () => {
    const folder = createFolder({ 'w.txt': `# ${'x'.repeat(7 * 1024 * 1024)}\na\n` });
    const vocabularies = Array.from(
      { length: 5 },
      (_, index) => `  - { name: v${index}, prefix: a, target_model: b, include: [w.txt] }\n`,
    );
    writeFileSync(join(folder, 'vocab.config.yaml'), config(`vocabularies:\n${vocabularies.join('')}`));
    expect(summary(await loadConfig({ cwd: folder }))).toEqual(['file-too-large vocab.config.yaml:8:55']);
  });
});

test('what is wrong with the files of a pattern is said before what is wrong with their words', async () => {
  const { config: loaded, diagnostics } = await load({
    'vocab.config.yaml': config('vocabularies: [v/*.yaml]\n'),
    'v/a.yaml': 'name: a\nprefix: a\ntarget_model: fun-asr\nhotwords: [one, { txt: two }]\n',
    'v/b.yaml': '- no mapping\n',
    'v/c.yaml': 'name: c\nprefix: c\ntarget_model: fun-asr\nhotwords: [three]\n',
    'v/d.yaml': 'name: d\nprefix: d\ntarget_model: fun-asr\nhotwords: []\n',
    'v/e.yaml': 'prefix: e\ntarget_model: fun-asr\nhotwords: [four]\ninclude: [none.txt]\n',
  });
  expect(diagnostics.map(({ rule, location }) => `${location?.file}: ${rule}`)).toEqual([
    'v/b.yaml: invalid-value',
    'v/a.yaml: unknown-key',
    'v/d.yaml: vocabulary-empty',
    'v/e.yaml: missing-key',
    'v/e.yaml: file-missing',
  ]);
  expect(loaded?.vocabularies.map(({ name, entries }) => [name, entries.length])).toEqual([
    ['a', 1],
    ['c', 1],
    ['d', 0],
  ]);
});

describe('what is wrong in one place', () => {
  const broken = (lines: string) =>
    `defaults: { target_model: fun-asr }\nvocabularies:\n  - name: m\n    prefix: Acme_M\n    hotwords: [一二三四五六七八九十一二三四五六]\n${lines}`;

  test.each([
    ['    onwer: x\n', 'unknown-key'],
    ["    owner: ''\n", 'invalid-value'],
    ['    description: [x]\n', 'invalid-value'],
    ['    previous_prefixes: acme\n', 'invalid-value'],
    ['    include: [{ file: a.csv, colums: { text: x } }]\n', 'unknown-key'],
  ])('keeps nothing else of a vocabulary from being said: %j', async (line, rule) => {
    const { diagnostics } = await check(
      { cwd: createFolder({ 'vocab.config.yaml': config(broken(line)), 'a.csv': 'text\nx\n' }) },
      { now: () => 0 },
    );
    const rules = diagnostics.map((found) => found.rule);
    expect(rules).toContain(rule);
    expect(rules).toContain('prefix-invalid');
    expect(rules).toContain('hotword-too-long');
  });

  test.each(['    name: [m]\n', '    target_model: [x, [y]]\n', '    delivery: both\n'])(
    'does, where it decides what the vocabulary is: %j',
    async (line) => {
      const text = broken(line).replace(
        '- name: m\n',
        line.includes('name: [') ? '- description: x\n' : '- name: m\n',
      );
      const loaded = await load({ 'vocab.config.yaml': config(text) });
      expect(loaded.config?.vocabularies).toEqual([]);
      expect(loaded.config?.unread_vocabularies).toBe(1);
    },
  );

  test('keeps no other line under rules from being said', async () => {
    const lines =
      'vocabularies: []\nrules:\n  prefix-of-ten: Off\n  sound-alike: off\n  hotword-empty: off\n';
    const cwd = createFolder({ 'vocab.config.yaml': config(lines) });
    const { diagnostics } = await check({ cwd }, { now: () => 0 });
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['invalid-value', 'rule-unknown', 'rule-fixed']);
  });
});

describe('a file that is not there', () => {
  const folders = {
    'vocabularies/m.yaml': vocabularyWith('words/drug.csv'),
    'vocabularies/words/drugs.csv': 'text\nx\n',
  };

  test('is guessed as it would be written there', async () => {
    const { diagnostics } = await load({
      ...folders,
      'vocab.config.yaml': config('vocabularies: [vocabularies/m.yaml, vocabularies/mm.yaml]\n'),
    });
    expect(diagnostics.map(({ hint }) => hint)).toEqual([
      expect.stringContaining('did you mean "words/drugs.csv"?'),
      expect.stringContaining('did you mean "vocabularies/m.yaml"?'),
    ]);
  });

  test.each(['words/*.csv', 'words/{a,b}.csv'])('is none of several under include: %s', async (pattern) => {
    const { diagnostics } = await load({
      ...folders,
      'vocab.config.yaml': config('vocabularies: [vocabularies/m.yaml]\n'),
      'vocabularies/m.yaml': vocabularyWith(`"${pattern}"`),
    });
    expect(diagnostics).toMatchObject([
      { rule: 'file-missing', hint: 'name each file: patterns are for `vocabularies`' },
    ]);
  });
});

function vocabularyWith(include: string): string {
  return `name: m\nprefix: acmem\ntarget_model: fun-asr\nhotwords: [a]\ninclude: [${include}]\n`;
}
