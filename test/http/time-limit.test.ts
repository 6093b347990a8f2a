import { describe, expect, it } from 'vitest';
import { withTimeLimit } from '../../src/http/time-limit.js';
import { TransportFailure } from '../../src/model/errors.js';
import type { Transport } from '../../src/model/ports.js';

const request = {
  method: 'POST',
  url: 'http://127.0.0.1:1/',
  headers: {},
  body: '{}',
  signal: undefined,
} as const;

/** Never answers, and says why it was given up as `fetch` does: with the reason of the signal. */
const silent: Transport = ({ signal }) =>
  new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });

describe('a transport that knows no time', () => {
  it('is given up when there is no answer in time, as a request that may have arrived', async () => {
    const failure = await withTimeLimit(silent, 5)(request).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(TransportFailure);
    expect(failure).toMatchObject({ message: 'no complete answer within 5 ms', phase: 'sent' });
  });

  it('ends with the reason of its caller where that has had enough', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const answer = withTimeLimit(silent, 60_000)({ ...request, signal: controller.signal });
    controller.abort(reason);
    await expect(answer).rejects.toBe(reason);
  });

  it('keeps its own errors, also those that come after the limit', async () => {
    const own = new Error('own');
    await expect(withTimeLimit(() => Promise.reject(own), 60_000)(request)).rejects.toBe(own);
    const late: Transport = ({ signal }) =>
      new Promise((_, reject) => {
        signal?.addEventListener('abort', () => reject(own), { once: true });
      });
    await expect(withTimeLimit(late, 5)(request)).rejects.toBe(own);
  });

  it('is not asked at all where its signal was aborted before', async () => {
    let asked = 0;
    const counting: Transport = () => Promise.reject(new Error(`asked ${++asked} times`));
    const signal = AbortSignal.abort(new Error('too late'));
    await expect(withTimeLimit(counting, 60_000)({ ...request, signal })).rejects.toThrow('too late');
    expect(asked).toBe(0);
  });
});
