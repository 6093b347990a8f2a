import { expect, it } from 'vitest';
import { tooManyAtTop, topWeight } from '../../../src/model/catalogue/heavy-words.js';
import { catalogueWith } from '../../../src/model/catalogue/target-models.js';

const words = (...weights: number[]) => weights.map((weight) => ({ weight }));
const twelve = (heavy: number, weight: number) =>
  words(...Array<number>(heavy).fill(weight), ...Array<number>(12 - heavy).fill(1));

it('the top weight is the largest that any of the models takes, and 5 for one that nobody knows', () => {
  const known = catalogueWith({ wide: { family: 'fun-asr', weights: { min: 1, max: 10 } } });
  expect(topWeight(['fun-asr'], known)).toBe(5);
  expect(topWeight(['fun-asr', 'wide'], known)).toBe(10);
  expect(topWeight(['nobody-knows'], known)).toBe(5);
});

it('more than a fifth of ten words or more is too many, super hotwords among them', () => {
  expect(tooManyAtTop(twelve(2, 5), 5)).toEqual([]);
  expect(tooManyAtTop(twelve(3, 5), 5)).toHaveLength(3);
  expect(tooManyAtTop(twelve(3, 50), 5)).toHaveLength(3);
  expect(tooManyAtTop(twelve(12, 6), 10)).toEqual([]);
  expect(tooManyAtTop(words(5, 5, 5, 5, 5, 5, 5, 5, 5), 5)).toEqual([]);
});

it('counts from ten words on, and a fifth is not too many', () => {
  expect(tooManyAtTop(words(5, 5, 1, 1, 1, 1, 1, 1, 1, 1), 5)).toEqual([]);
  expect(tooManyAtTop(words(5, 5, 5, 1, 1, 1, 1, 1, 1, 1), 5)).toHaveLength(3);
});

it('words that can have no other weight are not too many', () => {
  expect(tooManyAtTop(twelve(12, 1), 1)).toEqual([]);
});
