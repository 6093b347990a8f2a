import type { Audio } from '../../model/recognition/recogniser.js';

const pieceMs = 100;
/** 100 ms of 16-bit mono at 16 kHz: what the vendor's pages advise where nothing else is known. */
const usualPiece = 3200;
const smallestPiece = 640;

/** A recording in pieces of about 100 ms. None of them is a copy. */
export function* audioPieces({
  bytes,
  duration_ms,
}: Pick<Audio, 'bytes' | 'duration_ms'>): Generator<Uint8Array> {
  const whole = bytes ?? new Uint8Array();
  const length = pieceLength(whole.length, duration_ms);
  for (let start = 0; start < whole.length; start += length) yield whole.subarray(start, start + length);
}

function pieceLength(total: number, duration_ms: number | null): number {
  if (duration_ms === null || duration_ms <= 0) return usualPiece;
  // Even, so that no sample of 16 bits is torn apart.
  const length = 2 * Math.round((total / duration_ms) * (pieceMs / 2));
  return Math.max(smallestPiece, length);
}
