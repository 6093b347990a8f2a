import { expect, it } from 'vitest';
import { percent } from '../../../src/model/text/percent.js';

it('a share is written in whole percents', () => {
  expect([0, 0.004, 2 / 3, 0.995, 1].map(percent)).toEqual(['0%', '0%', '67%', '100%', '100%']);
});
