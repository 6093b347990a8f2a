import { describe, expect, it } from 'vitest';
import { readAudio } from '../../../src/recognise/audio/read-audio.js';
import { wavOf } from './wav-of.js';

const bytes = new Uint8Array([1, 2, 3, 4]);

function ruleOf(found: ReturnType<typeof readAudio>): string | null {
  return 'problem' in found ? found.problem.rule : null;
}

describe('a recording', () => {
  it('that is a WAV file is read by its head, whatever anybody says of it', () => {
    const declared = { sample_rate: 8000, duration_ms: 9 };
    const file = wavOf({ rate: 44_100, audio: 88_200 });
    expect(readAudio({ name: 'a/1.WAV', bytes: file, url: null, declared })).toEqual({
      name: 'a/1.WAV',
      bytes: file,
      url: null,
      format: 'wav',
      sample_rate: 44_100,
      duration_ms: 1000,
    });
  });

  it.each([
    ['1.mp3', 'mp3'],
    ['1.m4a', 'm4a'],
    ['1.opus', 'opus'],
    ['1.oga', 'ogg'],
    ['1.spx', 'speex'],
    ['1.Flac', 'flac'],
    ['1.webm', 'webm'],
    ['a.wav/1.amr', 'amr'],
  ])('is by the ending of its name what it is: %s', (name, format) => {
    expect(readAudio({ name, bytes, url: null })).toEqual({
      name,
      bytes,
      url: null,
      format,
      sample_rate: null,
      duration_ms: null,
    });
  });

  it('is by the ending of its URL what it is, without the query', () => {
    const url = 'https://clips.test/a/1.wav?x=.mp3#.aac';
    expect(readAudio({ name: url, bytes: null, url })).toMatchObject({ format: 'wav', sample_rate: null });
    expect(readAudio({ name: 'first', bytes: null, url })).toMatchObject({ format: 'wav' });
  });

  it('is what somebody says that it is', () => {
    const declared = { format: 'pcm', sample_rate: 1, duration_ms: 3 };
    expect(readAudio({ name: '1', bytes, url: null, declared })).toMatchObject({
      format: 'pcm',
      duration_ms: 2000,
    });
    expect(readAudio({ name: '1.raw', bytes, url: null })).toMatchObject({
      format: 'pcm',
      duration_ms: null,
    });
  });

  it.each([
    ['OpusHead', 'opus'],
    ['Speex   ', 'speex'],
    ['\u0001vorbis', 'ogg'],
  ])('in an Ogg file is what its first page says: %s', (codec, format) => {
    const page = Buffer.concat([Buffer.from('OggS'), Buffer.alloc(24), Buffer.from(codec, 'latin1')]);
    expect(readAudio({ name: '1.ogg', bytes: page, url: null })).toMatchObject({ format });
  });
});

describe('there is nothing to recognise', () => {
  it.each([
    ['without a file and a URL', { bytes: null, name: '1.wav' }, 'audio-missing'],
    ['in an empty file', { bytes: new Uint8Array(), name: '1.wav' }, 'audio-empty'],
    ['in what is only called a WAV file', { bytes, name: '1.wav' }, 'audio-not-wav'],
    ['in a WAV file without samples', { bytes: wavOf({ audio: 0 }), name: '1.wav' }, 'audio-not-wav'],
    ['in a file that nobody says the kind of', { bytes, name: '1' }, 'audio-format'],
    ['in a file of no known kind', { bytes, name: '1.toString' }, 'audio-format'],
    ['in a file of no known kind, like constructor', { bytes, name: '1.constructor' }, 'audio-format'],
  ])('%s', (_where, found, rule) => {
    const audio = readAudio({ url: null, ...found });
    expect(ruleOf(audio)).toBe(rule);
    expect(audio).toMatchObject({ problem: { hint: expect.any(String) } });
  });

  it('and it is said without what a name hides', () => {
    const found = readAudio({ name: 'a\u202e\u001b.wav', bytes: null, url: null });
    expect(found).toMatchObject({
      problem: { message: 'there is no recording a\\u{202E}\\u{1B}.wav' },
    });
  });
});
