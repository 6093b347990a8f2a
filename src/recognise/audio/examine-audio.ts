import type { DiagnosticDraft } from '../../model/diagnostic.js';
import type { Audio, RecognitionWay } from '../../model/recognition/recogniser.js';
import { quotable } from '../../model/text/printable.js';
import { isTaken, mostInline, takenFormats } from './formats.js';
import { listensAt } from './rates.js';
import { readWav, type Wav } from './wav.js';

/** Something about a recording that its recogniser would refuse, or hear badly. */
export interface AudioFinding extends DiagnosticDraft {
  readonly severity: 'error' | 'warning';
}

/** Who is to recognise it. */
export interface Listener {
  readonly model: string;
  readonly way: RecognitionWay;
}

interface Subject extends Listener {
  readonly audio: Audio;
  /** How it is called in messages. */
  readonly called: string;
  /** null: it is no WAV file, or is not here. */
  readonly wav: Wav | null;
}

type Examine = (subject: Subject) => readonly AudioFinding[];

/** Everything that can be told of a recording before anything is sent, by its head and the ending of its name. Pure. */
export function examineAudio(audio: Audio, { model, way }: Listener): readonly AudioFinding[] {
  const subject = { audio, model, way, called: quotable(audio.name), wav: wavOf(audio) };
  return examinations.flatMap((examine) => examine(subject));
}

function wavOf({ format, bytes }: Audio): Wav | null {
  if (format !== 'wav' || bytes === null) return null;
  const wav = readWav(bytes);
  return 'problem' in wav ? null : wav;
}

function error(rule: string, message: string, hint: string): AudioFinding {
  return { severity: 'error', rule, message, hint };
}

function warning(rule: string, message: string, hint: string): AudioFinding {
  return { severity: 'warning', rule, message, hint };
}

/** Where it has to be for its way. */
const place: Examine = ({ audio: { bytes, url }, called, model, way }) => {
  const takes = `${quotable(model)} takes`;
  if (way === 'stream') {
    if (bytes !== null) return [];
    return [
      error('audio-only-url', `${called} is only a URL, and ${takes} files`, 'name a file in the manifest'),
    ];
  }
  if (url !== null && !url.startsWith('https://')) {
    const hint = 'put it where the vendor can fetch it over https';
    return [error('audio-url', `the URL of ${called} does not begin with https://`, hint)];
  }
  if (way === 'flash' || url !== null) return [];
  const hint = 'add "url": "https://…" to the line, where the vendor finds the same recording';
  return [error('audio-only-local', `${called} is only here, and ${takes} recordings by URL only`, hint)];
};

const format: Examine = ({ audio, called, model, way }) => {
  if (isTaken(audio.format, way)) return [];
  const hint = `convert it to one of these: ${takenFormats(way).join(', ')}`;
  const what = `${called} is ${quotable(audio.format)}, which ${quotable(model)} is not known to take`;
  return [warning('audio-format-unusual', what, hint)];
};

/** A request with the recording inside has limits of its own. */
const size: Examine = ({ audio: { bytes, url, duration_ms }, called, way }) => {
  if (way !== 'flash') return [];
  const split = 'split it, or give a consumer whose model takes longer ones';
  const found: AudioFinding[] = [];
  if (duration_ms !== null && duration_ms > longestAtOnce) {
    const message = `${called} lasts ${minutes(duration_ms)}; a request takes 5 minutes`;
    found.push(error('audio-too-long', message, split));
  }
  if (bytes === null || url !== null) return found;
  const mebibytes = (bytes.length / (1024 * 1024)).toFixed(1);
  if (bytes.length > mostInline) {
    const message = `${called} has ${mebibytes} MiB; a request takes 10 MB of audio in it`;
    found.push(error('audio-too-large', message, 'add "url": "https://…" to the line, or compress it'));
  } else if (bytes.length * (4 / 3) > mostInline) {
    const message = `${called} has ${mebibytes} MiB, and more than 10 MB once it is in a request`;
    found.push(warning('audio-large', message, 'if it is refused, compress it: to FLAC, without loss'));
  }
  return found;
};

const longestAtOnce = 5 * 60_000;

function minutes(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** What a WAV file says that it is, sample by sample. A stream is heard as it comes; the other ways convert it. */
const samples: Examine = ({ wav, called, way }) => {
  if (wav === null) return [];
  const found: AudioFinding[] = [];
  if (wav.missing_bytes > 0) {
    const message = `${called} ends ${wav.missing_bytes} bytes before its head says`;
    found.push(warning('audio-cut-off', message, 'record or copy it anew, if words are missing at its end'));
  }
  if (wav.further_bytes > 0) {
    const message = `${called} goes on for ${wav.further_bytes} bytes behind the audio that its head names`;
    found.push(warning('audio-goes-on', message, 'convert it anew; what is behind may be heard, or not'));
  }
  if (wav.channels > 1) {
    const message = `${called} has ${wav.channels} channels`;
    if (way === 'stream') {
      const hint = 'make it mono';
      found.push(error('audio-not-mono', `${message}; a stream has one`, hint));
    } else {
      const hint = 'make it mono, unless all is said in the first one';
      found.push(warning('audio-channels', `${message}, and the first is recognised`, hint));
    }
  }
  if (way === 'stream' && (wav.encoding !== 'pcm' || wav.bits !== 16)) {
    const message = `${called} is ${encodingOf(wav)}; a stream is 16-bit PCM`;
    found.push(error('audio-encoding', message, 'convert it to a WAV file of 16-bit PCM'));
  } else if (wav.encoding === 'pcm' && wav.bits < 16) {
    found.push(poor(`${called} has ${wav.bits} bits a sample, which leaves noise where there was none`));
  }
  return found;
};

function encodingOf({ encoding, bits }: Wav): string {
  if (encoding === 'pcm') return `${bits}-bit PCM`;
  return /^\d/.test(encoding) ? `in the code ${encoding}` : encoding;
}

function poor(message: string): AudioFinding {
  return warning('audio-poor', message, 'record it as the application does, or what is measured is this');
}

/** Against the rate that the model listens at. */
const rate: Examine = ({ audio: { sample_rate }, called, model }) => {
  if (sample_rate === null) return [];
  const { needs, best, most } = listensAt(model);
  const has = `${called} has ${sample_rate} samples a second`;
  if (needs !== null && (sample_rate < needs || sample_rate > (most ?? sample_rate))) {
    const hint = `convert it to ${needs} samples a second, or choose a consumer whose model fits`;
    return [error('audio-rate', `${has}; ${quotable(model)} takes ${needs}`, hint)];
  }
  if (sample_rate >= best) return [];
  return [poor(`${has}; ${quotable(model)} listens at ${best}, and half of every sound is not in it`)];
};

const examinations: readonly Examine[] = [place, format, size, samples, rate];
