import { onTestFinished } from 'vitest';
import { createEmulator, type Emulator } from '../../src/emulator/emulator.js';
import {
  checkRecordings,
  type RecordingEntry,
} from '../../src/emulator/recognition/hearing/parse-recordings.js';
import { serveEmulator } from '../../src/emulator/server.js';
import type { EmulatorSwitches } from '../../src/emulator/switches.js';
import { systemClock } from '../../src/library/clock.js';
import type { Clock } from '../../src/model/ports.js';

/** A clock that only moves when it is told to, or when somebody sleeps on it. */
export interface ManualClock extends Clock {
  advance(ms: number): void;
  /** Calls `act` whenever another `ms` have gone by on it. @returns what ends that */
  every(ms: number, act: () => void): () => void;
}

/** 08:00 on the vendor's clocks. */
export const startOfTime = Date.parse('2026-11-02T00:00:00Z');

export function manualClock(start = startOfTime): ManualClock {
  let now = start;
  const timers = new Set<{ due: number; readonly act: () => void; readonly ms: number }>();

  function advance(ms: number): void {
    const end = now + ms;
    for (;;) {
      const [next] = [...timers].sort((left, right) => left.due - right.due);
      if (next === undefined || next.due > end) break;
      now = next.due;
      next.due += next.ms;
      next.act();
    }
    now = end;
  }

  return {
    now: () => now,
    async sleep(ms, signal) {
      signal?.throwIfAborted();
      advance(ms);
    },
    advance,
    every(ms, act) {
      const timer = { due: now + ms, act, ms };
      timers.add(timer);
      return () => timers.delete(timer);
    },
  };
}

/** From here on, in milliseconds, it is no pause between two tries, but what somebody waits for in vain. */
const patience = 10_000;

/**
 * The same clock for whoever listens: pauses are over at once, and a silence that must not be is not. Without it, a stream
 * would be given up before its first answer.
 */
export function listeningClock(clock: Clock): Clock {
  return {
    now: () => clock.now(),
    sleep: (ms, signal) => (ms < patience ? clock.sleep(ms, signal) : systemClock.sleep(ms, signal)),
  };
}

export interface RunningEmulator {
  /** The page; `base_url` is where the API begins. */
  readonly url: string;
  readonly base_url: string;
  readonly clock: ManualClock;
  readonly emulator: Emulator;
}

/** Serves an account on a free port of the loopback until the running test has finished. @param recordings what it hears */
export async function startEmulator(
  switches: Partial<EmulatorSwitches> = {},
  recordings: readonly RecordingEntry[] = [],
): Promise<RunningEmulator> {
  const clock = manualClock();
  const emulator = createEmulator({ clock, switches, recordings: checkRecordings(recordings) });
  const server = await serveEmulator(emulator);
  onTestFinished(() => server.close());
  return { url: server.url, base_url: `${server.url}/api/v1`, clock, emulator };
}

/** Sends a request of the hotword API, as another program would: `update_vocabulary` with its id and its words. */
export async function sendAsAnother(
  emulator: Pick<Emulator, 'transport'>,
  input: Readonly<Record<string, unknown>> & { readonly action: string },
): Promise<void> {
  await emulator.transport({
    url: 'http://emulator.invalid/api/v1/services/audio/asr/customization',
    headers: { authorization: 'Bearer another', 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'speech-biasing', input }),
    signal: undefined,
  });
}
