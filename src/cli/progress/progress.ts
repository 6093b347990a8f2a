import type { Context } from '../context.js';
import type { CommonOptions } from '../options.js';
import { liveProgress } from './live-progress.js';
import { loggedProgress } from './logged-progress.js';
import type { Progress } from './told.js';

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
  onHear() {},
  follow: () => ({ onEvent() {}, end() {} }),
  lacksSlot() {},
  looksAgain() {},
};
