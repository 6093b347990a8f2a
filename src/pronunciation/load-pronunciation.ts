import type { Pronounce } from '../model/ports.js';

/** Loads what knows how Chinese is read; most of a megabyte, so only for those who have Chinese words. */
export async function loadPronunciation(): Promise<Pronounce> {
  const { readAloud } = await import('./read-aloud.js');
  return readAloud;
}
