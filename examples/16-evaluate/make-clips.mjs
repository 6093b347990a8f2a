#!/usr/bin/env node
// Makes the recordings of this example: a tone for each clip, the same bytes every time, and prints their SHA-256.
// The emulator knows by it what is said in them. Yours are recordings of people.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const rate = 16_000;
const seconds = 0.2;
const folder = join(import.meta.dirname, 'clips');

/** A WAV file of 16-bit mono PCM with a triangle wave, whose samples are whole numbers on every machine. */
function tone(period) {
  const samples = rate * seconds;
  const wav = Buffer.alloc(44 + samples * 2);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(wav.length - 8, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(rate, 24);
  wav.writeUInt32LE(rate * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(samples * 2, 40);
  for (let index = 0; index < samples; index++) {
    const at = index % period;
    const height = Math.trunc((Math.min(at, period - at) * 24_000) / period) - 6000;
    wav.writeInt16LE(height, 44 + index * 2);
  }
  return wav;
}

mkdirSync(folder, { recursive: true });
for (let number = 1; number <= 6; number++) {
  const name = `${String(number).padStart(3, '0')}.wav`;
  const wav = tone(20 + number * 4);
  writeFileSync(join(folder, name), wav);
  console.log(`${createHash('sha256').update(wav).digest('hex')}  ${name}`);
}
