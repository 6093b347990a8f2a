import { describe, expect, it } from 'vitest';
import type { Context } from '../../../src/cli/context.js';
import { progressOf } from '../../../src/cli/progress/progress.js';
import type { Progress } from '../../../src/cli/progress/told.js';
import { withLiveLines } from '../../../src/cli/progress/with-live-lines.js';
import { VocabError } from '../../../src/model/errors.js';
import type { Plan, Step } from '../../../src/model/plan.js';
import { manualClock } from '../../support/emulator.js';
import { createScreen, type Screen } from '../../support/screen.js';

const step = { id: '1', op: 'create', change: { address: 'medical@fun-asr' } } as Step;
const plan = { steps: [step], quota: { in_use: 3, limit: 3, unmanaged: 1 } } as unknown as Plan;

/** What a terminal shows while something is told, `wait` milliseconds later each time. */
async function live(tell: (progress: Progress, after: (ms: number) => string, screen: Screen) => void) {
  const clock = manualClock();
  const screen = createScreen(clock);
  const output = { isTTY: true, write: screen.write };
  const context = {
    env: {},
    clock,
    stdout: output,
    stderr: output,
    interruption: new AbortController().signal,
    terminal: screen.terminal,
  } as unknown as Context;
  const options = { format: 'text', color: 'never', quiet: false, verbose: false } as const;
  await withLiveLines(context, async (within) => {
    const after = (ms: number) => {
      clock.advance(ms);
      return screen.text();
    };
    tell(progressOf(options, within), after, screen);
  });
}

describe('a live line', () => {
  it('is there once something takes a moment, and is gone when that is over', () =>
    live(({ onRead }, after, screen) => {
      onRead({ kind: 'reading', listed: 10, wanted: 10, read: 7, attempt: 1 });
      expect(after(200)).toBe('');
      expect(after(200)).toBe('reading 7/10 lists\n');
      onRead({ kind: 'ended' });
      expect(after(200)).toBe('');
      expect(screen.timers()).toBe(0);
    }));

  it('says that the account is read again, and why', () =>
    live(({ onRead }, after) => {
      onRead({ kind: 'reading', listed: 0, wanted: 0, read: 0, attempt: 2 });
      expect(after(400)).toBe('reading the account again, since it changed meanwhile\n');
      onRead({ kind: 'reading', listed: 12, wanted: 10, read: 1, attempt: 2 });
      expect(after(100)).toBe(
        'reading 1/10 lists again, since the account changed meanwhile (it holds 12)\n',
      );
    }));

  it('of a wait for a slot counts down, and is gone while it is looked again', () =>
    live(({ lacksSlot, looksAgain }, after) => {
      lacksSlot(plan, 20_000);
      expect(after(1000)).toBe(
        'no slot is free: 3 of 3 taken, 1 of them by unmanaged lists  waiting, 19 s left\n',
      );
      looksAgain();
      expect(after(100)).toBe('');
    }));

  it('of a request that is sent again is gone when it has been', () =>
    live(({ onRead, onRetry }, after) => {
      onRead({ kind: 'reading', listed: 0, wanted: 0, read: 0, attempt: 1 });
      onRetry({ error: new VocabError('unavailable', 'the connection was cut'), ms: 3000 });
      expect(after(1000)).toBe('reading the account\nthe connection was cut  trying again in 2 s\n');
      expect(after(2000)).toBe('reading the account  3 s\n');
    }));

  it('of the steps is there until their end is told', () =>
    live(({ follow }, after) => {
      const { onEvent, end } = follow(plan, 300_000);
      onEvent({ kind: 'started', step });
      expect(after(400)).toBe('applying, 0 of 1 step done\n+ create medical@fun-asr  …\n');
      onEvent({ kind: 'deploying', step, ms: 12_000 });
      expect(after(100)).toBe('applying, 0 of 1 step done\n+ create medical@fun-asr  waiting for OK 12 s\n');
      onEvent({ kind: 'ended', result: { step, status: 'failed' } as never });
      expect(after(100)).toBe('applying, 0 of 1 step done, 1 not\n');
      end();
      expect(after(100)).toBe('');
    }));

  it('of a reading steps aside while a step is under way, which reads for itself', () =>
    live(({ follow, onRead }, after) => {
      const { onEvent } = follow(plan, 300_000);
      onEvent({ kind: 'started', step });
      onRead({ kind: 'reading', listed: 1, wanted: 1, read: 0, attempt: 1 });
      expect(after(400)).not.toContain('reading');
      onEvent({ kind: 'ended', result: { step, status: 'done' } as never });
      expect(after(100)).toBe('applying, 1 of 1 step done\nreading 0/1 lists\n');
    }));

  it('takes nothing back that a shell has written while the run was stopped', () =>
    live(({ onRead }, after, screen) => {
      onRead({ kind: 'reading', listed: 10, wanted: 10, read: 7, attempt: 1 });
      after(400);
      screen.resumeAfter('^Z\n[1]+  Stopped\n$ fg\n');
      expect(after(2000)).toBe('reading 7/10 lists\n^Z\n[1]+  Stopped\n$ fg\nreading 7/10 lists  2 s\n');
    }));

  it('waits for the end of a line that somebody else has begun', async () => {
    const clock = manualClock();
    const screen = createScreen(clock);
    const output = { isTTY: true, write: screen.write };
    const context = { env: {}, clock, stdout: output, stderr: output, terminal: screen.terminal };
    await withLiveLines(context as unknown as Context, async ({ live: lines, stdout }) => {
      lines?.show('stage', () => [{ symbol: '', paint: (text) => text, what: 'under way', state: '' }]);
      clock.advance(500);
      stdout.write('half');
      clock.advance(500);
      expect(screen.text()).toBe('half');
      stdout.write(' a line\n');
      clock.advance(100);
      expect(screen.text()).toBe('half a line\nunder way\n');
    });
    expect(screen.text()).toBe('half a line\n');
  });
});
