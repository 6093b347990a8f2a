export interface WavParts {
  readonly code?: number;
  readonly channels?: number;
  readonly rate?: number;
  readonly bits?: number;
  readonly byteRate?: number;
  /** Bytes of audio. */
  readonly audio?: number;
  /** What the head says of them. */
  readonly promised?: number;
  readonly container?: string;
  /** Chunks between the format and the audio: their tags, and what is in them. */
  readonly between?: readonly (readonly [tag: string, content: Uint8Array])[];
  /** What stands behind the 16 bytes of the format. */
  readonly extension?: Uint8Array;
  readonly behind?: Uint8Array;
}

/** A WAV file, 16-bit mono at 16 kHz unless said otherwise. */
export function wavOf(parts: WavParts = {}): Uint8Array {
  const { code = 1, channels = 1, rate = 16_000, bits = 16, audio = 3200, container = 'RIFF' } = parts;
  const { promised = audio, between = [], extension = new Uint8Array(), behind = new Uint8Array() } = parts;
  const format = Buffer.alloc(16);
  format.writeUInt16LE(code, 0);
  format.writeUInt16LE(channels, 2);
  format.writeUInt32LE(rate, 4);
  format.writeUInt32LE(parts.byteRate ?? Math.floor((rate * channels * bits) / 8), 8);
  format.writeUInt16LE(Math.floor((channels * bits) / 8) % 0x1_0000, 12);
  format.writeUInt16LE(bits, 14);
  const chunks = [
    chunk('fmt ', Buffer.concat([format, extension])),
    ...between.map(([tag, content]) => chunk(tag, content)),
    chunk('data', Buffer.alloc(audio, 1), promised),
    behind,
  ];
  const body = Buffer.concat([Buffer.from('WAVE'), ...chunks]);
  return Buffer.concat([chunk(container, body)]);
}

export function chunk(tag: string, content: Uint8Array, promised = content.length): Buffer {
  const head = Buffer.alloc(8);
  head.write(tag, 'latin1');
  head.writeUInt32LE(promised, 4);
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
}
