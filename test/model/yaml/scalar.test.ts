import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { escapeJson, scalar, withoutBreaks } from '../../../src/model/yaml/scalar.js';
import { binary } from '../../support/any-text.js';

const awkward = [
  '是',
  'on',
  'null',
  '1e3',
  '- dash',
  'a: b',
  "it's #1",
  '"',
  '🙂',
  'colon:',
  '007',
  '0x1f',
  '~',
  ' ',
];

test.each(awkward)('writes %j so that every version of YAML reads it again', (text) => {
  expect(parse(scalar(text))).toBe(text);
  expect(parse(scalar(text), { version: '1.1' })).toBe(text);
});

test('writes any text so that it is read again, also inside a flow mapping', () => {
  fc.assert(
    fc.property(fc.string({ unit: binary }), (text) => {
      expect(parse(`{ a: ${scalar(text)}, b: 1 }`)).toEqual({ a: text, b: 1 });
    }),
  );
});

test('shows what nobody would see', () => {
  expect(escapeJson('"a\u200bb"')).toBe('"a\\u200bb"');
});

test('keeps a comment on one line', () => {
  expect(withoutBreaks('two\r\nlines\u2028three ')).toBe('two lines three');
});
