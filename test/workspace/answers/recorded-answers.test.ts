import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openAnswers } from '../../../src/workspace/answers/kept-answers.js';
import { recordAnswers, replayAnswers } from '../../../src/workspace/answers/recorded-answers.js';
import {
  parseRecording,
  type Recording,
  readRecording,
  writeRecording,
} from '../../../src/workspace/answers/recording-file.js';
import { createFolder } from '../../config/project.js';

const key = (digit: string) => digit.repeat(64);
const place = (clip: string, side: 'without' | 'with' = 'with', repeat = 0) => ({ clip, side, repeat });
const answer = (text: string) => ({ text, request_id: null, billed_seconds: 1.5 });

const account = {
  endpoint: 'emulator',
  server_time: 1_795_000_000_000,
  lists: [
    {
      vocabulary_id: 'vocab-acme-2',
      prefix: 'acme',
      target_model: 'fun-asr',
      status: 'OK',
      gmt_create: '2026-11-01 10:00:00',
      gmt_modified: '2026-11-01 10:00:00',
      hotwords: [
        { text: 'sk-0123456789abcdef', weight: 4, lang: null, extra: JSON.parse('{"__proto__":{"a":1}}') },
      ],
    },
  ],
};

function recorder() {
  const directory = createFolder({});
  const clock = { now: () => 0 };
  const kept = openAnswers({ directory, file: 'vocab.config.yaml' }, { fresh: false, clock });
  return { kept, path: join(directory, 'deep/recording.json'), answers: recordAnswers(kept) };
}

describe('a recording', () => {
  it('has what was asked and what was kept from before, and answers the same from a file', async () => {
    const { kept, path, answers } = recorder();
    await kept.put(key('a'), place('a.wav'), answer('kept'));
    expect(await answers.get(key('a'), place('a.wav'))).toEqual(answer('kept'));
    expect(await answers.get(key('b'), place('b.wav'))).toBeNull();
    await answers.put(key('b'), place('b.wav'), answer('asked'));
    await writeRecording(path, { account, answers: answers.answers() });
    const recording = await readRecording(path, 'recording.json');
    expect(recording.account).toEqual(account);
    expect(JSON.stringify(recording.account)).toBe(JSON.stringify(account));
    const replayed = replayAnswers(recording, 'recording.json');
    expect(await replayed.get(key('a'), place('a.wav'))).toEqual(answer('kept'));
    expect(await replayed.get(key('b'), place('b.wav'))).toEqual(answer('asked'));
  });

  it('is the same text in whatever order it came about', async () => {
    const texts = await Promise.all(
      [false, true].map(async (isReversed) => {
        const { path, answers } = recorder();
        const all = [
          [key('c'), place('b.wav')],
          [key('b'), place('a.wav', 'with', 1)],
          [key('a'), place('a.wav', 'with')],
          [key('d'), place('a.wav', 'without')],
          // To recognition, the two sides of a consumer without words are one.
          [key('d'), place('a.wav', 'with')],
        ] as const;
        for (const [one, where] of isReversed ? all.toReversed() : all)
          await answers.put(one, where, answer('x'));
        await writeRecording(path, { account, answers: answers.answers() });
        return readFile(path, 'utf8');
      }),
    );
    expect(texts[0]).toBe(texts[1]);
    const { answers } = JSON.parse(texts[0] ?? '') as Recording;
    expect(answers.map(({ clip, side, repeat }) => `${clip} ${side} ${repeat}`)).toEqual([
      'a.wav without 0',
      'a.wav with 0',
      'a.wav with 1',
      'b.wav with 0',
    ]);
  });

  it('that lacks an answer says of which clip, side and time', async () => {
    const answers = replayAnswers({ account, answers: [] }, 'recording.json');
    await expect(answers.get(key('a'), place('a.wav', 'without', 2))).rejects.toMatchObject({
      code: 'document-invalid',
      message: expect.stringContaining('recording.json has no answer for a.wav without hotwords, time 3:'),
      hint: expect.stringContaining('--record'),
    });
  });
});

describe('a file that is no recording is refused with the place', () => {
  const whole = {
    format_version: '1.0',
    kind: 'recording',
    account,
    answers: [{ ...place('a.wav'), key: key('a'), ...answer('x') }],
  };
  const [list] = account.lists;
  const [first] = whole.answers;

  it('and one that is, is not', () => {
    expect(parseRecording(`\ufeff${JSON.stringify(whole)}`, 'r.json').answers).toHaveLength(1);
  });

  it.each<readonly [string, string, string]>([
    ['no JSON', '{', 'r.json is no recording: '],
    ['a list', '[]', 'r.json is no recording: at its root: '],
    ['a plan', JSON.stringify({ ...whole, kind: 'plan' }), 'at kind: '],
    [
      'made by a later version',
      JSON.stringify({ ...whole, format_version: '2.0' }),
      'at format_version: made by an incompatible version of vocabsync',
    ],
    ['without an account', JSON.stringify({ ...whole, account: undefined }), 'at account: '],
    [
      'with a key that is none',
      JSON.stringify({ ...whole, answers: [first, { ...first, key: '../../x' }] }),
      'at answers.1.key: ',
    ],
    [
      'with a side that is none',
      JSON.stringify({ ...whole, answers: [{ ...first, side: 'both' }] }),
      'at answers.0.side: ',
    ],
    [
      'with an id that is a path',
      JSON.stringify({
        ...whole,
        account: { ...account, lists: [{ ...list, vocabulary_id: 'vocab-acme-/../x' }] },
      }),
      'at account.lists.0.prefix: must be the one in vocabulary_id',
    ],
  ])('%s', (_title, text, message) => {
    expect(() => parseRecording(text, 'r.json')).toThrow(
      expect.objectContaining({ code: 'document-invalid', message: expect.stringContaining(message) }),
    );
  });

  it('that is not there', async () => {
    await expect(readRecording('/nowhere/r.json', 'r.json')).rejects.toMatchObject({
      code: 'document-invalid',
      message: expect.stringContaining('cannot read the recording r.json: ENOENT'),
    });
  });
});
