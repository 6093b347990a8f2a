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

/** How a clip is called: by what stands in the manifest. */
export function clipName({ path, url }: Pick<Clip, 'path' | 'url'>): string {
  return path ?? url ?? '';
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
