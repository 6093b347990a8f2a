import { expect, it } from 'vitest';
import { composed } from '../../../src/model/text/composed.js';

it('is one form for two spellings, and leaves characters that only look alike', () => {
  expect(composed('caf\u0065\u0301')).toBe('caf\u00e9');
  expect(composed('\u1112\u1161\u11ab')).toBe('한');
  expect(composed('ＡＢ①ﬁ')).toBe('ＡＢ①ﬁ');
});
