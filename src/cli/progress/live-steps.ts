import type { ApplyEvent } from '../../apply/run.js';
import type { Plan, Step } from '../../model/plan.js';
import { duration } from '../../report/layout.js';
import type { Palette } from '../../report/palette.js';
import { painter } from '../../report/terminal/paint.js';
import { symbols } from '../../report/view/legend.js';
import type { Context, LiveLine, LiveLines } from '../context.js';
import { plain } from './plain-line.js';
import { countdown, localTime, sayDone, sayInterval, saySettling, sayStep } from './say.js';
import type { Follower } from './told.js';

interface Followed {
  readonly plan: Plan;
  readonly interval: number;
  readonly context: Pick<Context, 'clock' | 'interruption'>;
  readonly palette: Palette;
}

/** What a step is at, and since or until when: milliseconds of the machine's clock. */
type StageEvent = Exclude<ApplyEvent, { kind: 'ended' | 'settling' }>;
type Stage = StageEvent['kind'];

interface UnderWay {
  readonly step: Step;
  readonly stage: Stage;
  readonly at: number;
}

/** A line for each step that is under way, below one that says how many have ended. */
export function followLive(live: LiveLines, followed: Followed): Follower {
  const { clock, interruption } = followed.context;
  const underWay = new Map<string, UnderWay>();
  const ended = { done: 0, failed: 0 };

  function heading(): LiveLine {
    const { length } = followed.plan.steps;
    const counted = sayDone(ended.done, Math.max(length, ended.done + ended.failed), ended.failed);
    const what = interruption.aborted
      ? `stopping, ${counted}: what is under way comes to its end (Ctrl-C ends it at once)`
      : `applying, ${counted}`;
    return plain(what);
  }

  function lines(now: number): LiveLine[] {
    return [heading(), ...[...underWay.values()].map((one) => stepLine(one, now, followed))];
  }

  function show(): void {
    const isUnderWay = underWay.size > 0;
    live.show('steps', isUnderWay ? lines : null);
    // Between two steps, and while what came of them is looked at.
    live.show('stage', isUnderWay ? null : () => [heading()]);
  }

  return {
    onEvent(event) {
      if (event.kind === 'settling') {
        const since = clock.now() - event.ms;
        live.show('stage', (now) => [settlingLine(event.lists, now - since)]);
        return;
      }
      if (event.kind === 'ended') {
        const { step, status } = event.result;
        underWay.delete(step.id);
        if (status === 'done') ended.done++;
        else ended.failed++;
      } else underWay.set(event.step.id, underWayBy(event, clock.now()));
      show();
    },
    end() {
      live.show('steps', null);
      live.show('stage', null);
    },
  };
}

function settlingLine(lists: number, ms: number): LiveLine {
  return plain(saySettling(lists), `${duration(Math.floor(ms / 1000) * 1000)} (--wait)`);
}

function underWayBy(event: StageEvent, now: number): UnderWay {
  const { step, kind: stage } = event;
  switch (event.kind) {
    case 'started':
    case 'queued':
    case 'making':
      return { step, stage, at: now };
    case 'waiting':
    case 'full':
      return { step, stage, at: now + event.ms };
    case 'deploying':
      return { step, stage, at: now - event.ms };
  }
}

function stepLine(one: UnderWay, now: number, { interval, palette }: Followed): LiveLine {
  const symbol = symbols[one.step.op];
  const paint = painter(symbol, palette);
  return { symbol, paint, what: sayStep(one.step), state: sayStage(one, now, interval) };
}

function sayStage({ stage, at }: UnderWay, now: number, interval: number): string {
  const left = duration(Math.max(0, at - now));
  const gone = duration(Math.floor(Math.max(0, now - at) / 1000) * 1000);
  switch (stage) {
    case 'started':
    case 'making':
      return gone === '0 s' ? '…' : gone;
    case 'queued':
      return 'waiting for its turn';
    case 'waiting':
      return `waiting until ${localTime(at, now)} for ${sayInterval(interval)}, ${countdown(at - now)} left`;
    case 'full':
      return `waiting for a slot, ${left} left (--wait-slot)`;
    case 'deploying':
      return `waiting for OK ${gone}`;
  }
}
