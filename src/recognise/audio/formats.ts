import type { RecognitionWay } from '../../model/recognition/recogniser.js';

/** A request may have so much audio in it, in bytes. */
export const mostInline = 10 * 1024 * 1024;

/** The vendor's names of containers, by the endings of file names. */
const endings: Readonly<Record<string, string>> = {
  aac: 'aac',
  aif: 'aiff',
  aiff: 'aiff',
  amr: 'amr',
  avi: 'avi',
  flac: 'flac',
  flv: 'flv',
  m4a: 'm4a',
  mkv: 'mkv',
  mov: 'mov',
  mp3: 'mp3',
  mp4: 'mp4',
  mpeg: 'mpeg',
  oga: 'ogg',
  ogg: 'ogg',
  opus: 'opus',
  pcm: 'pcm',
  raw: 'pcm',
  speex: 'speex',
  spx: 'speex',
  wav: 'wav',
  wave: 'wav',
  webm: 'webm',
  wma: 'wma',
  wmv: 'wmv',
};

/** What the vendor's pages (late 2026) say that each way takes. */
const taken: Readonly<Record<RecognitionWay, readonly string[]>> = {
  stream: ['aac', 'amr', 'mp3', 'opus', 'pcm', 'speex', 'wav'],
  flash: Object.values(endings).filter((format) => !['mov', 'mp4', 'pcm', 'speex'].includes(format)),
  file: Object.values(endings).filter((format) => !['aiff', 'pcm', 'speex'].includes(format)),
};

export function isTaken(format: string, way: RecognitionWay): boolean {
  return taken[way].includes(format);
}

export function takenFormats(way: RecognitionWay): readonly string[] {
  return [...new Set(taken[way])].toSorted();
}

/** The format that a path or a URL says by its ending; null: none that is known. */
export function formatByName(name: string): string | null {
  const path = URL.canParse(name) ? new URL(name).pathname : name;
  const ending = /\.([A-Za-z0-9]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(endings, ending) ? (endings[ending] ?? null) : null;
}

const mediaTypes: Readonly<Record<string, string>> = {
  avi: 'video/x-msvideo',
  flv: 'video/x-flv',
  m4a: 'audio/mp4',
  mkv: 'video/x-matroska',
  mov: 'video/quicktime',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  mpeg: 'video/mpeg',
  wma: 'audio/x-ms-wma',
  wmv: 'video/x-ms-wmv',
};

/** For a data URI. The vendor's example has `audio/wav`. */
export function mediaType(format: string): string {
  return (Object.hasOwn(mediaTypes, format) ? mediaTypes[format] : undefined) ?? `audio/${format}`;
}

/** What an Ogg file carries, by its first page; null: neither of these. */
export function oggCodec(bytes: Uint8Array): 'opus' | 'speex' | null {
  const start = String.fromCharCode(...bytes.subarray(0, 64));
  if (!start.startsWith('OggS')) return null;
  if (start.includes('OpusHead')) return 'opus';
  return start.includes('Speex   ') ? 'speex' : null;
}
