import { createHash } from 'node:crypto';
import type { ArrivedAudio } from './ear.js';
import type { Recording } from './hearing/recording.js';

/** Brings the content of a URL. Rejects with an error whose message says why there is none. */
export type FetchAudio = (url: string, signal: AbortSignal | undefined) => Promise<Uint8Array>;

/** Where an audio that is named by a URL comes from. Rejects with an error whose message says why there is none. */
export type AudioSource = (url: string) => Promise<ArrivedAudio>;

/** Recordings that say their URL are never fetched, and without a way to fetch nothing else is known. */
export function audioSource(
  recordings: readonly Recording[],
  fetchAudio: FetchAudio | undefined,
  signal: AbortSignal | undefined,
): AudioSource {
  return async (url) => {
    const known = recordings.find((each) => each.url === url);
    if (known !== undefined) return { sha256: known.sha256, url, size: null };
    if (fetchAudio === undefined)
      throw new Error('no recording says this URL, and an emulator inside a program fetches nothing');
    const bytes = await fetchAudio(url, signal);
    return { sha256: sumOf(bytes), url, size: bytes.length };
  };
}

export function sumOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
