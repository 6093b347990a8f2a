import { TransportFailure } from '../model/errors.js';
import type { Transport } from '../model/ports.js';
import type { GivenUp } from './agents.js';

/** Aborts when the time is over, with an Error that says what was `missed`, or when the caller has had enough. */
export function timeLimit(
  timeout_ms: number,
  missed: string,
  signal: AbortSignal | undefined,
): GivenUp & { lift(): void } {
  const controller = new AbortController();
  const interrupt = (): void => controller.abort(signal?.reason);
  const expire = (): void => controller.abort(new Error(`${missed} within ${timeout_ms} ms`));
  const timer = setTimeout(expire, timeout_ms);
  signal?.addEventListener('abort', interrupt, { once: true });
  const lift = (): void => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', interrupt);
  };
  return { givenUp: controller.signal, lift };
}

/** A transport that gives up when an answer takes too long, for one that knows no time. */
export function withTimeLimit(transport: Transport, timeout_ms: number): Transport {
  return async (request) => {
    request.signal?.throwIfAborted();
    const limit = timeLimit(timeout_ms, 'no complete answer', request.signal);
    const { givenUp } = limit;
    try {
      return await transport({ ...request, signal: givenUp });
    } catch (error) {
      if (error !== givenUp.reason || request.signal?.aborted) throw error;
      throw new TransportFailure(
        'sent',
        givenUp.reason instanceof Error ? givenUp.reason.message : '',
        error,
      );
    } finally {
      limit.lift();
    }
  };
}
