import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { normaliseText } from '../../../src/config/words/normalise-text.js';
import { canonicalHotword, type Hotword } from '../../../src/model/hotword.js';
import { renderVocabulary, renderWords } from '../../../src/model/yaml/render-vocabulary.js';
import { loadVocabulary, onlyVocabulary } from '../../config/project.js';
import { binary, grapheme } from '../../support/any-text.js';
import { runs } from '../../support/sample.js';

const plain: Hotword = { text: 'Exothermic reaction', weight: 4, lang: null, extra: null };

test('writes a vocabulary as a person would', () => {
  const text = renderVocabulary(
    {
      name: 'medical',
      prefix: 'acmemed',
      target_models: ['fun-asr', 'fun-asr-realtime'],
      previous_prefixes: ['acmemd'],
      vocabulary_id: ['vocab-acmemed-1'],
      description: 'words: of doctors',
      owner: 'clinical documentation',
      hotwords: [
        plain,
        {
          text: 'EGFR抑制剂',
          weight: 5,
          lang: 'zh',
          extra: null,
          note: 'asked: ward 3',
          expires: '2027-03-31',
        },
        { text: 'on', weight: 4, lang: null, extra: null },
        { text: '2026-01-01', weight: 4, lang: 'no', extra: null },
        { text: '5G', weight: 4, lang: null, extra: { translation: 'a, b', deep: { n: [1, null] } } },
        { text: 'a: b\u200b', weight: 4, lang: null, extra: {} },
      ],
      include: ['words/drugs.csv'],
    },
    { schema: '../schemas/vocabulary.schema.json', comment: 'Edited by\nthe doctors' },
  );
  expect(text).toBe(`# yaml-language-server: $schema=../schemas/vocabulary.schema.json
# Edited by
# the doctors
name: medical
prefix: acmemed
target_models: [fun-asr, fun-asr-realtime]
previous_prefixes: [acmemd]
vocabulary_id: [vocab-acmemed-1]
description: "words: of doctors"
owner: clinical documentation
hotwords:
  - Exothermic reaction
  - { text: EGFR抑制剂, weight: 5, lang: zh, note: "asked: ward 3", expires: 2027-03-31 }
  - "on"
  - { text: "2026-01-01", lang: "no" }
  - { text: 5G, extra: { translation: "a, b", deep: { "n": [1, null] } } }
  - "a: b\\u200b"
include:
  - words/drugs.csv
`);
});

test('writes one model as target_model, and weights against the default of the configuration', () => {
  const file = {
    name: 'a',
    prefix: 'b',
    target_models: ['fun-asr'],
    hotwords: [plain, { ...plain, weight: 3 }],
  };
  expect(renderVocabulary(file, { default_weight: 3 })).toBe(
    'name: a\nprefix: b\ntarget_model: fun-asr\nhotwords:\n  - { text: Exothermic reaction, weight: 4 }\n  - Exothermic reaction\n',
  );
});

test('lets no comment end early', () => {
  const file = { name: 'a', prefix: 'b', target_models: ['c'], hotwords: [plain] };
  const text = renderVocabulary(file, { comment: 'a\rname: x\u0085\u2028b', schema: 'x\nname: y' });
  expect(parse(text)).toMatchObject({ name: 'a' });
  expect(text.split('\n').slice(0, 2)).toEqual([
    '# yaml-language-server: $schema=x name: y',
    '# a name: x b',
  ]);
});

const tricky = fc.constantFrom(
  'null',
  '~',
  'yes',
  'Y',
  '1e3',
  '0x1F',
  '1_0',
  '012',
  '.5',
  '-',
  '- a',
  '? a',
  ': a',
  'a: b',
  'a #b',
  '#a',
  '[a]',
  '{a}',
  '&a',
  '*a',
  '!a',
  '|',
  '>',
  "'a'",
  '"a"',
  '%a',
  '@a',
  '`a',
  'a,b',
  'a\\b',
  '---',
  '...',
  '<<',
  '=',
  '\ufeff',
  'a\u0085b',
  'a\u2028b',
  '\u0001',
  '👩‍⚕️',
  'ﷺ',
  'a:',
  'text: a',
);
const text = fc
  .oneof(tricky, fc.string({ unit: grapheme, maxLength: 12 }), fc.string({ unit: binary, maxLength: 8 }))
  .map(normaliseText)
  .filter((word) => word !== '' && !word.includes('\0'));
const extra = fc
  .dictionary(fc.stringMatching(/^[a-z_]{1,8}$/), fc.jsonValue({ maxDepth: 2, stringUnit: 'binary' }), {
    maxKeys: 3,
  })
  .map((fields) => JSON.parse(JSON.stringify(fields)) as Record<string, unknown>)
  .filter((fields) => !['text', 'weight', 'lang'].some((key) => key in fields) && !hasLargeNumber(fields));
const hotword = fc.record({
  text,
  weight: fc.integer({ min: -3, max: 60 }),
  lang: fc.option(fc.constantFrom('zh', 'en', 'no', 'ja')),
  extra: fc.option(extra, { freq: 3 }),
});

/** JSON numbers that JavaScript cannot hold are read as text, on purpose. */
function hasLargeNumber(value: unknown): boolean {
  const json = JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'number' && Number.isInteger(inner) && !Number.isSafeInteger(inner) ? '<large>' : inner,
  );
  return json.includes('<large>') || json.includes('__proto__');
}

test('is read back as the same entries, by this and by any other YAML reader', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(hotword, { minLength: 1, maxLength: 6 }), async (hotwords) => {
      const rendered = renderVocabulary({ name: 'a', prefix: 'b', target_models: ['c'], hotwords });
      const loaded = await loadVocabulary(rendered);
      expect(loaded.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(onlyVocabulary(loaded).entries.map(canonicalHotword)).toEqual(hotwords.map(canonicalHotword));
      for (const version of ['1.1', '1.2'] as const) {
        const { hotwords: items } = parse(rendered, { version }) as {
          hotwords: (string | { text: string })[];
        };
        expect(items.map((item) => (typeof item === 'string' ? item : item.text))).toEqual(
          hotwords.map((word) => word.text),
        );
      }
    }),
    { numRuns: runs(300) },
  );
});

test('writes how the words of an instant vocabulary are delivered, and no prefix', () => {
  const file = { name: 'a', delivery: 'instant', target_models: ['b', 'c'], hotwords: [plain] } as const;
  expect(renderVocabulary(file)).toBe(
    'name: a\ndelivery: instant\ntarget_models: [b, c]\nhotwords:\n  - Exothermic reaction\n',
  );
});

test('writes nothing for what is left out or empty', () => {
  const empty = { ...plain, lang: '', note: '', expires: '' };
  const file = { name: 'a', prefix: 'b', target_models: [], hotwords: [empty] };
  expect(renderVocabulary(file, { comment: 'one\n\ntwo ' })).toBe(
    '# one\n#\n# two\nname: a\nprefix: b\nhotwords:\n  - Exothermic reaction\n',
  );
});

test('writes a file of hotwords alone as a list, against the default weight or the one that is given', () => {
  const hotwords = [plain, { ...plain, text: 'on', weight: 3, note: 'a switch' }];
  expect(renderWords(hotwords)).toBe('- Exothermic reaction\n- { text: "on", weight: 3, note: a switch }\n');
  expect(renderWords(hotwords, { default_weight: 3 })).toBe(
    '- { text: Exothermic reaction, weight: 4 }\n- { text: "on", note: a switch }\n',
  );
  expect(renderWords([])).toBe('');
});
