import type { RetryEvent } from '../../apply/retry.js';
import type { ApplyEvent } from '../../apply/run.js';
import type { Plan } from '../../model/plan.js';
import type { ReadEvent } from '../../observe/observe.js';
import type { Context } from '../context.js';
import type { CommonOptions } from '../options.js';
import { liveProgress } from './live-progress.js';
import { loggedProgress } from './logged-progress.js';

/** What people who wait are told, on stderr and nowhere else. */
export interface Progress {
  readonly onRead: (event: ReadEvent) => void;
  readonly onRetry: (event: RetryEvent) => void;
  /** Follows the steps of a plan; `interval` is the time between two updates of a list, in milliseconds. */
  readonly follow: (plan: Plan, interval: number) => Follower;
  /** Says before each further look that a plan waits for a slot, for which `left` milliseconds are left. */
  readonly lacksSlot: (plan: Plan, left: number) => void;
  /** Takes that back. */
  readonly looksAgain: () => void;
}

export interface Follower {
  readonly onEvent: (event: ApplyEvent) => void;
  /** There is nothing more to follow. */
  readonly end: () => void;
}

/** Tells it by live lines where they can be, else by plain ones and as few as will do; with `--quiet` by none. */
export function progressOf(options: CommonOptions, context: Context): Progress {
  if (options.quiet) return silence;
  const { live } = context;
  const logged = loggedProgress(options, context);
  return live === undefined ? logged : liveProgress(live, { options, context, logged });
}

const silence: Progress = {
  onRead() {},
  onRetry() {},
  follow: () => ({ onEvent() {}, end() {} }),
  lacksSlot() {},
  looksAgain() {},
};
