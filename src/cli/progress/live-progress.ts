import type { RetryEvent } from '../../apply/retry.js';
import type { HearEvent } from '../../hear/hear.js';
import type { Plan } from '../../model/plan.js';
import type { ReadEvent } from '../../observe/observe.js';
import { duration } from '../../report/layout.js';
import type { Context, LiveLines } from '../context.js';
import type { CommonOptions } from '../options.js';
import { paletteFor } from '../showing/look.js';
import { followLive } from './live-steps.js';
import { plain } from './plain-line.js';
import { sayHearing, sayNoSlot, sayReading, sayRetry } from './say.js';
import type { Progress } from './told.js';

interface Told {
  readonly options: CommonOptions;
  readonly context: Context;
  /** Says with `--verbose`, above the live lines, what shall stay. */
  readonly logged: Progress;
}

/** Says what goes on in lines that are written over. */
export function liveProgress(live: LiveLines, { options, context, logged }: Told): Progress {
  const { clock } = context;
  const palette = paletteFor(context.stderr, options, context);
  let since: number | null = null;

  /** One line, until it is over, for something of which is said again and again how far it has come. */
  function goesOn(event: ReadEvent | HearEvent, sayIt: () => string): void {
    if (event.kind === 'ended') {
      since = null;
      live.show('retry', null);
      return live.show('reading', null);
    }
    since ??= clock.now();
    const begun = since;
    live.show('reading', (now) => [plain(sayIt(), elapsed(now - begun))]);
  }

  function onRetry(event: RetryEvent): void {
    if (options.verbose) logged.onRetry(event);
    const until = clock.now() + event.ms;
    live.show('retry', (now) =>
      now >= until ? [] : [plain(sayRetry(event), `trying again in ${duration(until - now)}`)],
    );
  }

  function lacksSlot(plan: Plan, left: number): void {
    const until = clock.now() + left;
    live.show('stage', (now) => [
      plain(sayNoSlot(plan), `waiting, ${duration(Math.max(0, until - now))} left`),
    ]);
  }

  return {
    onRead: (event) => goesOn(event, () => (event.kind === 'ended' ? '' : sayReading(event))),
    onHear: (event) => goesOn(event, () => (event.kind === 'ended' ? '' : sayHearing(event))),
    onRetry,
    lacksSlot,
    looksAgain: () => live.show('stage', null),
    follow(plan, interval) {
      const logFollower = logged.follow(plan, interval);
      const follower = followLive(live, { plan, interval, context, palette });
      if (!options.verbose) return follower;
      return {
        ...follower,
        onEvent(event) {
          logFollower.onEvent(event);
          follower.onEvent(event);
        },
      };
    },
  };
}

/** Seconds that have gone by, once there are any to speak of. */
function elapsed(ms: number): string {
  return ms < 2000 ? '' : duration(Math.floor(ms / 1000) * 1000);
}
