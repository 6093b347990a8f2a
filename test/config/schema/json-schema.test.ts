import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { configJsonSchema, vocabularyJsonSchema } from '../../../src/config/schema/json-schema.js';
import { silentKeys } from '../../support/silent-keys.js';

const folder = join(import.meta.dirname, '../../../schemas');
const schemas = { config: configJsonSchema(), vocabulary: vocabularyJsonSchema() };

test.each(['config', 'vocabulary'] as const)(
  'schemas/%s.schema.json is what the code makes of it',
  (name) => {
    const file = join(folder, `${name}.schema.json`);
    const text = `${JSON.stringify(schemas[name], null, 2)}\n`;
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, text);
    expect(readFileSync(file, 'utf8')).toBe(text);
  },
);

test('every key has a description to hover over', () => {
  expect(silentKeys(schemas)).toEqual([]);
});

const validators = {
  config: new Ajv({ strict: true, strictTypes: false, strictRequired: false }).compile(schemas.config),
  vocabulary: new Ajv({ strict: true, strictTypes: false, strictRequired: false }).compile(
    schemas.vocabulary,
  ),
};

/** As an editor does: the values of YAML 1.2, not our reading of them. */
function isValid(name: keyof typeof validators, text: string): boolean {
  return validators[name](parse(text));
}

const minimal = 'version: 1\naccount: { region: singapore }\n';

describe('the schema of a configuration', () => {
  test.each([
    `${minimal}vocabularies: []`,
    `${minimal}vocabularies: ["v/*.yaml", { name: a, prefix: b, hotwords: [x, { text: y, weight: 5 }] }]`,
    `${minimal}vocabularies: []\nnamespace: acme\nprune: false`,
    `${minimal}vocabularies: []\nguards: { max_hotword_loss: 12.5%, update_interval: 0s }`,
    `${minimal}vocabularies: []\nmodels: { any-name: { family: fun-asr, weights: { min: 1, max: 5, super: 50 } } }`,
    `${minimal}vocabularies: []\nrules: { sounds-alike: off, prefix-of-ten: error, list-not-ready: info }`,
    'version: 1\naccount: { region: beijing, endpoint: emulator, api_key_env: K, list_quota: 1, workspace: w }\nvocabularies: []\ndefaults: { weight: 4, target_model: m }',
  ])('accepts %j', (text) => {
    expect(isValid('config', text)).toBe(true);
  });

  test.each([
    'version: 1\nvocabularies: []',
    minimal,
    `${minimal}vocabularies: x`,
    `${minimal}vocabularies: []\nunknown: 1`,
    `${minimal}vocabularies: []\nnamespace: acme`,
    `${minimal}vocabularies: []\nprune: true`,
    `${minimal}vocabularies: []\nnamespace: ACME\nprune: true`,
    `${minimal}vocabularies: []\nguards: { update_interval: 5 }`,
    `${minimal}vocabularies: []\noutputs: [{ path: a, format: xml }]`,
    `${minimal}vocabularies: []\nrules: { sound-alike: off }`,
    `${minimal}vocabularies: []\nrules: { sounds-alike: loud }`,
    `${minimal}vocabularies: []\nrules: { hotword-too-long: warning }`,
    `${minimal}vocabularies: []\nrules: { list-not-ready: error }`,
    `${minimal}vocabularies: []\nrules: [sounds-alike]`,
    'version: 2\naccount: { region: beijing }\nvocabularies: []',
    'version: 1\naccount: { region: tokyo }\nvocabularies: []',
    'version: 1\naccount: { region: beijing, endpoint: "http://x" }\nvocabularies: []',
    'version: 1\naccount: { region: beijing, api_key: x }\nvocabularies: []',
  ])('refuses %j', (text) => {
    expect(isValid('config', text)).toBe(false);
  });
});

describe('the schema of a vocabulary', () => {
  test.each([
    'name: a\nprefix: acme\ntarget_model: m\nhotwords: [a, 1e3, null, true, 2026-01-01, { text: 5, weight: 5, lang: zh, extra: { x: 1 } }]',
    'name: a\nprefix: acme\ntarget_models: [m, n]\nvocabulary_id: v\ninclude: [a.txt]',
    'name: a\nprefix: acme\nowner: ward 3\nhotwords: [{ text: a, note: heard as b, expires: 2027-03-31 }, { text: b, note: 5, expires: }]',
    'name: a\nprefix: acme\ninclude: [{ file: a.csv, columns: { text: 热词, note: 备注, expires: 到期 } }]',
    'name: a\nprefix: acme\nvocabulary_id: [v]\ndescription: d\nprevious_prefixes: [b]\nhotwords: []',
  ])('accepts %j', (text) => {
    expect(isValid('vocabulary', text)).toBe(true);
  });

  test.each([
    'prefix: acme\nhotwords: [a]',
    'name: a b\nprefix: acme',
    'name: a\nprefix: ACME',
    'name: a\nprefix: abcdefghijk',
    'name: a\nprefix: acme\ntarget_model: m\ntarget_models: [m]',
    'name: a\nprefix: acme\nhotwords: a',
    'name: a\nprefix: acme\nhotwords: [[a]]',
    'name: a\nprefix: acme\nhotwords: [{ weight: 5 }]',
    'name: a\nprefix: acme\nhotwords: [{ text: a, weight: "5" }]',
    'name: a\nprefix: acme\nhotwords: [{ text: a, wieght: 5 }]',
    'name: a\nprefix: acme\nhotwords: [{ text: a, expires: 2027/03/31 }]',
    'name: a\nprefix: acme\nhotwords: [{ text: a, note: [b] }]',
    'name: a\nprefix: acme\nowner: [b]\nhotwords: [a]',
    'name: a\nprefix: acme\nhotword: [a]',
  ])('refuses %j', (text) => {
    expect(isValid('vocabulary', text)).toBe(false);
  });
});
