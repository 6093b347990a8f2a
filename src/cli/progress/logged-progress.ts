import type { ApplyEvent } from '../../apply/run.js';
import { duration } from '../../report/layout.js';
import type { Context } from '../context.js';
import type { CommonOptions } from '../options.js';
import {
  localTime,
  sayHearing,
  sayInterval,
  sayNoSlot,
  sayReading,
  sayRetry,
  saySettling,
  sayStep,
} from './say.js';
import type { Follower, Progress } from './told.js';

/** In milliseconds: minutes of silence look like a job that hangs, and a line a second is only noise. */
const silence = 30_000;

/** Until the same is said once more, in milliseconds. */
const reminder = 60_000;

/** Says plainly what takes long; each start and end only with `--verbose`, and where somebody looks on. */
export function loggedProgress(
  { verbose }: Pick<CommonOptions, 'verbose'>,
  { stderr, clock, live }: Context,
): Progress {
  // Where there are live lines, they say it to whoever looks on.
  const all = verbose || (stderr.isTTY && live === undefined);
  const say = (text: string) => stderr.write(`${text}\n`);
  /** Since when nothing was said of what is under way; null: there is none. */
  let quietSince: number | null = null;
  let lackedSlot = false;

  function sayNowAndThen(text: () => string): void {
    const now = clock.now();
    quietSince ??= now;
    if (now - quietSince < silence) return;
    quietSince = now;
    say(text());
  }

  return {
    onRead(event) {
      if (event.kind === 'ended') quietSince = null;
      else sayNowAndThen(() => sayReading(event));
    },
    onHear(event) {
      if (event.kind === 'ended') quietSince = null;
      else sayNowAndThen(() => sayHearing(event));
    },
    onRetry(event) {
      if (event.ms >= silence || verbose) say(`${sayRetry(event)}; trying again in ${duration(event.ms)}`);
    },
    follow: (_plan, interval) => logSteps({ all, interval, say, now: () => clock.now() }),
    lacksSlot(plan, left) {
      if (!lackedSlot || all)
        say(`${sayNoSlot(plan)}; waiting for one, ${duration(left)} left (--wait-slot)`);
      lackedSlot = true;
    },
    looksAgain() {},
  };
}

interface Log {
  readonly all: boolean;
  readonly interval: number;
  readonly say: (text: string) => void;
  readonly now: () => number;
}

function logSteps({ all, interval, say, now }: Log): Follower {
  const lacking = new Set<string>();
  /** For each step how long its list had not been in effect when that was said; under the empty id, those of an earlier run. */
  const reminded = new Map<string, number>();

  function isDue(what: string, ms: number): boolean {
    const last = reminded.get(what);
    const due = last === undefined ? ms >= silence : ms - last >= reminder;
    if (due) reminded.set(what, ms);
    return due;
  }

  /** Every few seconds the same is only for somebody who looks on. */
  function isWorthALine(event: ApplyEvent): boolean {
    switch (event.kind) {
      case 'waiting':
        return true;
      case 'full': {
        const isFirst = !lacking.has(event.step.id);
        lacking.add(event.step.id);
        return isFirst || all;
      }
      case 'deploying':
        return isDue(event.step.id, event.ms);
      case 'settling':
        return isDue('', event.ms);
      case 'queued':
      case 'making':
        return false;
      case 'started':
      case 'ended':
        return all;
    }
  }

  return {
    onEvent(event) {
      if (isWorthALine(event)) say(line(event, interval, now()));
    },
    end() {},
  };
}

function line(event: ApplyEvent, interval: number, now: number): string {
  if (event.kind === 'settling') return `${saySettling(event.lists)}, ${duration(event.ms)} so far (--wait)`;
  const { step } = event.kind === 'ended' ? event.result : event;
  const what = `${step.id}  ${sayStep(step)}`;
  switch (event.kind) {
    case 'started':
    case 'queued':
    case 'making':
      return `${what} …`;
    case 'waiting':
      return `${what}: waiting ${duration(event.ms)}, until ${localTime(now + event.ms, now)}, for ${sayInterval(interval)} since its last update`;
    case 'full':
      return `${what}: the account is full; waiting for a slot, ${duration(event.ms)} left (--wait-slot)`;
    case 'deploying':
      return `${what}: written; waiting for OK, ${duration(event.ms)} so far (--wait)`;
    case 'ended':
      return `${what}: ${event.result.status}`;
  }
}
