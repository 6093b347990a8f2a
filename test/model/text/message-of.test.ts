import { expect, it } from 'vitest';
import { messageOf } from '../../../src/model/text/message-of.js';

it.each([
  [new TypeError('wrong'), 'wrong'],
  ['a text', 'a text'],
  [undefined, 'undefined'],
])('%s says %j', (thrown, said) => {
  expect(messageOf(thrown)).toBe(said);
});
