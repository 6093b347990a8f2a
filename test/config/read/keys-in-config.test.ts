import { expect, test } from 'vitest';
import { config, load, loadVocabulary, summary } from '../project.js';

const key = 'sk-0123456789abcdef0123456789abcdef';
const account = (line: string) => `version: 1\naccount:\n  region: singapore\n  ${line}\nvocabularies: []\n`;

test.each([
  ['as the value of api_key_env', account(`api_key_env: ${key}`), '4:16'],
  ['in quotes', account(`api_key_env: "${key}"`), '4:17'],
  ['under a key of its own', account(`api_key: ${key}`), '4:12'],
  ['in a comment', account(`# ${key}`), '4:5'],
  ['in the middle of a text', account(`workspace: "x ${key} y"`), '4:17'],
  ['as the key of a mapping', account(`${key}: x`), '4:3'],
  ['of a workspace', account('workspace: sk-ws-0.123456.7890'), '4:14'],
  ['in a file that is no YAML', account(`api_key_env: [${key}`), '4:17'],
])('a key %s is an error that does not repeat it', async (_, text, location) => {
  const loaded = await load({ 'vocab.config.yaml': text });
  expect(summary(loaded)).toContain(`key-in-config vocab.config.yaml:${location}`);
  const everything = JSON.stringify([loaded.diagnostics, [...loaded.sources], loaded.config]);
  expect(everything).not.toMatch(/sk-(?:ws-)?0/);
  expect(loaded.sources.get('vocab.config.yaml')).toContain('sk-…');
  expect(loaded.diagnostics.find(({ rule }) => rule === 'key-in-config')?.hint).toContain('revoke');
});

test.each([
  ['api_key: a1b2c3', '4:12', 'a1b2c3'],
  ['dashscope_api_key:\n    a1b2c3', '5:5', 'a1b2c3'],
  ['"token": "a1b2c3"', '4:13', 'a1b2c3'],
  ['api_key_env: a1-b2-c3', '4:16', 'a1-b2-c3'],
  ['api_key_env: "two words"', '4:16', 'two words'],
  ['endpoint: "https://bob:a1b2c3@dashscope.aliyuncs.com"', '4:26', 'a1b2c3'],
  ['# see https://bob:a1b2c3@wiki.example.com', '4:21', 'a1b2c3'],
])('whatever stands where a key may stand is taken for one: %j', async (line, location, secret) => {
  const loaded = await load({ 'vocab.config.yaml': account(line) });
  expect(summary(loaded)).toContain(`key-in-config vocab.config.yaml:${location}`);
  expect(JSON.stringify([loaded.diagnostics, [...loaded.sources]])).not.toContain(secret);
});

test('a word that only ends in sk- begins no key', async () => {
  const loaded = await load({
    'vocab.config.yaml': config('vocabularies: []\nremoved: [task-management, disk-encryption]\n'),
  });
  expect(loaded.diagnostics).toEqual([]);
});

test('lines and columns stay where they are when a key is blotted out', async () => {
  const text = `version: 1\naccount: { region: singapore, api_key_env: ${key}, list_quota: 0 }\nvocabularies: []\n`;
  const loaded = await load({ 'vocab.config.yaml': text });
  expect(loaded.diagnostics.at(-1)?.location?.column).toBe((text.split('\n')[1]?.lastIndexOf('0') ?? 0) + 1);
  expect(loaded.sources.get('vocab.config.yaml')).toHaveLength(text.length);
});

test('only the name of a variable is no key', async () => {
  const loaded = await load({
    'vocab.config.yaml': account('api_key_env: _MY_key_2 # the secret: in the vault'),
  });
  expect(loaded.diagnostics).toEqual([]);
  expect(loaded.config?.account.api_key_env).toBe('_MY_key_2');
});

test('an empty secret hides no key that follows it', async () => {
  const loaded = await load({ 'vocab.config.yaml': account('token:\n  list_quota: 3') });
  expect(summary(loaded)).toEqual(['unknown-key vocab.config.yaml:4:3']);
  expect(loaded.sources.get('vocab.config.yaml')).toContain('list_quota: 3');
});

test('a hotword like a key reaches the rules, but neither messages nor source lines', async () => {
  const loaded = await loadVocabulary(
    `name: ${key}x y\nprefix: a\ntarget_model: b\nhotwords:\n  - ${key}\ninclude: [${key}.txt]\n`,
  );
  expect(
    JSON.stringify([loaded.diagnostics.map(({ message }) => message), [...loaded.sources]]),
  ).not.toContain(key.slice(0, 12));
  const other = await loadVocabulary(`name: v\nprefix: a\ntarget_model: b\nhotwords:\n  - ${key}\n`);
  expect(other.config?.vocabularies[0]?.entries[0]?.text).toBe(key);
});

test('the finding is there although the rest of the configuration is fine', async () => {
  const loaded = await load({ 'vocab.config.yaml': config(`vocabularies: []\n# ${key}\n`) });
  expect(loaded.config).not.toBeNull();
  expect(summary(loaded)).toEqual(['key-in-config vocab.config.yaml:4:3']);
});

test.each([
  ['its description', `description: see ${key}`, '1:18'],
  ['a comment', `# ${key}`, '1:3'],
])('a key in %s is an error of a file of a vocabulary, which does not repeat it', async (_, line, place) => {
  const loaded = await load({
    'vocab.config.yaml': config('vocabularies: [v.yaml]\n'),
    'v.yaml': `${line}\nname: v\nprefix: a\ntarget_model: fun-asr\nhotwords: [a]\n`,
  });
  expect(summary(loaded)).toEqual([`key-in-config v.yaml:${place}`]);
  expect(JSON.stringify([loaded.diagnostics, [...loaded.sources]])).not.toContain(key);
});

test('a key in a comment among the words is one too, and one in a word is left to the rule of words', async () => {
  const words = `hotwords:\n  - a\n  # ${key}\n  - b ${key}\n  - { text: c, note: "${key}" }\n`;
  const loaded = await load({
    'vocab.config.yaml': config('vocabularies: [v.yaml]\n'),
    'v.yaml': `name: v\nprefix: a\ntarget_model: fun-asr\n${words}`,
  });
  expect(summary(loaded)).toEqual(['key-in-config v.yaml:6:5']);
});
