import { expect, it } from 'vitest';
import { andMore, namesOffered } from '../../../src/model/text/and-more.js';

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

it('offers each name once, twenty at most', () => {
  const names = Array.from({ length: 22 }, (_, n) => `n${n}`);
  expect(namesOffered(['a', 'b', 'a'])).toBe('a, b');
  expect(namesOffered(names.slice(0, 20))).toMatch(/n19$/);
  expect(namesOffered(names)).toMatch(/n19 and 2 more$/);
});
