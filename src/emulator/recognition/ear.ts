import type { Clock } from '../../model/ports.js';
import { Refusal } from '../refusal.js';
import type { StateStorage } from '../storage.js';
import type { EmulatorSwitches } from '../switches.js';
import type { Ask } from './hearing/ask.js';
import { hear } from './hearing/hear.js';
import { type Offer, offerOf } from './hearing/offer.js';
import { type AudioKey, findRecording, type Recording } from './hearing/recording.js';
import { askedOf, type RecognitionRecord } from './record.js';

/** What recognition takes from the account it belongs to. */
export interface EarPorts {
  readonly clock: Clock;
  readonly storage: StateStorage;
  readonly recordings: readonly Recording[];
  /** 32 hexadecimal digits nobody has had before. */
  readonly random: () => string;
  readonly switches: () => EmulatorSwitches;
  readonly note: (record: RecognitionRecord) => void;
}

/** A recognition for which the words have been looked up, and that has yet to hear. */
export interface Listening {
  readonly ask: Ask;
  readonly offer: Offer;
}

/** An audio that has come in, and what is known about its length. */
export interface ArrivedAudio extends AudioKey {
  /** Bytes; null: it has not been fetched. */
  readonly size: number | null;
}

/** What was heard. */
export interface HeardAudio {
  readonly text: string;
  readonly duration_ms: number;
}

/** Recognition itself, the same whichever way the audio comes. */
export interface Ear {
  /** Looks up the words. @throws Refusal `NotFound` for a list that never was, where the switch says so */
  listen(ask: Ask): Promise<Listening>;
  hear(listening: Listening, audio: ArrivedAudio): HeardAudio;
  /** Keeps on record that an audio could not be had. */
  miss(listening: Listening, audio: AudioKey, problem: string): void;
}

export function createEar({ clock, storage, recordings, random, switches, note }: EarPorts): Ear {
  return {
    async listen(ask) {
      const { state } = await storage.transact((kept) => ({ state: kept }));
      const account = { state, now: clock.now(), switches: switches(), seed: random() };
      const offer = offerOf(ask, account);
      if (offer.list_idle?.kind === 'no-such-list' && switches().unknown_list === 'not-found') {
        const { was_deleted } = offer.list_idle;
        if (!was_deleted) throw new Refusal(404, 'NotFound', 'no vocabulary has this vocabulary_id');
      }
      return { ask, offer };
    },
    hear({ ask, offer }, audio) {
      const recording = findRecording(recordings, audio);
      const { text, words } = recording === null ? { text: '', words: [] } : hear(recording, offer);
      const problem = recording === null ? stranger(audio, ask.way) : null;
      note({ ...askedOf(ask), ...heardAt(audio), text, problem, list_idle: offer.list_idle, words });
      return { text, duration_ms: recording?.duration_ms ?? roughly(audio.size) };
    },
    miss({ ask, offer }, audio, problem) {
      note({ ...askedOf(ask), ...heardAt(audio), text: '', problem, list_idle: offer.list_idle, words: [] });
    },
  };

  function heardAt({ sha256, url }: AudioKey) {
    return { at: clock.now(), audio: { sha256, url } };
  }
}

/** An application that streams may send the samples alone, and wonders why the hash of its file is not found. */
function stranger({ sha256 }: AudioKey, way: Ask['way']): string {
  if (sha256 === null) return 'no recording with this URL';
  const missing = 'no recording with this SHA-256';
  return way === 'stream'
    ? `${missing}, which is that of the bytes that were sent: of samples without the header of their WAV file it is another than the file's`
    : missing;
}

/** As if it were 16 kHz of 16 bits, which most recordings are. */
function roughly(size: number | null): number {
  return Math.max(1000, Math.round((size ?? 0) / 32));
}
