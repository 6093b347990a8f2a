import { expect, it } from 'vitest';
import { strayAddress } from '../../src/model/desired.js';

it('a list that no vocabulary names is called by its prefix and model', () => {
  expect(strayAddress('acmeold', 'fun-asr')).toBe('acmeold@fun-asr');
});
