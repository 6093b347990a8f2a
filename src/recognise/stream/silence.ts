import { TransportFailure } from '../../model/errors.js';
import type { Clock } from '../../model/ports.js';

/** Notices when nothing comes or goes any more. */
export interface Silence {
  /** Aborted with a TransportFailure when it has lasted too long. */
  readonly tooLong: AbortSignal;
  /** Something came or went. */
  break(): void;
  /** Nobody has to listen any longer. */
  end(): void;
}

export function watchSilence(clock: Clock, longest_ms: number): Silence {
  const [tooLong, over] = [new AbortController(), new AbortController()];
  let last = clock.now();

  async function watch(): Promise<void> {
    for (;;) {
      const left = last + longest_ms - clock.now();
      if (left <= 0) break;
      // A clock that was set back must not make it wait for hours.
      await clock.sleep(Math.min(left, longest_ms), over.signal);
    }
    tooLong.abort(new TransportFailure('sent', `nothing was heard for ${longest_ms} ms`));
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
