import { type RemoteFailure, VocabError } from '../model/errors.js';
import type { Clock, Random, Remote } from '../model/ports.js';

/** Requests that may be sent again in one run, all steps together: an outage must not turn into a flood. */
export interface RetryBudget {
  left: number;
}

export interface RetryPorts {
  readonly clock: Clock;
  readonly random: Random;
  readonly budget: RetryBudget;
  readonly onRetry?: ((event: RetryEvent) => void) | undefined;
}

/** Said before the pause after which a request is sent again, for people who wait. */
export interface RetryEvent {
  /** Why it has to be. */
  readonly error: VocabError;
  /** Until it is sent again, in milliseconds. */
  readonly ms: number;
}

const maxAttempts = 5;
const firstDelay = 500;
const maxRetries = 40;
/** A server that asks for more than this is better asked again by the next run. */
const longestWait = 120_000;

export function retryBudget(): RetryBudget {
  return { left: maxRetries };
}

/** The same account, whose reads are sent again after a passing failure. Its writes are left as they are. */
export function withRetriedReads(remote: Remote, ports: RetryPorts): Remote {
  // Not spread: the methods of a class would not come along, and some want their `this`.
  return {
    endpoint: remote.endpoint,
    create: (list, signal) => remote.create(list, signal),
    update: (id, hotwords, signal) => remote.update(id, hotwords, signal),
    delete: (id, signal) => remote.delete(id, signal),
    list: (page, signal) => retried(() => remote.list(page, signal), ports, signal),
    query: (id, signal) => retried(() => remote.query(id, signal), ports, signal),
  };
}

/** Sends a request until it is answered or sending it again is no use. For requests that may be carried out twice. */
export async function retried<T>(
  send: (attempt: number) => Promise<T>,
  ports: RetryPorts,
  signal?: AbortSignal,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await send(attempt);
    } catch (error) {
      await pauseBeforeRetry(error, attempt, { ...ports, signal });
    }
  }
}

/** Waits as long as the failure asks for, or throws it when the request must not be sent again. */
export async function pauseBeforeRetry(
  error: unknown,
  attempt: number,
  ports: RetryPorts & { readonly signal?: AbortSignal | undefined },
): Promise<void> {
  if (!isPassing(error) || attempt >= maxAttempts || ports.budget.left <= 0) throw error;
  if ((error.remote.retry_after_ms ?? 0) > longestWait) throw error;
  ports.budget.left -= 1;
  const ms = delay(error, attempt, ports.random);
  ports.onRetry?.({ error, ms });
  try {
    await ports.clock.sleep(ms, ports.signal);
  } catch (reason) {
    throw naming(error, reason);
  }
}

/** Whoever gives up while a request is to be sent again should learn why it had to be. */
function naming(last: VocabError, reason: unknown): unknown {
  if (!(reason instanceof VocabError)) return reason;
  const { code, hint } = reason;
  return new VocabError(code, `${reason.message}; the last failure: ${last.message}`, {
    hint,
    cause: last,
  });
}

function isPassing(error: unknown): error is FailedRequest {
  return error instanceof VocabError && error.remote !== null && error.remote.failure !== 'permanent';
}

type FailedRequest = VocabError & { readonly remote: RemoteFailure };

/** Exponential with full jitter, so that clients that failed together do not come back together. */
function delay(error: FailedRequest, attempt: number, random: Random): number {
  const asked = error.remote.retry_after_ms ?? 0;
  return asked + Math.round(random() * firstDelay * 2 ** (attempt - 1));
}
