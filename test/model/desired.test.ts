import { expect, it } from 'vitest';
import { listAddress, strayAddress } from '../../src/model/desired.js';

it('a list that no vocabulary names is called by its prefix and model', () => {
  expect(strayAddress('acmeold', 'fun-asr')).toBe('acmeold@fun-asr');
});

it('a list of a vocabulary is called by the name of that and the model', () => {
  expect(listAddress('medical', 'fun-asr')).toBe('medical@fun-asr');
});
