import type { Clock } from '../../../model/ports.js';

export interface SilenceWatch {
  /** Something was heard. */
  broken(): void;
  stop(): void;
}

/** How often it looks, by the machine's time: the silence itself is measured by the account's clock. */
const glance_ms = 100;

/** Calls `onSilence` once when nothing has been heard for as long as `limit` says. Keeps no process alive. */
export function watchSilence(clock: Clock, limit: () => number, onSilence: () => void): SilenceWatch {
  let heard_at = clock.now();
  const timer = setInterval(() => {
    if (clock.now() - heard_at < limit()) return;
    clearInterval(timer);
    onSilence();
  }, glance_ms);
  timer.unref();
  return {
    broken() {
      heard_at = clock.now();
    },
    stop: () => clearInterval(timer),
  };
}
