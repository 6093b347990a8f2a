import { expect, it } from 'vitest';
import { flowValue } from '../../../src/model/yaml/flow-value.js';

it.each([
  ['a text', '热词', '热词'],
  ['a text that looks like something else', 'no', '"no"'],
  ['a text with a bracket', 'a]', '"a]"'],
  ['numbers', [1, -1.5, 1e21], '[1, -1.5, 1e+21]'],
  ['null and switches', [null, true], '[null, true]'],
  ['a mapping', { a: 1, 'b c': { on: [] } }, '{ a: 1, b c: { "on": [] } }'],
  ['nothing', {}, '{}'],
])('writes %s in one line', (_what, value, expected) => {
  expect(flowValue(value)).toBe(expected);
});
