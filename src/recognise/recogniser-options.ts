import type { Caller } from '../http/caller-headers.js';
import type { ClientOptions, Send } from '../http/client.js';
import type { Attempt } from '../http/envelope.js';
import { type Hints, keyHint } from '../http/error-map.js';
import type { Secrecy } from '../http/secrecy.js';
import { type ErrorCode, VocabError } from '../model/errors.js';
import type { Clock, Random } from '../model/ports.js';
import type { Dial, RecognitionEvent, RecognitionTask } from '../model/recognition/recogniser.js';
import { quotable } from '../model/text/printable.js';

/** Sends again what may be sent twice, as often as that may help. Nothing of recognition may not. */
export type Retry = <T>(send: () => Promise<T>, signal: AbortSignal | undefined) => Promise<T>;

export interface RecogniserOptions extends ClientOptions {
  /** The base URL for people to read, or `emulator`. */
  readonly endpoint: string;
  /** For what streams. */
  readonly dial: Dial;
  readonly clock: Clock;
  /** What the ids of tasks are made of. */
  readonly random: Random;
  readonly retry: Retry;
  /**
   * A stream in which nothing came or went for so long is dead, in milliseconds; so is one that takes longer than twice this
   * and the length of its audio together.
   */
  readonly silence_ms: number;
  /** Told how far recognitions have come, for people who wait. What was heard is as the server wrote it. */
  readonly onEvent?: ((event: RecognitionEvent) => void) | undefined;
}

/** What each way of recognising works with. */
export interface Line extends RecogniserOptions, Secrecy {
  readonly request: Send;
}

/** What is to be done about failures, where it differs from what it is for lists. */
const hints: Hints = {
  gone: 'the list was deleted meanwhile, or is of another account or region; run `vocabsync ids` to see which id is right',
  model: 'check the model of the consumer, and that it is offered in the region',
  input: 'check that the audio is what its name says, and that the model takes its format, rate and length',
  pace: 'the limit is for the whole account, other programs included; wait, or do less at once',
  lost: 'slow answers need a longer --timeout, and one that is too long is not from the vendor: check the endpoint and any proxy; recognition changes nothing, so run it again',
};

/**
 * How a recognition is called in messages, and what is to be done about its failures.
 * @param caller who asks, where it is not a client that adds what it knows of the key
 */
export function attemptOf(
  { audio, model, words }: RecognitionTask,
  caller?: Pick<Caller, 'key_env'>,
): Attempt {
  return {
    attempt: `recognition of ${quotable(audio.name)} with ${quotable(model)}`,
    aboutOne: words.vocabulary_id !== null,
    hints: caller === undefined ? hints : { key: keyHint(caller.key_env), ...hints },
  };
}

/** An error that no answer of the vendor's says, and that trying again does not mend. */
export function finalError(code: ErrorCode, message: string, hint: string): VocabError {
  const remote = {
    failure: 'permanent',
    status: null,
    vendor_code: null,
    request_id: null,
    retry_after_ms: null,
  } as const;
  return new VocabError(code, message, { hint, remote });
}
