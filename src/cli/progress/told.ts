import type { RetryEvent } from '../../apply/retry.js';
import type { ApplyEvent } from '../../apply/run.js';
import type { HearEvent } from '../../hear/hear.js';
import type { Plan } from '../../model/plan.js';
import type { ReadEvent } from '../../observe/observe.js';

/** What people who wait are told, on stderr and nowhere else. */
export interface Progress {
  readonly onRead: (event: ReadEvent) => void;
  readonly onRetry: (event: RetryEvent) => void;
  /** How far the recognition of clips has come. */
  readonly onHear: (event: HearEvent) => void;
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
