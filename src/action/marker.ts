import type { MarkerSubject } from '../report/markdown/marker.js';

/** What a report is about: two of the same subject take each other's place. */
export type Subject = Pick<MarkerSubject, 'kind' | 'config'>;

const pattern = /^<!-- vocabsync:([a-z]+) config="([^"]*)"(?: digest="([^"]*)")? -->$/;

/**
 * The marker of a comment or an issue: its very first line. null when that is none, as in a comment that quotes one.
 */
export function parseMarker(body: string): MarkerSubject | null {
  const [firstLine = ''] = body.split(/\r?\n/, 1);
  const [, kind, encoded, digest = null] = pattern.exec(firstLine) ?? [];
  const config = encoded === undefined ? null : decode(encoded);
  return kind === undefined || config === null ? null : { kind, config, digest };
}

export function isAbout(body: string, { kind, config }: Subject): boolean {
  const marker = parseMarker(body);
  return marker !== null && marker.kind === kind && marker.config === config;
}

function decode(encoded: string): string | null {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return null;
  }
}
