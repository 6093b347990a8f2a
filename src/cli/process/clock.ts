import type { Clock } from '../../model/ports.js';

/** A timer of Node that is set for longer than 2^31 - 1 milliseconds goes off at once. */
const longestTimer = 2 ** 31 - 1;

/** The machine's clock. */
export const systemClock: Clock = {
  now: Date.now,
  async sleep(ms, signal) {
    let left = ms;
    for (; left > longestTimer; left -= longestTimer) await slice(longestTimer, signal);
    await slice(left, signal);
  },
};

function slice(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
