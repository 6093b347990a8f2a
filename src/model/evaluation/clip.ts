import type { Location } from '../diagnostic.js';

/** A recording and what is said in it: a line of a manifest. */
export interface Clip {
  /** The path as it is written, relative to the manifest; null: there is a URL only. */
  readonly path: string | null;
  /** null: there is a file only. */
  readonly url: string | null;
  /** What is said, as somebody wrote it down. */
  readonly text: string;
  readonly location: Location;
}

/** How a clip is called: by what stands in the manifest, less what signs a URL. */
export function clipName({ path, url }: Pick<Clip, 'path' | 'url'>): string {
  return path ?? (url === null ? '' : bareUrl(url));
}

/** A URL without its query and fragment. The query of a signed one lets whoever reads it fetch the recording. */
export function bareUrl(url: string): string {
  return url.replace(/[?#].*/s, '');
}

/**
 * Names what is fetched under each URL, the same whoever signs it anew. Where two URLs differ in the query alone, it may tell
 * two recordings apart, and stays.
 */
export function addressesOf(urls: readonly string[]): ReadonlyMap<string, string> {
  const queries = new Map<string, number>();
  for (const url of new Set(urls)) queries.set(bareUrl(url), (queries.get(bareUrl(url)) ?? 0) + 1);
  return new Map(urls.map((url) => [url, queries.get(bareUrl(url)) === 1 ? bareUrl(url) : url]));
}

/** With which hotwords a clip was recognised: none, what the consumer is given today, or what YAML asks for. */
export const sides = ['without', 'with', 'planned'] as const;
export type Side = (typeof sides)[number];

/** What was heard in a clip: a text for each time it was recognised. */
export interface HeardClip {
  readonly clip: Clip;
  readonly without: readonly string[];
  readonly with: readonly string[];
  /** null: what YAML asks for was not tried. */
  readonly planned: readonly string[] | null;
}

/** A clip of which there is no text, and why. */
export interface FailedClip {
  readonly clip: Clip;
  readonly side: Side;
  readonly message: string;
  readonly hint: string | null;
}
