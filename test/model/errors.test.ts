import { expect, it } from 'vitest';
import { isVocabError, TransportFailure, VocabError } from '../../src/model/errors.js';

it('an error is told by its class, and by its code where codes are given', () => {
  const error = new VocabError('conflict', 'changed');
  expect(isVocabError(error)).toBe(true);
  expect(isVocabError(error, 'conflict', 'locked')).toBe(true);
  expect(isVocabError(error, 'locked')).toBe(false);
  expect(isVocabError(Object.assign(new Error('changed'), { code: 'conflict' }), 'conflict')).toBe(false);
  expect([error.hint, error.remote, error.cause]).toEqual([null, null, undefined]);
});

it('an error keeps what is to be done, what the vendor answered, and what was behind it', () => {
  const cause = new TypeError('boom');
  const remote = {
    failure: 'permanent',
    status: 400,
    vendor_code: null,
    request_id: 'r-1',
    retry_after_ms: null,
  } as const;
  const error = new VocabError('rejected', 'no', { hint: 'ask', remote, cause });
  expect(error).toMatchObject({ name: 'VocabError', hint: 'ask', remote, cause });
});

it('a connection that failed says how far the request had come, and why it failed', () => {
  const cause = new Error('ECONNRESET');
  const failure = new TransportFailure('sent', 'the connection was cut', cause);
  expect(failure).toMatchObject({
    name: 'TransportFailure',
    phase: 'sent',
    message: 'the connection was cut',
    cause,
  });
});
