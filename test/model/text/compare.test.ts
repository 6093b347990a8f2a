import { expect, it } from 'vitest';
import { compareText } from '../../../src/model/text/compare.js';

it('orders texts by their code units, the same on every machine', () => {
  const texts = ['b', 'B', 'ä', 'a', '肺', '', 'a10', 'a2'];
  expect([...texts].sort(compareText)).toEqual(['', 'B', 'a', 'a10', 'a2', 'b', 'ä', '肺']);
  expect([compareText('a', 'b'), compareText('a', 'a'), compareText('b', 'a')]).toEqual([-1, 0, 1]);
});
