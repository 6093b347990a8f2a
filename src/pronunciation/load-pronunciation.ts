import type { Pronounce, RoughReading } from '../model/ports.js';

/** Loads what knows how Chinese is read; most of a megabyte, so only for those who have words that may sound alike. */
export async function loadPronunciation(): Promise<Pronounce> {
  const { readAloud } = await import('./read-aloud.js');
  return readAloud;
}

/** Loads what knows how Chinese may be read, a small table. */
export async function loadRoughReading(): Promise<RoughReading> {
  const { roughReading } = await import('./rough-reading.js');
  return roughReading;
}
