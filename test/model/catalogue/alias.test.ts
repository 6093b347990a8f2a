import { expect, it } from 'vitest';
import { isAliasPair } from '../../../src/model/catalogue/alias.js';

it.each([
  ['fun-asr', 'fun-asr-2025-11-07', true],
  ['fun-asr-2025-11-07', 'fun-asr', true],
  ['fun-asr', 'fun-asr-realtime-2025-11-07', false],
  ['fun-asr-2025-08-25', 'fun-asr-2025-11-07', false],
  ['fun-asr', 'fun-asr', false],
])('says whether %s and %s are an alias and its snapshot', (one, other, expected) => {
  expect(isAliasPair(one, other)).toBe(expected);
});
