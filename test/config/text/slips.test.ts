import { describe, expect, it } from 'vitest';
import { configJsonSchema, vocabularyJsonSchema } from '../../../src/config/schema/json-schema.js';
import { allKeys } from '../../../src/config/text/slips.js';
import { config, load, summary } from '../project.js';

const minimal = 'account: { region: beijing }\ndefaults: { target_model: fun-asr }\n';
const inVocabulary = (line: string) =>
  `version: 1\n${minimal}vocabularies:\n  - name: m\n    prefix: m\n    hotwords:\n      - ${line}\n`;

async function said(text: string) {
  const { diagnostics } = await load({ 'vocab.config.yaml': text });
  return diagnostics.map(({ message, hint, location }) => [
    `${location?.line}:${location?.column}`,
    message.replace('not valid YAML: ', ''),
    hint,
  ]);
}

describe('a colon of Chinese, or one without a space', () => {
  it.each([
    [
      `version：1\n${minimal}vocabularies: []\n`,
      '1:8',
      'the colon behind version is a full-width one',
      'version: 1',
    ],
    [
      `version:1\n${minimal}vocabularies: []\n`,
      '1:8',
      'there is no space behind the colon of version',
      'version: 1',
    ],
    [
      `version: 1\naccount:\n  region：beijing\n  name: x\nvocabularies: []\n`,
      '3:9',
      'the colon behind region',
      'region: beijing',
    ],
    [`version: 1\n${minimal}vocabularies：[]\n`, '4:13', 'the colon behind vocabularies', 'vocabularies: []'],
    [
      `version: 1\n${minimal}vocabularies:\n  - name：m\n    prefix: m\n`,
      '5:9',
      'the colon behind name',
      'name: m',
    ],
    [
      `version: 1\n${minimal}vocabularies: []\nguards：\n  max_deletes: 1\n`,
      '5:7',
      'the colon behind guards',
      'guards:',
    ],
  ])('is named in %j', async (text, place, ...[message, meant]) => {
    expect(await said(text)).toEqual([[place, expect.stringContaining(message), `write it as: ${meant}`]]);
  });

  it.each([
    [`version: 1\naccount: { region：beijing }\nvocabularies: []\n`, 'region: beijing'],
    [`version: 1\naccount: { region:beijing }\nvocabularies: []\n`, 'region: beijing'],
    [inVocabulary('{ text：词 }'), 'text: 词'],
    [inVocabulary('{ text: 词, weight：5 }'), 'weight: 5'],
    [inVocabulary('{ text：词，weight：5 }'), 'text: 词, weight: 5'],
    [inVocabulary('text：词，weight：5'), '{ text: 词, weight: 5 }'],
    [inVocabulary('text：词'), 'text: 词'],
  ])('is told where it makes a key, or a word, of another name: %j', async (text, meant) => {
    const hints = (await said(text)).map(([, , hint]) => hint);
    expect(hints).toContainEqual(expect.stringMatching(new RegExp(`^write it as: ${meant}(;|$)`)));
  });

  it.each(['http://x/y.yaml', 'a:b', 'C:/x'])('belongs to a text in quotes, such as %s', async (text) => {
    const { diagnostics } = await load({
      'vocab.config.yaml': config(`vocabularies: []\nprotect: ['${text}']\n`),
    });
    expect(diagnostics.map(({ rule }) => rule)).toEqual([]);
  });
});

describe('a sign of Chinese between braces, or in their place', () => {
  it.each([
    [`version: 1\naccount: { region: beijing，name: x }\nvocabularies: []\n`, '2:27', ', and a space'],
    [inVocabulary('{ text: 词四，weight: 5 }'), '8:19', ', and a space'],
  ])('is named in %j', async (text, place, ascii) => {
    expect(await said(text)).toEqual([
      [
        place,
        '"，" is a full-width sign, and no part of YAML',
        `write ${ascii} in its place; where it belongs to a text, put quotes around that`,
      ],
    ]);
  });

  it('is told where it makes a key of another name', async () => {
    const hints = (await said(`version: 1\n${minimal}vocabularies:\n  - ｛ name: n ｝\n`)).map(
      ([, , hint]) => hint,
    );
    expect(hints).toContain('write { in its place; where it belongs to a text, put quotes around that');
  });
});

/** The names of all properties of a schema, but those of `rules`, which have dashes. */
function keysOf(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = 'properties' in schema ? Object.keys(schema.properties ?? {}) : [];
  return [...own, ...Object.values(schema).flatMap(keysOf)].filter((key) => !key.includes('-'));
}

it('is looked for behind every key that there is, and behind no other', () => {
  const keys = keysOf([configJsonSchema(), vocabularyJsonSchema()]);
  expect(allKeys).toEqual([...new Set(keys)].toSorted());
});

describe('is nothing where the error is another one', () => {
  it('on another line', async () => {
    const loaded = await load({ 'vocab.config.yaml': `version: 1\n${minimal}vocabularies: [心律，心率\n` });
    expect(summary(loaded)).toEqual(['yaml-syntax vocab.config.yaml:5:1']);
    expect(loaded.diagnostics[0]?.hint).toMatch(/^correct the indentation/);
  });

  it.each([
    'hotwords:\n  - { text: 乙, weight: 5\n  - text:丙\n',
    'hotwords:\n  - [乙\n  - “丙”，x',
    'description: "他说\nhotwords:\n  - text：丙\n',
  ])('on the line before, which is not closed: %j', async (lines) => {
    const { diagnostics } = await load({
      'vocab.config.yaml': config('vocabularies: [v.yaml]\n'),
      'v.yaml': `name: m\nprefix: m\ntarget_model: fun-asr\n${lines}`,
    });
    expect(diagnostics[0]?.rule).toBe('yaml-syntax');
    for (const { hint } of diagnostics) expect(hint).not.toMatch(/^write (?:it as|. )/);
  });

  it.each(['Re:Zero', 'Re：Zero', 'x: 1'])('and a colon stands behind something else: %s', async (text) => {
    const { diagnostics } = await load({
      'vocab.config.yaml': config('vocabularies: [v.yaml]\n'),
      'v.yaml': `name: m\nprefix: m\ntarget_model: fun-asr\nhotwords:\n  - ${text}\n    - b: c: d\n`,
    });
    expect(diagnostics.map(({ rule }) => rule)).toContain('yaml-syntax');
    for (const { hint } of diagnostics) expect(hint).not.toContain('write it as');
  });

  it.each([
    'hotwords: [a, "你好，世界" b]',
    "hotwords: [a, '比例：一' b]",
    'hotwords: [a b: c: d] # 说明：热词，[重要]',
    'description: "他说：{x}" y',
    'description: 他说：{x: [}',
  ])('on the same line: %s', async (line) => {
    const { diagnostics } = await load({
      'vocab.config.yaml': config('vocabularies: [v.yaml]\n'),
      'v.yaml': `name: m\nprefix: m\ntarget_model: fun-asr\n${line}\n`,
    });
    expect(diagnostics.map(({ rule }) => rule)).toContain('yaml-syntax');
    for (const { message } of diagnostics) expect(message).not.toContain('full-width');
  });
});

describe('what a list is pasted with', () => {
  const list = (...items: string[]) =>
    `version: 1\n${minimal}vocabularies:\n  - name: m\n    prefix: m\n    hotwords:\n${items.map((item) => `${item}\n`).join('')}`;
  const [first, last] = ['      - 甲', '      - 丙'];

  it.each([
    ['wide spaces', '\u3000\u3000\u3000- 乙', '9:1', 'indented with full-width spaces', 'delete them'],
    [
      'no-break spaces',
      '\u00a0\u00a0- 乙',
      '9:1',
      'indented with no-break or other wide spaces',
      'delete them',
    ],
    [
      'a wide space behind the dash',
      '      -\u3000乙',
      '9:8',
      'the space behind the dash is no plain one (full-width)',
      'write it as: - 乙',
    ],
    [
      'no dash before quotes',
      '      "乙 丁"',
      '9:7',
      'there is no dash in front of the item',
      'write it as: - "乙 丁"',
    ],
    [
      'no dash before a sign',
      '      @乙',
      '9:7',
      'there is no dash in front of the item',
      'write it as: - "@乙"',
    ],
    ['no dash', '      乙', '9:7', 'there is no dash in front of the item', 'write it as: - 乙'],
  ])('is named where it is: %s', async (...[, item, place, message, hint]) => {
    expect(await said(list(first, item, last))).toEqual([
      [place, expect.stringContaining(message), expect.stringContaining(hint)],
    ]);
  });

  it.each([
    ['a key without its colon', '      weight 5'],
    ['a key further in', '        weight 5'],
    ['a bracket', '      }'],
    ['a dash of another width', '      － 乙'],
  ])('is no dash that is missing: %s', async (_, line) => {
    const found = await said(list('      - text: 甲', line, last));
    expect(found.map(([, message]) => message)).not.toContain('there is no dash in front of the item');
  });

  it.each([
    ['{ text: 乙 weight: 4 }', '{ text: 乙, weight: 4 }'],
    ['{ text: 乙, note: 三病区 weight: 4 }', '{ text: 乙, note: 三病区, weight: 4 }'],
    ['{ text: "乙 丙" weight: 4 }', '{ text: "乙 丙", weight: 4 }'],
    ["{ text: 乙, note: 'a: b' weight: 4 }", "{ text: 乙, note: 'a: b', weight: 4 }"],
  ])('is told where a comma is missing: %s', async (item, meant) => {
    const found = await said(inVocabulary(item));
    expect(found[0]?.slice(1)).toEqual(['there is no comma in front of weight', `write it as: - ${meant}`]);
  });

  it('is told of no comma where the key is there already', async () => {
    const [[, message] = []] = await said(inVocabulary('{ text: 乙, note: siehe text: 丙 }'));
    expect(message).not.toContain('comma');
  });

  it('is told of a long line in no more time than the line is long', async () => {
    const start = performance.now();
    await said(list(first, `      ${'a{'.repeat(150_000)}`, last));
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
