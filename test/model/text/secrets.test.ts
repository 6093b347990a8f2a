import { expect, it } from 'vitest';
import {
  blotOut,
  findKeys,
  findKeysAndQueries,
  holdsKey,
  holdsKeyIn,
  isBlotted,
  maskKeys,
  maskKeysIn,
} from '../../../src/model/text/secrets.js';

it.each([
  ['sk-0123456789abcdef0123456789abcdef', 'sk-…'],
  ['sk-ws-0.123456.7890', 'sk-…'],
  ['sk-abcd12345678', 'sk-…'],
  ['sk-ws-0.12.345', 'sk-…'],
  ['"sk-abcd12345678", and on', '"sk-…", and on'],
  ['_sk-abcd12345678', '_sk-…'],
  ['"a\\nsk-abcd12345678"', '"a\\nsk-…"'],
  ['sk-abcdefghijklmnop', 'sk-…'],
  ['sk-abcd1234 sk-efgh5678', 'sk-… sk-…'],
  ['https://bob:hunter2@host/a', 'https://bob:…@host/a'],
  ['redis://:p@ss:w@host', 'redis://:…@host'],
  ['at "https://bob:sk-abcd12345678@host", and on', 'at "https://bob:sk-…@host", and on'],
])('finds and masks what is a key: %s', (text, masked) => {
  expect(holdsKey(text)).toBe(true);
  expect(maskKeys(text)).toBe(masked);
  expect(findKeys(text)).not.toEqual([]);
  // What is masked or blotted out is no key any more.
  expect(holdsKey(masked)).toBe(false);
  expect(findKeys(blotOut(text, findKeys(text)))).toEqual([]);
});

it.each([
  'sk-learning',
  'sk-abc1234',
  'task-0123456789abcdef',
  'disk-0123456789abcdef',
  'vocab-sk-0123456789abcdef0123456789abcdef',
  'vocab-9sk-0123456789abcdef0123456789abcdef',
  'https://host:8080/a@b',
  'https://host:8080?by=a@b',
  'https://bob@host',
  'https://host:8080 of bob@host',
  'mailto:bob@host',
])('leaves alone what is none: %s', (text) => {
  expect(holdsKey(text)).toBe(false);
  expect(maskKeys(text)).toBe(text);
  expect(findKeys(text)).toEqual([]);
});

it('masks every text of a value, the names of its fields too, and nothing else', () => {
  const key = 'sk-abcd12345678';
  expect(maskKeysIn({ [key]: [key, 1, null, { deep: `x ${key}` }], fine: true })).toEqual({
    'sk-…': ['sk-…', 1, null, { deep: 'x sk-…' }],
    fine: true,
  });
});

it('blots out without moving what comes after', () => {
  const text = 'a: sk-abcd12345678 # b\napi_key: secret\n';
  const blotted = blotOut(text, findKeys(text));
  expect(blotted).toBe(`a: sk-${'…'.repeat(12)} # b\napi_key: ${'…'.repeat(6)}\n`);
  expect(blotted).toHaveLength(text.length);
});

const found = (text: string) => findKeys(text).map(({ start, end }) => text.slice(start, end));

it('finds nothing in a text that has neither a key nor the name of one', () => {
  expect(findKeys('hotwords: [alpha]')).toEqual([]);
});

it('finds keys in the order in which they stand, whether by their form or by their names', () => {
  const text = 'password: first1\nnote: sk-abcd12345678\ntoken: third3\n';
  expect(found(text)).toEqual(['first1', 'sk-abcd12345678', 'third3']);
});

it('finds a key once that has the form and stands under a name, as far as either goes', () => {
  expect(found('api_key: sk-abcd12345678\n')).toEqual(['sk-abcd12345678']);
  expect(found('token: x=sk-abcd12345678;y\nsecret: other\n')).toEqual(['x=sk-abcd12345678;y', 'other']);
});

it('finds the queries of URLs where it is asked for them, with the keys inside', () => {
  const text = '{"url": "https://host/a.wav?key=sk-abcd12345678&b=1", "text": "why? https://host/b?c"}';
  const ranges = findKeysAndQueries(text);
  expect(ranges.map(({ start, end }) => text.slice(start, end))).toEqual(['key=sk-abcd12345678&b=1', 'c']);
  expect(found(text)).toEqual(['sk-abcd12345678']);
});

it('makes one of what overlaps, from the first beginning to the last end', () => {
  expect(found('token: https://bob:sk-abcd12345678!rest@host')).toEqual([
    'https://bob:sk-abcd12345678!rest@host',
  ]);
  expect(found('at https://bob:sk-abcd12345678!rest@host')).toEqual(['sk-abcd12345678!rest']);
});

it.each([
  ['a text', 'sk-abcd12345678'],
  ['a list', ['a', 'sk-abcd12345678']],
  ['a field', { a: { b: 'https://bob:hunter2@host' } }],
  ['the name of one', { a: [{ 'sk-abcd12345678': 1 }] }],
  ['what follows a line feed', { a: '\nsk-abcd12345678' }],
])('finds a key in a value where it would be masked: in %s', (_where, value) => {
  expect(holdsKeyIn(value)).toBe(true);
  expect(maskKeysIn(value)).not.toEqual(value);
  expect(holdsKeyIn(maskKeysIn(value))).toBe(false);
});

it('finds one beside fields that hold none', () => {
  expect(holdsKeyIn({ a: 'plain', b: 'sk-abcd12345678', c: 1 })).toBe(true);
});

it.each([null, 1, 'a', ['a', { b: null }]])('finds none in %j', (value) => {
  expect(holdsKeyIn(value)).toBe(false);
});

it('knows a text that something was blotted out of', () => {
  for (const text of ['sk-abcd12345678', 'see https://bob:x@host', 'see https://bob:xy@host']) {
    expect(isBlotted(blotOut(text, findKeys(text)))).toBe(true);
  }
  expect(isBlotted('and so on…')).toBe(false);
});
