/** What the head of a WAV file says of it. */
export interface Wav {
  /** `pcm`, `float`, `a-law`, `mu-law`, or the number of another code. */
  readonly encoding: string;
  readonly channels: number;
  /** Samples a second. */
  readonly sample_rate: number;
  /** Bits of one sample. */
  readonly bits: number;
  /** Milliseconds, by all that is there and may be audio; null: its code does not tell. */
  readonly duration_ms: number | null;
  /** Bytes of audio that the head promises and the file does not have. */
  readonly missing_bytes: number;
  /** Bytes behind the audio that the head promises, and in no chunk: a decoder that reads on hears them. */
  readonly further_bytes: number;
}

/** Why a file is no WAV file that anybody could play. */
export interface NoWav {
  readonly problem: string;
}

interface Format {
  readonly code: number;
  readonly channels: number;
  readonly sample_rate: number;
  readonly byte_rate: number;
  readonly bits: number;
}

interface Data extends Pick<Wav, 'missing_bytes' | 'further_bytes'> {
  /** Bytes, those behind what the head promises not counted. */
  readonly length: number;
}

/** Reads the head of a WAV file, whatever is in it: it never throws. Sources: the RIFF specification, RFC 2361, EBU 3306. */
export function readWav(bytes: Uint8Array): Wav | NoWav {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [container, form] = [tagAt(view, 0), tagAt(view, 8)];
  if (container === 'RIFX') return { problem: 'it is a WAV file of the big-endian kind' };
  if (!['RIFF', 'RF64', 'BW64'].includes(container) || form !== 'WAVE') {
    return { problem: 'it does not begin as a WAV file does' };
  }
  const { format, data } = findChunks(view);
  if (format === null) return { problem: 'its head does not say what is in it' };
  if (!isPossible(format)) return { problem: 'its head makes no sense' };
  if (data === null || data.length === 0) return { problem: 'it has no audio in it' };
  return wavOf(format, data);
}

/** Nobody records with more: such numbers would make an hour of audio a moment. */
function isPossible({ channels, sample_rate, bits }: Format): boolean {
  return channels > 0 && channels <= 64 && sample_rate > 0 && sample_rate <= 768_000 && bits <= 64;
}

/** Chunks come in any order, with others in between; the first of each kind counts. */
function findChunks(view: DataView): { format: Format | null; data: Data | null } {
  let [format, data]: [Format | null, Data | null] = [null, null];
  let at = 12;
  while (at + chunkHead <= view.byteLength && (format === null || data === null)) {
    const [tag, size, body] = [tagAt(view, at), view.getUint32(at + 4, true), at + chunkHead];
    if (tag === 'fmt ') format ??= readFormat(view, body, size);
    const isOpen = tag === 'data' && data === null && isUnknown(view, body, size);
    if (tag === 'data') data ??= dataAt(view, body, isOpen ? null : size);
    // What a writer left open goes to the end.
    at = isOpen ? view.byteLength : behind(view, body, size);
  }
  return { format, data };
}

/** Who writes into a pipe does not know the length: it is 0, or as large as can be. */
function isUnknown(view: DataView, body: number, size: number): boolean {
  if (size >= 0x7fff_0000) return body + size > view.byteLength;
  return size === 0 && view.byteLength > body && !isChunk(view, body);
}

/** Whether there is a chunk at a place, rather than audio: letters, and a length that fits. */
function isChunk(view: DataView, at: number): boolean {
  if (at + chunkHead > view.byteLength || !/^[A-Za-z][A-Za-z0-9 ]{3}$/.test(tagAt(view, at))) return false;
  return at + chunkHead + view.getUint32(at + 4, true) <= view.byteLength;
}

function dataAt(view: DataView, body: number, promised: number | null): Data {
  const there = view.byteLength - body;
  const length = Math.min(there, promised ?? there);
  const further_bytes = view.byteLength - endOfChunks(view, behind(view, body, length));
  return {
    length,
    missing_bytes: (promised ?? length) - length,
    further_bytes: further_bytes < chunkHead ? 0 : further_bytes,
  };
}

/** Where the next chunk begins: at an even place, which some writers forget. */
function behind(view: DataView, body: number, size: number): number {
  const next = body + size;
  return size % 2 === 0 || isChunk(view, next) ? next : next + 1;
}

/** Where the last of the chunks ends that follow one another from a place on, and are no audio. */
function endOfChunks(view: DataView, from: number): number {
  let at = from;
  while (isChunk(view, at) && tagAt(view, at) !== 'data') {
    at = behind(view, at + chunkHead, view.getUint32(at + 4, true));
  }
  return at;
}

/** Four characters and a length. Fewer bytes at the end are filling. */
const chunkHead = 8;

/** WAVE_FORMAT_EXTENSIBLE: the code is the beginning of a GUID further on. */
const extensible = 0xfffe;

function readFormat(view: DataView, at: number, size: number): Format | null {
  if (size < 16 || at + 16 > view.byteLength) return null;
  const code = view.getUint16(at, true);
  const hasGuid = code === extensible && size >= 26 && at + 26 <= view.byteLength;
  return {
    code: hasGuid ? view.getUint16(at + 24, true) : code,
    channels: view.getUint16(at + 2, true),
    sample_rate: view.getUint32(at + 4, true),
    byte_rate: view.getUint32(at + 8, true),
    bits: view.getUint16(at + 14, true),
  };
}

/** Codes of which each sample has as many bits as the head says. */
const plainCodes: Readonly<Record<number, string>> = { 1: 'pcm', 3: 'float', 6: 'a-law', 7: 'mu-law' };

function wavOf({ code, channels, sample_rate, byte_rate, bits }: Format, data: Data): Wav {
  const plain = plainCodes[code];
  const counted = plain === undefined ? 0 : (sample_rate * channels * bits) / 8;
  // A code saves room: what says that it takes more than samples of 64 bits has no rate that counts.
  const said = byte_rate <= sample_rate * channels * 8 ? byte_rate : 0;
  const bytesASecond = counted || said;
  return {
    encoding: plain ?? String(code),
    channels,
    sample_rate,
    bits,
    duration_ms:
      bytesASecond === 0 ? null : Math.round(((data.length + data.further_bytes) / bytesASecond) * 1000),
    missing_bytes: data.missing_bytes,
    further_bytes: data.further_bytes,
  };
}

/** Four characters; an empty text where the file has ended. */
function tagAt(view: DataView, at: number): string {
  if (at + 4 > view.byteLength) return '';
  return String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(at + index)));
}
