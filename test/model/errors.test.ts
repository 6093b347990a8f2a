import { expect, it } from 'vitest';
import { isVocabError, VocabError } from '../../src/model/errors.js';

it('an error is told by its class, and by its code where codes are given', () => {
  const error = new VocabError('conflict', 'changed');
  expect(isVocabError(error)).toBe(true);
  expect(isVocabError(error, 'conflict', 'locked')).toBe(true);
  expect(isVocabError(error, 'locked')).toBe(false);
  expect(isVocabError(Object.assign(new Error('changed'), { code: 'conflict' }), 'conflict')).toBe(false);
  expect([error.hint, error.remote, error.cause]).toEqual([null, null, undefined]);
});
