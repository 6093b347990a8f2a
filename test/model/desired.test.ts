import { expect, it } from 'vitest';
import { howToClaim, listAddress, strayAddress } from '../../src/model/desired.js';

it('a list that no vocabulary names is called by its prefix and model', () => {
  expect(strayAddress('acmeold', 'fun-asr')).toBe('acmeold@fun-asr');
});

it('a list of a vocabulary is called by the name of that and the model', () => {
  expect(listAddress('medical', 'fun-asr')).toBe('medical@fun-asr');
});

it('a vocabulary claims the lists of a prefix beside those that it claims already', () => {
  expect(howToClaim({ name: 'medical', previous_prefixes: [] }, 'acmeold')).toContain(
    'add `previous_prefixes: [acmeold]` to medical',
  );
  expect(howToClaim({ name: 'medical', previous_prefixes: ['acmeolder'] }, 'acmeold')).toContain(
    '`previous_prefixes: [acmeolder, acmeold]`',
  );
});
