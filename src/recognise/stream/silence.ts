import { TransportFailure } from '../../model/errors.js';
import type { Clock } from '../../model/ports.js';

/** Notices when nothing comes or goes any more, or when it goes on for ever. */
export interface Silence {
  /** Aborted with a TransportFailure when it has lasted too long. */
  readonly tooLong: AbortSignal;
  /** Something came or went. */
  break(): void;
  /** Nobody has to listen any longer. */
  end(): void;
}

/** How long a stream may take, in milliseconds. */
export interface StreamLimits {
  /** With nothing that comes or goes. */
  readonly silence_ms: number;
  /** From its beginning to its end, whatever comes. */
  readonly whole_ms: number;
}

export function watchSilence(clock: Clock, { silence_ms, whole_ms }: StreamLimits): Silence {
  const [tooLong, over] = [new AbortController(), new AbortController()];
  const start = clock.now();
  let last = start;

  const stop = (why: string): void => tooLong.abort(new TransportFailure('sent', why));

  async function watch(): Promise<void> {
    for (;;) {
      const now = clock.now();
      const silent = last + silence_ms - now;
      const whole = start + whole_ms - now;
      if (silent <= 0) return stop(`nothing was heard for ${silence_ms} ms`);
      if (whole <= 0) return stop(`it was not finished after ${whole_ms} ms`);
      // A clock that was set back must not make it wait for hours.
      await clock.sleep(Math.min(silent, whole, silence_ms), over.signal);
    }
  }

  // A sleep that is ended rejects, and that is the end of it.
  watch().catch(() => {});
  return {
    tooLong: tooLong.signal,
    break: () => {
      last = clock.now();
    },
    end: () => over.abort(new Error('over')),
  };
}
