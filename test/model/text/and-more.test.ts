import { expect, it } from 'vitest';
import { andMore } from '../../../src/model/text/and-more.js';

it('names as many as are wanted, and counts the rest', () => {
  const told = (amount: number) =>
    andMore(['a', 'b', 'c', 'd'].slice(0, amount), 2, (name) => name.toUpperCase());
  expect([1, 2, 3, 4].map((amount) => told(amount))).toEqual([
    'A',
    'A, B',
    'A, B and 1 more',
    'A, B and 2 more',
  ]);
  expect(told(0)).toBe('');
});
