import { createHash } from 'node:crypto';
import type { RecordingEntry } from '../../src/emulator/recognition/hearing/parse-recordings.js';

/** A recording for the emulator: a WAV file in which nothing can be heard, and what it takes to be said in it. */
export interface Spoken {
  readonly wav: Uint8Array;
  readonly entry: RecordingEntry;
}

const rate = 16_000;

/** Makes one. Two of the same text are the same bytes, and two of different texts are not. */
export function speak(text: string, heard: Partial<RecordingEntry> = {}, seconds = 1): Spoken {
  const wav = wavOf(text, seconds);
  const sha256 = createHash('sha256').update(wav).digest('hex');
  return { wav, entry: { sha256, text, duration_ms: seconds * 1000, ...heard } };
}

/** 16-bit PCM, mono, silent but for the first samples, by which recordings are told from each other. */
function wavOf(text: string, seconds: number): Uint8Array {
  const size = seconds * rate * 2;
  const bytes = Buffer.alloc(44 + size);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(36 + size, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE(rate * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(size, 40);
  createHash('sha256').update(text).digest().copy(bytes, 44);
  return bytes;
}
