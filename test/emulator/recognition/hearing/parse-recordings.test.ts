import { describe, expect, it } from 'vitest';
import {
  checkRecordings,
  parseRecordings,
} from '../../../../src/emulator/recognition/hearing/parse-recordings.js';
import type { VocabError } from '../../../../src/model/errors.js';
import { recording } from '../account.js';

const good = { sha256: 'A'.repeat(64), text: 'alpha' };

function errorOf(entries: unknown): string {
  try {
    parseRecordings(
      typeof entries === 'string' ? entries : JSON.stringify(entries, null, 2),
      'clips/recordings.json',
    );
  } catch (error) {
    const { code, hint, message } = error as VocabError;
    return code === 'config-invalid' && hint !== null ? message : `${code} without a hint`;
  }
  return 'no error';
}

describe('a file of recordings', () => {
  it('has what is said, what is heard, and what hotwords do', () => {
    const text = JSON.stringify([{ ...recording, intrudes: { 缺里: '阙里人家' } }, good]);
    expect(parseRecordings(text, 'r.json')).toEqual([
      {
        sha256: recording.sha256,
        url: 'https://clips.example/1.wav',
        text: '游览曲阜阙里人家。再见！',
        duration_ms: 2400,
        misheard: new Map([['阙里人家', '缺里人家']]),
        needs: new Map([['阙里人家', 4]]),
        intrudes: new Map([['缺里', '阙里人家']]),
      },
      {
        sha256: 'a'.repeat(64),
        url: null,
        text: 'alpha',
        duration_ms: null,
        misheard: new Map(),
        needs: new Map(),
        intrudes: new Map(),
      },
    ]);
  });

  it('may begin with a byte order mark, and hold nothing', () => {
    expect(parseRecordings('\uFEFF[]', 'r.json')).toEqual([]);
  });

  it('brings its texts into one Unicode form', () => {
    const [found] = checkRecordings([{ ...good, text: 'cafe\u0301', misheard: { 'cafe\u0301': 'coffee' } }]);
    expect([found?.text, found?.misheard.get('caf\u00e9')]).toEqual(['caf\u00e9', 'coffee']);
  });

  it.each([
    ['[\n{"sha256": "x",\n}]', 'clips/recordings.json:3: this is not JSON'],
    ['[{"a": 1}\n', 'clips/recordings.json:1: this is not JSON'],
    ['', 'clips/recordings.json:1: this is not JSON'],
    ['{}', 'clips/recordings.json:1: the recordings must be a list'],
    ['[\n7]', 'clips/recordings.json:2: a recording must be an object'],
    [`[\n${JSON.stringify(good)},\n7]`, 'clips/recordings.json:3: a recording must be an object'],
  ])('is told with its line when it is %j', (text, message) => {
    expect(errorOf(text)).toBe(message);
  });

  it.each([
    [{ sha256: 'abc' }, 'sha256 must be the 64 hexadecimal digits of a SHA-256'],
    [{ text: 7 }, 'text must be what is said, as a string'],
    [{ url: 'clips/1.wav' }, 'url must be an http or https URL'],
    [{ duration_ms: -1 }, 'duration_ms must be a number of milliseconds'],
    [{ misheard: ['alpha'] }, 'misheard must have a text for each word: what is heard'],
    [{ misheard: { alpha: 1 } }, 'misheard must have a text for each word: what is heard'],
    [{ needs: { alpha: '4' } }, 'needs must have a number for each word: the least weight'],
    [{ intrudes: { '': 'alpha' } }, 'intrudes must have a hotword for each text that is said'],
    [{ mishaerd: {} }, 'a recording has no "mishaerd"'],
    [{ misheard: { beta: 'better' } }, 'misheard has "beta", which the text does not'],
    [{ needs: { alpha: 4 } }, 'needs has "alpha", which misheard does not'],
  ])('has no recording like %j', (wrong, message) => {
    expect(
      errorOf([
        { ...good, sha256: 'b'.repeat(64) },
        { ...good, ...wrong },
      ]),
    ).toBe(`clips/recordings.json:6: ${message}`);
  });

  it('names the line of a recording whatever the texts before it hold', () => {
    const before = { ...good, text: 'a "quoted" ] } [ { , \\ text' };
    expect(errorOf(`[${JSON.stringify(before)},\n{}]`)).toMatch(/^clips\/recordings\.json:2: sha256/);
  });

  it('names an audio once', () => {
    expect(errorOf([good, { ...good, text: 'beta' }])).toBe(
      'clips/recordings.json:6: its sha256 is that of clips/recordings.json:2',
    );
    const [url, other] = ['https://clips.example/1.wav', 'b'.repeat(64)];
    expect(
      errorOf([
        { ...good, url },
        { ...good, sha256: other, url },
      ]),
    ).toMatch(/: its url is that of clips\/recordings\.json:2$/);
  });
});

describe('recordings that a program has made', () => {
  it('are told by their number', () => {
    expect(() => checkRecordings([good, {}])).toThrow('recording 2: sha256 must be');
  });
});
