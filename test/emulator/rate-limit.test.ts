import { expect, it } from 'vitest';
import { createRateLimit } from '../../src/emulator/rate-limit.js';
import { manualClock } from '../support/emulator.js';

it('lets a request pass now and then, also below one a second', () => {
  const clock = manualClock();
  const passes = createRateLimit(clock);
  const passed = Array.from({ length: 9 }, () => {
    const isPassed = passes(0.5);
    clock.advance(1000);
    return isPassed;
  });
  expect(passed).toEqual([true, false, true, false, true, false, true, false, true]);
});

it('lets as many pass at once as in a second, after any pause', () => {
  const clock = manualClock();
  const passes = createRateLimit(clock);
  clock.advance(60_000);
  expect(Array.from({ length: 5 }, () => passes(3))).toEqual([true, true, true, false, false]);
  expect(passes(null)).toBe(true);
});
