import { describe, expect, it } from 'vitest';
import type { Audio } from '../../../src/model/recognition/recogniser.js';
import { wayOf } from '../../../src/model/recognition/ways.js';
import { examineAudio } from '../../../src/recognise/audio/examine-audio.js';
import { readAudio } from '../../../src/recognise/audio/read-audio.js';
import { type WavParts, wavOf } from './wav-of.js';

const [streaming, flash, file] = ['fun-asr-realtime', 'qwen-audio-3.1-asr-flash', 'fun-asr'];
const url = 'https://clips.test/1.wav';

function wav(parts: WavParts = {}, more: Partial<Audio> = {}): Audio {
  const audio = readAudio({ name: '1.wav', bytes: wavOf(parts), url: null });
  if ('problem' in audio) throw new Error(audio.problem.message);
  return { ...audio, ...more };
}

/** `error rule` of everything that is found. */
function found(audio: Audio, model: string): string[] {
  return examineAudio(audio, { model, way: wayOf(model) }).map(({ severity, rule }) => `${severity} ${rule}`);
}

describe('nothing is found', () => {
  it.each<[string, Audio, string]>([
    ['in 16 kHz mono for a stream', wav(), streaming],
    ['in 8 kHz mono for a stream of telephones', wav({ rate: 8000 }), 'fun-asr-flash-8k-realtime'],
    ['in 48 kHz mono for a stream that takes any rate', wav({ rate: 48_000 }), 'paraformer-realtime-v2'],
    ['in a file inside of a request', wav(), flash],
    ['in a file by its URL', wav({}, { url }), file],
    ['in a URL alone', wav({}, { url, bytes: null }), file],
    ['in five minutes inside of a request', wav({}, { duration_ms: 300_000 }), flash],
    ['in an hour for a stream', wav({}, { duration_ms: 3_600_000 }), streaming],
    ['in an hour by URL', wav({}, { duration_ms: 3_600_000, url }), file],
    ['in a large file that has a URL', wav({ audio: 11 * 1024 * 1024 }, { url, duration_ms: 1 }), flash],
    ['in a clear text URL that nobody uses', wav({}, { url: 'http://clips.test/1.wav' }), streaming],
  ])('%s', (_what, audio, model) => {
    expect(found(audio, model)).toEqual([]);
  });
});

describe('an error', () => {
  it.each<[string, Audio, string, string]>([
    ['two channels in a stream', wav({ channels: 2 }), streaming, 'audio-not-mono'],
    ['8 bits in a stream', wav({ bits: 8 }), streaming, 'audio-encoding'],
    ['32 bits in a stream', wav({ bits: 32 }), streaming, 'audio-encoding'],
    ['another code in a stream', wav({ code: 7, bits: 16 }), streaming, 'audio-encoding'],
    ['8 kHz for a stream at 16 kHz', wav({ rate: 8000 }), streaming, 'audio-rate'],
    ['48 kHz for a stream at 16 kHz', wav({ rate: 48_000 }), streaming, 'audio-rate'],
    [
      '8 kHz for qwen-audio that streams',
      wav({ rate: 8000 }),
      'qwen-audio-3.1-asr-flash-streaming',
      'audio-rate',
    ],
    ['16 kHz for a stream of telephones', wav(), 'paraformer-realtime-8k-v2', 'audio-rate'],
    ['16 kHz for files of telephones', wav({}, { url }), 'paraformer-8k-v2', 'audio-rate'],
    ['more than five minutes in a request', wav({}, { duration_ms: 300_001 }), flash, 'audio-too-long'],
    [
      'more than five minutes by URL in a request',
      wav({}, { duration_ms: 300_001, bytes: null, url }),
      flash,
      'audio-too-long',
    ],
    [
      'more than 10 MB in a request',
      wav({ audio: 10 * 1024 * 1024 }, { duration_ms: 1 }),
      flash,
      'audio-too-large',
    ],
    ['no URL for a model that takes nothing else', wav(), file, 'audio-only-local'],
    ['no file for a stream', wav({}, { bytes: null, url }), streaming, 'audio-only-url'],
    ['a URL in clear text', wav({}, { url: 'http://clips.test/1.wav' }), file, 'audio-url'],
    ['a URL of another scheme', wav({}, { url: 'file:///etc/passwd', bytes: null }), flash, 'audio-url'],
  ])('is %s', (...[, audio, model, rule]) => {
    expect(found(audio, model)).toEqual([`error ${rule}`]);
  });
});

describe('a warning', () => {
  it.each<[string, Audio, string, string]>([
    ['two channels in a file', wav({ channels: 2 }, { url }), file, 'audio-channels'],
    ['two channels in a request', wav({ channels: 2 }), flash, 'audio-channels'],
    ['8 bits in a request', wav({ bits: 8 }), flash, 'audio-poor'],
    ['8 kHz in a request', wav({ rate: 8000 }), flash, 'audio-poor'],
    ['8 kHz for a stream that takes any rate', wav({ rate: 8000 }), 'paraformer-realtime-v2', 'audio-poor'],
    ['an end before the head says', wav({ promised: 6400 }), streaming, 'audio-cut-off'],
    ['audio behind what the head names', wav({ behind: Buffer.alloc(3200, 1) }), flash, 'audio-goes-on'],
    [
      'less than 10 MB that become more in a request',
      wav({ audio: 8 * 1024 * 1024 }, { duration_ms: 1 }),
      flash,
      'audio-large',
    ],
    [
      'a format that a stream is not known to take',
      wav({}, { format: 'flac' }),
      streaming,
      'audio-format-unusual',
    ],
    [
      'a format that a request is not known to take',
      wav({}, { format: 'pcm' }),
      flash,
      'audio-format-unusual',
    ],
  ])('is %s', (...[, audio, model, rule]) => {
    expect(found(audio, model)).toEqual([`warning ${rule}`]);
  });
});

it('says what, with the values, and what to do', () => {
  const [finding] = examineAudio(wav({}, { duration_ms: 615_400, name: 'a\u202e.wav' }), {
    model: flash,
    way: 'flash',
  });
  expect(finding).toEqual({
    severity: 'error',
    rule: 'audio-too-long',
    message: 'a\\u{202E}.wav lasts 10 min 16 s; a request takes 5 minutes',
    hint: 'split it, or give a consumer whose model takes longer ones',
  });
});

it('says everything at once', () => {
  expect(found(wav({ channels: 2, bits: 8, rate: 8000 }), streaming)).toEqual([
    'error audio-not-mono',
    'error audio-encoding',
    'error audio-rate',
  ]);
});
