import { TransportFailure } from '../model/errors.js';
import type { Clock, Transport } from '../model/ports.js';
import { type Dial, DialRefused } from '../model/recognition/recogniser.js';
import { unlessAborted } from './unless-aborted.js';

export interface Pace {
  /** Requests a second, in the long run. */
  readonly rate: number;
  /** Requests that may go at once after a pause. */
  readonly burst: number;
}

/** The account's 600 requests a minute, seen as 10 a second, less a little for others. The burst is a plan of ten lists. */
export const vendorPace: Pace = { rate: 9, burst: 20 };

/** The rate never falls below this: one request in two seconds. */
const slowest = 0.5;
/** Each success wins back this share of the full rate: some twenty make up for one halving. */
const recovery = 1 / 40;

/** Ways to the vendor that share one pace: requests and handshakes count alike. */
export interface Throttle {
  transport(transport: Transport): Transport;
  dial(dial: Dial): Dial;
}

/**
 * Starts what goes through it in the order of the calls and no faster than the pace. A 429 halves the rate and takes what
 * was left of the burst; successes win it back little by little. A waiting call rejects with its signal's reason.
 */
export function createThrottle(clock: Clock, pace: Pace): Throttle {
  const bucket = tokenBucket(clock, pace);
  const takeTurn = queue();

  /** `statusOf`: what an outcome says of the pace, as an HTTP status; null: nothing. */
  async function inTurn<T>(
    signal: AbortSignal | undefined,
    start: () => Promise<T>,
    statusOf: (outcome: PromiseSettledResult<T>) => number | null,
  ): Promise<T> {
    await takeTurn(() => bucket.take(signal), signal).catch(unsent);
    const round = bucket.round();
    const started = start();
    const [outcome] = await Promise.allSettled([started]);
    const status = statusOf(outcome);
    if (status === 429) bucket.slowDown(round);
    else if (status === 200) bucket.speedUp();
    return started;
  }

  return {
    transport: (transport) => (request) =>
      inTurn(
        request.signal,
        () => transport(request),
        (outcome) => (outcome.status === 'fulfilled' ? outcome.value.status : null),
      ),
    dial: (dial) => (request) => inTurn(request.signal, () => dial(request), statusOfHandshake),
  };
}

function statusOfHandshake(outcome: PromiseSettledResult<unknown>): number | null {
  if (outcome.status === 'fulfilled') return 200;
  return outcome.reason instanceof DialRefused ? outcome.reason.response.status : null;
}

/** Whoever waits for a turn has sent nothing, and must not have to wonder. */
function unsent(reason: unknown): never {
  const why = reason instanceof Error ? reason.message : 'the run was stopped';
  throw new TransportFailure('connect', why, reason);
}

interface TokenBucket {
  take(signal: AbortSignal | undefined): Promise<void>;
  /** How often the rate has been halved. */
  round(): number;
  /** Once for all requests of one round: the answers to one burst arrive together and mean one thing. */
  slowDown(round: number): void;
  speedUp(): void;
}

function tokenBucket(clock: Clock, pace: Pace): TokenBucket {
  let [tokens, rate, halvings, filledAt] = [pace.burst, pace.rate, 0, clock.now()];

  function fill(): void {
    const now = clock.now();
    // A clock that was set back must not empty the bucket.
    tokens = Math.min(pace.burst, tokens + (Math.max(0, now - filledAt) / 1000) * rate);
    filledAt = now;
  }

  return {
    async take(signal) {
      signal?.throwIfAborted();
      for (fill(); tokens < 1; fill()) {
        await clock.sleep(Math.ceil(((1 - tokens) / rate) * 1000), signal);
      }
      tokens -= 1;
    },
    round: () => halvings,
    slowDown(round) {
      if (round !== halvings) return;
      fill();
      halvings += 1;
      tokens = 0;
      rate = Math.min(pace.rate, Math.max(slowest, rate / 2));
    },
    speedUp() {
      fill();
      rate = Math.min(pace.rate, rate + pace.rate * recovery);
    },
  };
}

type TakeTurn = (action: () => Promise<void>, signal: AbortSignal | undefined) => Promise<void>;

/** Runs one action after the other. Who gives up waiting is gone at once and delays nobody. */
function queue(): TakeTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (action, signal) => {
    const turn = last.then(action);
    last = turn.catch(() => null);
    return unlessAborted(turn, signal);
  };
}
