import type { DiagnosticDraft } from '../../model/diagnostic.js';
import type { Audio } from '../../model/recognition/recogniser.js';
import { quotable } from '../../model/text/printable.js';
import { formatByName, oggCodec } from './formats.js';
import { readWav } from './wav.js';

/** A recording as it was found. */
export interface FoundAudio extends Pick<Audio, 'name' | 'bytes' | 'url'> {
  /** What somebody says of it, which a WAV file knows better. */
  readonly declared?: Partial<Pick<Audio, 'format' | 'sample_rate' | 'duration_ms'>> | undefined;
}

/** Why there is nothing that could be recognised: an error. */
export interface NoAudio {
  readonly problem: DiagnosticDraft;
}

/** Finds out what a recording is: a WAV file by its head, everything else by the ending of its name. Never throws. */
export function readAudio({ name, bytes, url, declared = {} }: FoundAudio): Audio | NoAudio {
  const called = quotable(name);
  if (bytes === null && url === null) return missing(called);
  if (bytes?.length === 0) return empty(called);
  const said = declared.format ?? formatByName(name) ?? (url === null ? null : formatByName(url));
  if (said === null) return unnamed(called);
  const format = said === 'ogg' && bytes !== null ? (oggCodec(bytes) ?? said) : said;
  const audio = {
    name,
    bytes,
    url,
    format,
    sample_rate: declared.sample_rate ?? null,
    duration_ms: declared.duration_ms ?? null,
  };
  if (bytes === null) return audio;
  switch (format) {
    case 'wav':
      return fromHead(audio, bytes);
    case 'pcm':
      return { ...audio, duration_ms: durationOfPcm(bytes, audio.sample_rate) ?? audio.duration_ms };
    default:
      return audio;
  }
}

function fromHead(audio: Audio, bytes: Uint8Array): Audio | NoAudio {
  const wav = readWav(bytes);
  if ('problem' in wav) return unplayable(quotable(audio.name), wav.problem);
  const { sample_rate, duration_ms } = wav;
  return { ...audio, sample_rate, duration_ms };
}

/** 16-bit mono. */
function durationOfPcm(bytes: Uint8Array, sample_rate: number | null): number | null {
  return sample_rate === null || sample_rate <= 0
    ? null
    : Math.round((bytes.length / 2 / sample_rate) * 1000);
}

function missing(called: string): NoAudio {
  const hint = 'correct the path, or give an https URL';
  return { problem: { rule: 'audio-missing', message: `there is no recording ${called}`, hint } };
}

function empty(called: string): NoAudio {
  const hint = 'record it again, or take the line out';
  return { problem: { rule: 'audio-empty', message: `${called} is an empty file`, hint } };
}

function unnamed(called: string): NoAudio {
  return {
    problem: {
      rule: 'audio-format',
      message: `what ${called} is cannot be told by the ending of its name`,
      hint: 'end its name in what it is, such as .wav, .mp3 or .opus; the vendor has to be told',
    },
  };
}

function unplayable(called: string, problem: string): NoAudio {
  return {
    problem: {
      rule: 'audio-not-wav',
      message: `${called} is not a WAV file that can be played: ${problem}`,
      hint: 'record or convert it anew, or name it after what it is',
    },
  };
}
