import { VocabError } from '../model/errors.js';
import { type Hotword, sameHotwords } from '../model/hotword.js';
import { isReady, type QueriedList } from '../model/observed.js';
import type { Step } from '../model/plan.js';
import { reread } from './reread.js';
import type { Run } from './run.js';

const firstPause = 500;
const longestPause = 5_000;

/**
 * Waits until the account shows a written list as it was written, and `OK`. A list that is not `OK` is silently ignored
 * by recognition, so a write counts only when this has been seen.
 * @throws VocabError `not-ready` when that did not happen within the run's `wait`
 */
export async function verify(step: Step, { vocabulary_id, words }: Written, run: Run): Promise<void> {
  const { clock, signal } = run.session;
  const written = clock.now();
  const until = written + run.options.wait;
  for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
    const list = (await reread(vocabulary_id, run))?.value ?? null;
    if (list !== null && isReady(list) && sameHotwords(list.hotwords, words)) return;
    const left = until - clock.now();
    if (left <= 0) throw notReady(vocabulary_id, list, words);
    run.options.onEvent({ kind: 'deploying', step, ms: clock.now() - written });
    await clock.sleep(Math.min(pause, left), signal);
  }
}

interface Written {
  readonly vocabulary_id: string;
  readonly words: readonly Hotword[];
}

function notReady(vocabulary_id: string, list: QueriedList | null, words: readonly Hotword[]): VocabError {
  const seen =
    list === null
      ? 'is not there'
      : sameHotwords(list.hotwords, words)
        ? `is ${list.status}, not OK: recognition silently ignores it`
        : 'does not have the words that were written';
  return new VocabError('not-ready', `${vocabulary_id} was written, but ${seen}`, {
    hint: 'run the same command again in a few minutes, or with a longer `--wait`: it waits for the list, and writes what files there are to write then',
  });
}
