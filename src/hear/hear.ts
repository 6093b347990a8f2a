import { setMaxListeners } from 'node:events';
import { type ErrorCode, VocabError } from '../model/errors.js';
import type { Recognised, Recogniser } from '../model/recognition/recogniser.js';
import type { Texts } from './cost.js';
import type { Recognition } from './recognitions.js';

/** Said while clips are recognised, for people who wait. */
export type HearEvent =
  | {
      readonly kind: 'hearing';
      readonly heard: number;
      readonly failed: number;
      /** How many are to be sent in all. */
      readonly wanted: number;
    }
  /** Always the last one, also when it came to nothing. */
  | { readonly kind: 'ended' };

export interface HearOptions {
  /** Recognitions under way at once. */
  readonly parallelism: number;
  readonly signal?: AbortSignal | undefined;
  readonly onHear?: ((event: HearEvent) => void) | undefined;
  /** Keeps an answer at once, so that whoever breaks off has not paid in vain. */
  readonly keep: (recognition: Recognition, answer: Recognised) => Promise<void>;
}

/** What came of it, by the key of each recognition. */
export interface HeardTexts {
  readonly texts: Texts;
  readonly failures: ReadonlyMap<string, VocabError>;
  /** The keys of all that was sent, whatever came of it: the vendor may count it. */
  readonly sent: ReadonlySet<string>;
}

/**
 * Recognises so many at once. A clip that fails is part of the result; what every clip would fail of ends it at once, as an
 * abort does.
 * @throws VocabError `unauthenticated`, `forbidden`, `account-overdue`, `key-missing`, or the reason of the signal
 */
export async function hear(
  wanted: readonly Recognition[],
  recogniser: Recogniser,
  { parallelism, onHear, keep, ...options }: HearOptions,
): Promise<HeardTexts> {
  const texts = new Map<string, string>();
  const failures = new Map<string, VocabError>();
  const sent = new Set<string>();
  let kept = 0;
  const end = new AbortController();
  const signal = options.signal === undefined ? end.signal : AbortSignal.any([options.signal, end.signal]);
  // Every recognition under way listens to it, and that there are many of them is no leak.
  setMaxListeners(0, signal);
  const tell = () =>
    onHear?.({ kind: 'hearing', heard: texts.size, failed: failures.size, wanted: wanted.length });

  async function hearOne(recognition: Recognition): Promise<void> {
    const { key, first, clip, task } = recognition;
    const earlier = failures.get(first);
    // What has failed with all its retries is not paid for again.
    if (earlier !== undefined) return void failures.set(key, earlier);
    try {
      const audio = await clip.load();
      sent.add(key);
      const answer = await recogniser.recognise({ ...task, audio }, signal);
      texts.set(key, answer.text);
      await keep(recognition, answer);
      kept += 1;
    } catch (error) {
      if (!(error instanceof VocabError) || signal.aborted || concernsAll.includes(error.code)) throw error;
      failures.set(key, error);
    }
  }

  const queue = wanted.values();
  async function work(): Promise<void> {
    for (const recognition of queue) {
      signal.throwIfAborted();
      await hearOne(recognition);
      tell();
    }
  }

  /** The first who fails for good ends the others too. */
  function endAll(error: unknown): never {
    end.abort(error);
    throw error;
  }

  try {
    tell();
    const workers = Array.from({ length: Math.min(parallelism, wanted.length) }, work);
    await Promise.all(workers.map((worker) => worker.catch(endAll)));
  } catch (error) {
    throw brokenOff(error, { kept, wanted: wanted.length });
  } finally {
    onHear?.({ kind: 'ended' });
  }
  return { texts, failures, sent };
}

/** Whoever breaks off wants to know what he has paid for. */
function brokenOff(
  error: unknown,
  { kept, wanted }: { readonly kept: number; readonly wanted: number },
): unknown {
  if (!(error instanceof VocabError) || !['interrupted', 'deadline'].includes(error.code)) return error;
  if (kept === 0) return error;
  const why = error.code === 'interrupted' ? 'interrupted' : error.message;
  return new VocabError(error.code, `${why}; ${kept} of ${wanted} answers were heard by then, and are kept`, {
    hint: 'run it again: only the others are sent, unless --fresh asks for all of them anew',
    cause: error,
  });
}

/** What is wrong with the account or this machine is wrong for every clip. */
const concernsAll: readonly ErrorCode[] = [
  'unauthenticated',
  'forbidden',
  'account-overdue',
  'key-missing',
  'file-unwritable',
  'usage',
  'interrupted',
  'deadline',
];
