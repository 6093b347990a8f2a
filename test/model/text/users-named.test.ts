import { expect, it } from 'vitest';
import { listed, usersNamed } from '../../../src/model/text/users-named.js';

it.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
  ['abcdefghij'.split(''), 'a, b, c, d, e, f, g, h, i and j'],
  ['abcdefghijkl'.split(''), 'a, b, c, d, e, f, g, h, i, j and 2 more'],
])('lists %j', (names, text) => {
  expect(listed(names)).toBe(text);
});

it('names each consumer once, and speaks of consumers where none is named', () => {
  expect(usersNamed(['a', 'b', 'a'])).toBe('a and b');
  expect(usersNamed([])).toBe('its consumers');
});
