import { onTestFinished } from 'vitest';
import { createEmulator, type Emulator } from '../../src/emulator/emulator.js';
import { serveEmulator } from '../../src/emulator/server.js';
import type { EmulatorSwitches } from '../../src/emulator/switches.js';
import type { Clock } from '../../src/model/ports.js';

/** A clock that only moves when it is told to, or when somebody sleeps on it. */
export interface ManualClock extends Clock {
  advance(ms: number): void;
}

/** 08:00 on the vendor's clocks. */
export const startOfTime = Date.parse('2026-11-02T00:00:00Z');

export function manualClock(start = startOfTime): ManualClock {
  let now = start;
  return {
    now: () => now,
    async sleep(ms, signal) {
      signal?.throwIfAborted();
      now += ms;
    },
    advance(ms) {
      now += ms;
    },
  };
}

export interface RunningEmulator {
  /** The page; `base_url` is where the API begins. */
  readonly url: string;
  readonly base_url: string;
  readonly clock: ManualClock;
  readonly emulator: Emulator;
}

/** Serves an account on a free port of the loopback until the running test has finished. */
export async function startEmulator(switches: Partial<EmulatorSwitches> = {}): Promise<RunningEmulator> {
  const clock = manualClock();
  const emulator = createEmulator({ clock, switches });
  const server = await serveEmulator(emulator);
  onTestFinished(() => server.close());
  return { url: server.url, base_url: `${server.url}/api/v1`, clock, emulator };
}
