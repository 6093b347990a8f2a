import { setMaxListeners } from 'node:events';
import { type ErrorCode, VocabError } from '../model/errors.js';
import type { Recogniser } from '../model/recognition/recogniser.js';
import type { KnownTexts } from './cost.js';
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
  readonly keep: (recognition: Recognition, text: string) => Promise<void>;
}

/** What came of it, by the key of each recognition. */
export interface HeardTexts {
  readonly texts: KnownTexts;
  readonly failures: ReadonlyMap<string, VocabError>;
}

/**
 * Recognises what is not known yet, so many at once. A clip that fails is part of the result; what every clip would fail of
 * ends it at once, as an abort does.
 * @throws VocabError `unauthenticated`, `forbidden`, `account-overdue`, `key-missing`, or the reason of the signal
 */
export async function hear(
  recognitions: readonly Recognition[],
  known: KnownTexts,
  { recogniser, ...options }: HearOptions & { readonly recogniser: Recogniser },
): Promise<HeardTexts> {
  const texts = new Map([...known].map(([key, heard]) => [key, [...heard]] as const));
  const failures = new Map<string, VocabError>();
  const wanted = recognitions.flatMap((one) => lacking(one, known));
  const end = new AbortController();
  const signal = options.signal === undefined ? end.signal : AbortSignal.any([options.signal, end.signal]);
  // Every recognition under way listens to it, and that there are many of them is no leak.
  setMaxListeners(0, signal);
  let [heard, failed] = [0, 0];
  const tell = () => options.onHear?.({ kind: 'hearing', heard, failed, wanted: wanted.length });

  async function hearOne(recognition: Recognition): Promise<void> {
    const { key, clip, task } = recognition;
    // What has failed once with all its retries is not paid for again.
    if (failures.has(key)) return void failed++;
    try {
      const { text } = await recogniser.recognise({ ...task, audio: await clip.load() }, signal);
      texts.set(key, [...(texts.get(key) ?? []), text]);
      heard++;
      await options.keep(recognition, text);
    } catch (error) {
      if (!(error instanceof VocabError) || signal.aborted || concernsAll.includes(error.code)) throw error;
      failures.set(key, error);
      failed++;
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

  try {
    if (wanted.length > 0) tell();
    const workers = Array.from({ length: Math.min(options.parallelism, wanted.length) }, work);
    await Promise.all(workers.map((worker) => worker.catch(endAll)));
  } finally {
    options.onHear?.({ kind: 'ended' });
  }
  return { texts, failures };

  /** The first who fails for good ends the others too. */
  function endAll(error: unknown): never {
    end.abort(error);
    throw error;
  }
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

function lacking(recognition: Recognition, known: KnownTexts): readonly Recognition[] {
  const has = known.get(recognition.key)?.length ?? 0;
  return Array.from({ length: Math.max(0, recognition.times - has) }, () => recognition);
}
