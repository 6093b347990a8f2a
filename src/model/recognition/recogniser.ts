import type { SentWords } from '../instant/sent-words.js';
import type { HttpResponse } from '../ports.js';

/** How a model is given audio: over a WebSocket, in one HTTP request, or by a URL in a task that is waited for. */
export type RecognitionWay = 'stream' | 'flash' | 'file';

/** A recording, in whatever container it is. */
export interface Audio {
  /** How people call it: the path or the URL, as the manifest has it. */
  readonly name: string;
  /** The file's content; null: it is only known by its URL. */
  readonly bytes: Uint8Array | null;
  /** An https URL where the vendor finds it; null: it is only here. */
  readonly url: string | null;
  /** The vendor's name of the container: `wav`, `mp3`, `opus` … */
  readonly format: string;
  /** Samples a second; null: the container says it to whoever decodes it. */
  readonly sample_rate: number | null;
  /** Milliseconds; null: nobody can tell without decoding it. */
  readonly duration_ms: number | null;
}

/** What one recognition is told of hotwords. Nothing of it where it is to hear without. */
export interface GivenWords {
  /** The id of a list; null: none. */
  readonly vocabulary_id: string | null;
  /** Instant hotwords; null: none. */
  readonly vocabulary: SentWords | null;
}

/** Recognition that is told of no hotwords. */
export const noWords: GivenWords = { vocabulary_id: null, vocabulary: null };

/** One recording, to be recognised once. */
export interface RecognitionTask {
  readonly audio: Audio;
  readonly model: string;
  readonly words: GivenWords;
  /** null: recognition is not restricted to languages. */
  readonly language_hints: readonly string[] | null;
}

/** What was heard. */
export interface Recognised {
  /** All sentences, joined; empty: nothing was heard. */
  readonly text: string;
  readonly request_id: string | null;
  /** What the vendor counts for the bill, in seconds; null: the answer has none. */
  readonly billed_seconds: number | null;
}

/** How far a recognition under way has come, for people who wait. */
export type RecognitionEvent =
  | { readonly kind: 'partial'; readonly audio: string; readonly text: string }
  | { readonly kind: 'waiting'; readonly audio: string; readonly status: string };

/**
 * The vendor's speech recognition. A call is one recognition of the whole recording; what it takes of requests is its own
 * matter. Throws a VocabError with `remote` set when it fails, and rejects with the signal's reason when it is aborted.
 * Recognition changes nothing in the account, so that sending it again is safe, and costs again.
 */
export interface Recogniser {
  /** The base URL for people to read, or `emulator`. */
  readonly endpoint: string;
  recognise(task: RecognitionTask, signal?: AbortSignal): Promise<Recognised>;
}

/** A connection that carries messages both ways: a WebSocket, or one that was made up in this process. */
export interface Duplex {
  /** Sends a text, or audio as bytes. Resolves when there is room for more. */
  send(message: string | Uint8Array): Promise<void>;
  /** Texts as they come in; ends when the other side closes. Rejects with a TransportFailure when it breaks. */
  readonly messages: AsyncIterable<string>;
  /** Ends it, whatever is under way. Never throws. */
  close(): void;
}

/** Where a connection is wanted. The key is in the headers. */
export interface DialRequest {
  /** `wss:` or `ws:`. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal | undefined;
}

/** Opens a connection. Throws a TransportFailure when there is none, or a DialRefused when the other side answered no. */
export type Dial = (request: DialRequest) => Promise<Duplex>;

/** Thrown by a Dial whose handshake was answered with anything but a connection: 401 for a key, 404 for a path. */
export class DialRefused extends Error {
  readonly response: HttpResponse;

  constructor(response: HttpResponse) {
    super(`the handshake was answered with ${response.status}`);
    this.name = 'DialRefused';
    this.response = response;
  }
}
