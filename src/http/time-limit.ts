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
