import { VocabError } from '../../../model/errors.js';
import { isRecord } from '../../call.js';
import { lineOfItem, parseJsonText } from './json-lines.js';
import type { Recording } from './recording.js';

/** A recording as a file has it. All but the first two may be left out; see `Recording`. */
export interface RecordingEntry {
  readonly sha256: string;
  readonly text: string;
  readonly url?: string;
  readonly duration_ms?: number;
  readonly misheard?: Readonly<Record<string, string>>;
  readonly needs?: Readonly<Record<string, number>>;
  readonly intrudes?: Readonly<Record<string, string>>;
}

const fields = ['sha256', 'text', 'url', 'duration_ms', 'misheard', 'needs', 'intrudes'];

/** Reads a file of recordings. @throws VocabError `config-invalid` with file and line for anything else */
export function parseRecordings(text: string, file: string): readonly Recording[] {
  return checkRecordings(parseJsonText(text, file), (index) => `${file}:${lineOfItem(text, index)}`);
}

/**
 * Reads recordings that a program has made.
 * @param placeOf where the entry of an index is, for messages
 * @throws VocabError `config-invalid`
 */
export function checkRecordings(
  entries: unknown,
  placeOf = (index: number): string => `recording ${index + 1}`,
): readonly Recording[] {
  if (!Array.isArray(entries)) throw unusable(placeOf(0), 'the recordings must be a list', shape);
  const recordings = entries.map((entry, index) => readEntry(entry, placeOf(index)));
  refuseTwins(recordings, 'sha256', placeOf);
  refuseTwins(recordings, 'url', placeOf);
  return recordings;
}

function refuseTwins(
  recordings: readonly Recording[],
  field: 'sha256' | 'url',
  placeOf: (index: number) => string,
): void {
  const first = new Map<string, number>();
  for (const [index, { [field]: value }] of recordings.entries()) {
    const earlier = value === null ? undefined : first.get(value);
    if (earlier !== undefined)
      throw unusable(placeOf(index), `its ${field} is that of ${placeOf(earlier)}`, 'name each audio once');
    if (value !== null) first.set(value, index);
  }
}

const shape = 'write [{"sha256":"…","text":"…"}], with the SHA-256 of each audio file and what is said in it';

function readEntry(entry: unknown, place: string): Recording {
  const wrong = (message: string, hint = shape) => unusable(place, message, hint);
  if (!isRecord(entry)) throw wrong('a recording must be an object');
  const unknown = Object.keys(entry).find((name) => !fields.includes(name));
  if (unknown !== undefined)
    throw wrong(`a recording has no ${JSON.stringify(unknown)}`, `it may have ${fields.join(', ')}`);
  const { sha256, text, url = null, duration_ms = null } = entry;
  if (typeof sha256 !== 'string' || !/^[\da-f]{64}$/i.test(sha256))
    throw wrong('sha256 must be the 64 hexadecimal digits of a SHA-256', 'sha256sum FILE prints them');
  if (typeof text !== 'string') throw wrong('text must be what is said, as a string');
  if (url !== null && (typeof url !== 'string' || !/^https?:\/\//.test(url)))
    throw wrong('url must be an http or https URL');
  if (duration_ms !== null && (typeof duration_ms !== 'number' || !(duration_ms >= 0)))
    throw wrong('duration_ms must be a number of milliseconds');
  const recording: Recording = {
    sha256: sha256.toLowerCase(),
    text: text.normalize(),
    url,
    duration_ms,
    misheard: mapOf(entry['misheard'], isText, () =>
      wrong('misheard must have a text for each word: what is heard'),
    ),
    needs: mapOf(entry['needs'], isWeight, () =>
      wrong('needs must have a number for each word: the least weight'),
    ),
    intrudes: mapOf(entry['intrudes'], isText, () =>
      wrong('intrudes must have a hotword for each text that is said'),
    ),
  };
  checkWords(recording, wrong);
  return recording;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isWeight(value: unknown): value is number {
  return typeof value === 'number' && value > 0;
}

/** What is never looked for would be a spelling mistake that nobody notices. */
function checkWords(
  { text, misheard, needs }: Recording,
  wrong: (message: string, hint: string) => VocabError,
): void {
  for (const word of misheard.keys()) {
    if (!text.includes(word))
      throw wrong(`misheard has ${JSON.stringify(word)}, which the text does not`, 'spell both alike');
  }
  for (const word of needs.keys()) {
    if (!misheard.has(word))
      throw wrong(
        `needs has ${JSON.stringify(word)}, which misheard does not`,
        'say what is heard without the hotword',
      );
  }
}

function mapOf<T>(
  value: unknown,
  isRight: (value: unknown) => value is T,
  wrong: () => VocabError,
): ReadonlyMap<string, T> {
  if (value === undefined || value === null) return new Map();
  if (!isRecord(value)) throw wrong();
  const entries = Object.entries(value).map(([word, each]) => {
    if (word === '' || !isRight(each)) throw wrong();
    return [word.normalize(), typeof each === 'string' ? (each.normalize() as T & string) : each] as const;
  });
  return new Map(entries);
}

function unusable(place: string, message: string, hint: string): VocabError {
  return new VocabError('config-invalid', `${place}: ${message}`, { hint });
}
