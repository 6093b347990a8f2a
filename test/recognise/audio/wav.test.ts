import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWav } from '../../../src/recognise/audio/wav.js';
import { holds } from '../../properties/holds.js';
import { chunk, wavOf } from './wav-of.js';

const plain = {
  encoding: 'pcm',
  channels: 1,
  sample_rate: 16_000,
  bits: 16,
  duration_ms: 100,
  missing_bytes: 0,
  further_bytes: 0,
};

describe('the head of a WAV file', () => {
  it('says what is in it', () => {
    expect(readWav(wavOf())).toEqual(plain);
    expect(readWav(wavOf({ channels: 2, rate: 44_100, bits: 24, audio: 264_600 }))).toEqual({
      ...plain,
      channels: 2,
      sample_rate: 44_100,
      bits: 24,
      duration_ms: 1000,
    });
  });

  it('is read from the middle of a larger buffer', () => {
    const file = Buffer.from(wavOf());
    const whole = Buffer.concat([Buffer.alloc(7), file, Buffer.alloc(9)]);
    expect(readWav(whole.subarray(7, 7 + file.length))).toEqual(plain);
  });

  it('has chunks between and behind, of odd lengths too', () => {
    const between = [
      ['LIST', Buffer.from('INFO!')],
      ['\u0000\u0000\u0000\u0000', Buffer.alloc(3)],
    ] as const;
    expect(readWav(wavOf({ between, behind: chunk('LIST', Buffer.from('INFOIART')) }))).toEqual(plain);
  });

  it('may lack the filling behind a chunk of odd length', () => {
    const file = Buffer.from(wavOf({ between: [['LIST', Buffer.from('odd')]] }));
    const filling = file.indexOf('odd') + 3;
    expect(readWav(Buffer.concat([file.subarray(0, filling), file.subarray(filling + 1)]))).toEqual(plain);
  });

  it('says its code further on when it is of the extensible kind', () => {
    const extension = Buffer.from('1600100004000000010000000000100080000000aa00389b71'.slice(0, 48), 'hex');
    expect(readWav(wavOf({ code: 0xfffe, extension }))).toEqual(plain);
    extension.writeUInt16LE(3, 8);
    expect(readWav(wavOf({ code: 0xfffe, extension, bits: 32, audio: 6400 }))).toMatchObject({
      encoding: 'float',
      duration_ms: 100,
    });
    expect(readWav(wavOf({ code: 0xfffe }))).toMatchObject({ encoding: '65534' });
  });

  it.each([
    [6, 8, 'a-law', 200],
    [7, 8, 'mu-law', 200],
    [3, 32, 'float', 50],
  ])('names the code %i', (...[code, bits, encoding, duration_ms]) => {
    expect(readWav(wavOf({ code, bits }))).toMatchObject({ encoding, duration_ms });
  });

  it('tells the length of another code by its byte rate, and of none without one', () => {
    expect(readWav(wavOf({ code: 85, bits: 0, byteRate: 8000 }))).toMatchObject({
      encoding: '85',
      duration_ms: 400,
    });
    expect(readWav(wavOf({ code: 85, bits: 0, byteRate: 0 }))).toMatchObject({ duration_ms: null });
    expect(readWav(wavOf({ code: 17, bits: 4, byteRate: 0xffff_ffff }))).toMatchObject({ duration_ms: null });
  });

  it('is believed no further than the file goes', () => {
    expect(readWav(wavOf({ promised: 6400 }))).toEqual({ ...plain, missing_bytes: 3200 });
    expect(readWav(wavOf({ promised: 0x7ffe_ffff }))).toMatchObject({ missing_bytes: 0x7ffe_ffff - 3200 });
  });

  it.each([0, 0x7fff_ff00, 0xffff_ffff])('may leave the length open, as a pipe does: %i', (promised) => {
    expect(readWav(wavOf({ promised }))).toEqual(plain);
    expect(readWav(wavOf({ promised, container: 'RF64' }))).toEqual(plain);
  });
});

it('takes samples that spell a chunk for samples, unless its length fits', () => {
  const behind = Buffer.from('Data and whatever samples may spell');
  expect(readWav(wavOf({ audio: 0, behind }))).toMatchObject({ duration_ms: 1, missing_bytes: 0 });
});

it('may forget the byte that makes a chunk even', () => {
  const whole = Buffer.from(wavOf({ audio: 3199, behind: chunk('LIST', Buffer.from('INFO')) }));
  const end = 44 + 3199;
  const file = Buffer.concat([whole.subarray(0, end), whole.subarray(end + 1)]);
  expect(readWav(file)).toEqual(plain);
});

describe('what stands behind the audio that the head names', () => {
  it.each([
    ['audio', Buffer.alloc(6400, 1), 6400],
    ['audio behind a chunk', Buffer.concat([chunk('LIST', Buffer.from('odd')), Buffer.alloc(3200, 1)]), 3200],
    ['a chunk that is cut off', chunk('LIST', Buffer.from('INFO'), 5), 12],
    ['more audio in a chunk of its own', chunk('data', Buffer.alloc(3200, 1)), 3208],
  ])('counts as audio when it is no chunk: %s', (_what, behind, further_bytes) => {
    expect(readWav(wavOf({ behind }))).toEqual({
      ...plain,
      further_bytes,
      duration_ms: 100 + Math.round(further_bytes / 32),
    });
  });

  it.each([
    ['a chunk', chunk('LIST', Buffer.from('INFO'))],
    ['several', Buffer.concat([chunk('LIST', Buffer.from('odd')), chunk('id3 ', Buffer.from('ID3'))])],
    ['filling', Buffer.alloc(6)],
  ])('does not when it is %s', (_what, behind) => {
    expect(readWav(wavOf({ behind }))).toEqual(plain);
    expect(readWav(wavOf({ behind, audio: 3199 }))).toEqual(plain);
  });
});

describe('a file is no WAV file', () => {
  const none = { audio: 0 };
  it.each<[string, Uint8Array, string]>([
    ['when it is empty', new Uint8Array(), 'does not begin'],
    ['when it is another container', wavOf({ container: 'FORM' }), 'does not begin'],
    ['when it is text', Buffer.from('<html>not found</html>'), 'does not begin'],
    ['when it is big-endian', wavOf({ container: 'RIFX' }), 'big-endian'],
    ['when it ends before its format', wavOf().subarray(0, 30), 'does not say what'],
    ['when it ends before its audio', wavOf().subarray(0, 36), 'no audio'],
    ['when it ends where its audio begins', wavOf().subarray(0, 44), 'no audio'],
    ['when it has no samples', wavOf(none), 'no audio'],
    [
      'when it has other chunks in place of samples',
      wavOf({ ...none, behind: chunk('LIST', Buffer.from('INFO')) }),
      'no audio',
    ],
    ['when it has no channels', wavOf({ channels: 0 }), 'no sense'],
    ['when it has no rate', wavOf({ rate: 0 }), 'no sense'],
    ['when it has a rate that nobody records with', wavOf({ rate: 0xffff_ffff, byteRate: 1 }), 'no sense'],
    ['when it has more channels than a hall', wavOf({ channels: 0xffff, byteRate: 1 }), 'no sense'],
    ['when its samples are as large as words', wavOf({ bits: 0xffff, byteRate: 1 }), 'no sense'],
  ])('%s', (_when, bytes, part) => {
    expect(readWav(bytes)).toEqual({ problem: expect.stringContaining(part) });
  });
});

/** Whole files with bytes changed, and cut off anywhere. */
const broken = fc
  .tuple(
    fc.record({
      channels: fc.nat(9),
      rate: fc.nat(200_000),
      bits: fc.constantFrom(0, 1, 8, 16, 24, 32),
      code: fc.nat(0xffff),
      audio: fc.nat(200),
      promised: fc.oneof(fc.nat(400), fc.nat(0xffff_ffff)),
    }),
    fc.array(fc.tuple(fc.nat(300), fc.nat(255)), { maxLength: 8 }),
    fc.nat(300),
  )
  .map(([parts, changes, end]) => {
    const bytes = Uint8Array.from(wavOf(parts));
    for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
    return bytes.subarray(0, Math.max(0, bytes.length - Math.max(0, end - 200)));
  });

it('never throws, ends, and says nothing impossible, whatever the bytes are', () =>
  holds(fc.oneof(broken, fc.uint8Array({ maxLength: 400 })), (bytes) => {
    const wav = readWav(bytes);
    if ('problem' in wav) return;
    expect(wav.channels).toBeGreaterThan(0);
    expect(wav.sample_rate).toBeGreaterThan(0);
    expect(wav.missing_bytes).toBeGreaterThanOrEqual(0);
    expect(wav.further_bytes).toBeGreaterThanOrEqual(0);
    expect(wav.further_bytes).toBeLessThan(bytes.length);
    expect(wav.duration_ms === null || Number.isFinite(wav.duration_ms)).toBe(true);
  }));
