import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { systemClock } from '../../src/cli/process/clock.js';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const day = 86_400_000;

it.each([1, 30 * day, 70 * day])('sleeps for %d ms and no less', async (ms) => {
  let awake = false;
  const sleep = async () => {
    await systemClock.sleep(ms);
    awake = true;
  };
  const slept = sleep();
  await vi.advanceTimersByTimeAsync(ms - 1);
  expect(awake).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  await slept;
  expect(awake).toBe(true);
});

it.each([10, 30 * day])('ends a sleep of %d ms with the reason of the signal', async (ms) => {
  const controller = new AbortController();
  const slept = systemClock.sleep(ms, controller.signal);
  controller.abort(new Error('enough'));
  await expect(slept).rejects.toThrow('enough');
  expect(vi.getTimerCount()).toBe(0);
});

it('does not begin to sleep when it is too late', async () => {
  await expect(systemClock.sleep(5, AbortSignal.abort(new Error('over')))).rejects.toThrow('over');
});
