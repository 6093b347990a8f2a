import type { Clock } from '../../src/model/ports.js';

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

export interface ManualClock extends Clock {
  /** Moves time on and lets everything run that was waiting for it. */
  advance(ms: number): Promise<void>;
}

/** A clock that stands still until it is moved. */
export function manualClock(): ManualClock {
  let now = 1_000_000;
  const sleepers = new Set<Sleeper>();
  return {
    now: () => now,
    sleep(ms, signal) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason as Error);
        const stop = () => sleepers.delete(sleeper) && reject(signal?.reason as Error);
        const wake = () => {
          signal?.removeEventListener('abort', stop);
          resolve();
        };
        const sleeper = { until: now + ms, wake };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', stop, { once: true });
      });
    },
    async advance(ms) {
      const end = now + ms;
      await settle();
      for (let next = earliest(sleepers, end); next !== null; next = earliest(sleepers, end)) {
        now = next.until;
        sleepers.delete(next);
        next.wake();
        await settle();
      }
      now = end;
    },
  };
}

function earliest(sleepers: ReadonlySet<Sleeper>, end: number): Sleeper | null {
  const due = [...sleepers].filter(({ until }) => until <= end).sort((a, b) => a.until - b.until);
  return due[0] ?? null;
}

/** Lets every promise run that can run now. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
