import type { Clock } from '../model/ports.js';

/** Whether one more request may pass now, at this many a second. */
export type RateLimit = (rate_per_second: number | null) => boolean;

/** A token bucket that holds one second's worth, but never less than one request, and is full at first. */
export function createRateLimit(clock: Clock): RateLimit {
  let tokens = Number.POSITIVE_INFINITY;
  let filled_at = clock.now();
  return (rate_per_second) => {
    if (rate_per_second === null) return true;
    const now = clock.now();
    const gained = (Math.max(0, now - filled_at) / 1000) * rate_per_second;
    tokens = Math.min(tokens + gained, Math.max(1, rate_per_second));
    filled_at = now;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}
