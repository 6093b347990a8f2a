import { expect, it } from 'vitest';
import { differentWeights } from '../../../src/desired/rules/different-weights.js';
import { word } from '../../support/build.js';

it('names three pairs, and counts them all', () => {
  const told = (...texts: string[]) =>
    differentWeights(
      texts.map((text) => ({ one: word(text, { weight: 3 }), other: word(text, { weight: 4 }) })),
    );
  expect(told('a')).toBe('a word different weights: "a" (3, here 4)');
  expect(told('a', 'b', 'c', 'd', 'e')).toBe(
    '5 words different weights: "a" (3, here 4), "b" (3, here 4), "c" (3, here 4) and 2 more',
  );
});
