import { expect, it } from 'vitest';
import { foreignScale } from '../../../src/model/catalogue/foreign-weight.js';

it.each([
  [-6, 'older speech services'],
  [0, 'older speech services'],
  [6, '1 to 10'],
  [11, '1 to 10'],
  [12, 'FunASR'],
  [99, 'FunASR'],
  [100, 'FunASR'],
  [101, 'a count'],
])('says whose scale a weight of %d is on', (weight, whose) => {
  expect(foreignScale(weight)).toContain(whose);
});

it.each([1, 4, 5, -7])('says nothing of a weight of %d', (weight) => {
  expect(foreignScale(weight)).toBeNull();
});
