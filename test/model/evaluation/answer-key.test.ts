import { expect, it } from 'vitest';
import {
  type AnswerOf,
  type AnswerWords,
  answerKey,
  wordsKey,
} from '../../../src/model/evaluation/answer-key.js';

const word = (text: string, weight = 4) => ({ text, weight, lang: null, extra: null });
const list = {
  hotwords: [word('alpha'), word('beta')],
  target_model: 'fun-asr-realtime',
  status: 'OK',
  gmt_modified: '2026-11-27 10:00:00',
  settled: true,
};
const given: AnswerWords = { list, instant: { alpha: 4, beta: 5 } };
const of: AnswerOf = {
  endpoint: 'emulator',
  sound: { audio_sha256: 'a'.repeat(64) },
  model: 'fun-asr-realtime',
  words: wordsKey(given),
  language_hints: ['zh'],
  repeat: 0,
};

it('is the same for the same, in whatever order the words are', () => {
  expect(answerKey(of)).toMatch(/^[0-9a-f]{64}$/);
  const words = wordsKey({
    list: { ...list, hotwords: list.hotwords.toReversed() },
    instant: { beta: 5, alpha: 4 },
  });
  expect(answerKey({ ...of, words })).toBe(answerKey(of));
});

it('takes no words for no words, and no hints for no hints', () => {
  const none = { ...of, words: wordsKey({ list: null, instant: null }), language_hints: null };
  const empty = { ...of, words: wordsKey({ list: null, instant: {} }), language_hints: [] };
  expect(answerKey(empty)).toBe(answerKey(none));
});

it.each<readonly [string, AnswerOf]>([
  ['of another recording', { ...of, sound: { audio_sha256: 'b'.repeat(64) } }],
  ['of a URL', { ...of, sound: { url: 'a'.repeat(64) } }],
  ['of another model', { ...of, model: 'fun-asr' }],
  ['of another endpoint', { ...of, endpoint: 'https://dashscope-intl.aliyuncs.com/api/v1' }],
  ['of another time', { ...of, repeat: 1 }],
  ['with other hints', { ...of, language_hints: ['en'] }],
  ['with the hints in another order', { ...of, language_hints: ['zh', 'en'] }],
  ['without a list', { ...of, words: wordsKey({ ...given, list: null }) }],
  ['without instant words', { ...of, words: wordsKey({ ...given, instant: null }) }],
  [
    'with an instant word of another weight',
    { ...of, words: wordsKey({ list, instant: { alpha: 5, beta: 5 } }) },
  ],
  ['of a list of another weight', withList({ hotwords: [word('alpha', 5), word('beta')] })],
  ['of a list with a word less', withList({ hotwords: [word('alpha')] })],
  ['of a list that was written anew', withList({ gmt_modified: '2026-11-27 10:00:01' })],
  ['of a list that is not OK', withList({ status: 'PENDING' })],
  ['of a list that was only just written', withList({ settled: false })],
  ['of a list for another model', withList({ target_model: 'fun-asr' })],
])('is another one for an answer %s', (_title, other) => {
  expect(answerKey(other)).not.toBe(answerKey(of));
});

it('tells hints in one order from the same in another', () => {
  const hinted = (...language_hints: string[]) => answerKey({ ...of, language_hints });
  // A model that reads the first only hears something else.
  expect(hinted('zh', 'en')).not.toBe(hinted('en', 'zh'));
});

function withList(fields: Partial<typeof list>): AnswerOf {
  return { ...of, words: wordsKey({ ...given, list: { ...list, ...fields } }) };
}

it.each([
  ['a file', of, '2d3eb193443f03b5e5097314d1a820c3a6b6ff2073b884d3374c2aa01e1c5455'],
  [
    'a URL',
    { ...of, sound: { url: 'https://clips.example/a.wav' } },
    'c2dfce363120bfd4a1b37f4ae44eb4a2fb7eeb5b01941fb9d72c60379e87dd00',
  ],
  [
    'no words',
    { ...of, words: wordsKey({ list: null, instant: null }) },
    '5e1ca86d2998e883103a8aca8094b58af8bef6c233ab4da1a7118d3e27dbb3df',
  ],
] as const)('stays what it was, or nothing is found that was kept and paid for: %s', (_of, answer, key) => {
  expect(answerKey(answer)).toBe(key);
});
