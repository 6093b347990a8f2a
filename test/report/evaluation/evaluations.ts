import type { Evaluation } from '../../../src/model/evaluation/evaluation.js';
import { clipOf, clipResult, evaluationOf, given, sideOf, wordOf } from './build.js';

/* The evaluations that every form draws, by what they are about. */

const words = ['阙里人家', '心房颤动', 'EGFR抑制剂', '孔府', '曲阜'];

const [first, second, third, fourth] = [
  clipOf('a/tour-01.wav', '今天我们游览曲阜阙里人家', 1),
  clipOf('a/ward-02.wav', '病人有心房颤动，服用 EGFR抑制剂', 2),
  clipOf('a/tour-03.wav', '孔府在曲阜城里', 3),
  clipOf('a/lost-04.wav', '没有声音', 4),
] as const;

/** Each verdict and each advice, thresholds met and missed, a regression, an unstable clip and one that failed. */
export const ward: Evaluation = evaluationOf({
  repeat: 2,
  without: sideOf({ said: 20, heard: 8 }, 31),
  with: sideOf({ said: 20, heard: 12, intruded: 1 }, 22),
  planned: sideOf({ said: 20, heard: 16, intruded: 1 }, 14),
  rescued: { of: 12, count: 5 },
  lost: { of: 8, count: 1 },
  words: [
    wordOf(given('孔府', { weight: 5, lang: 'zh' }), [2, 2, 1], {
      verdict: 'harmful',
      with: { heard: 1, intruded: 1 },
      planned: { heard: 2, intruded: 1 },
      advice: { kind: 'lower_weight', from: 5, to: 4 },
      clips: {
        said: ['a/tour-03.wav'],
        missed: ['a/tour-03.wav'],
        rescued: [],
        lost: ['a/tour-03.wav'],
        intruded: ['a/tour-01.wav'],
      },
    }),
    wordOf(given('阙里人家', { location: { file: 'vocab.config.yaml', line: 12, column: 9 } }), [6, 0, 0], {
      verdict: 'no_effect',
      planned: { heard: 4, intruded: 0 },
      advice: { kind: 'raise_weight', from: 4, to: 5 },
      clips: { said: ['a/tour-01.wav'], missed: ['a/tour-01.wav'], rescued: [], lost: [], intruded: [] },
    }),
    wordOf(given('青霉素', { weight: 5, location: null }), [2, 0, 0], {
      verdict: 'no_effect',
      planned: { heard: 0, intruded: 0 },
      advice: { kind: 'at_the_highest_weight', weight: 5 },
    }),
    wordOf(given('EGFR抑制剂'), [4, 0, 4], {
      planned: { heard: 4, intruded: 0 },
      clips: {
        said: ['a/ward-02.wav'],
        missed: [],
        rescued: ['a/ward-02.wav'],
        lost: [],
        intruded: [],
      },
    }),
    wordOf(given('曲阜', { vocabulary: null, location: null }), [6, 6, 6], {
      verdict: 'not_needed',
      planned: { heard: 6, intruded: 0 },
      advice: { kind: 'may_go', because: 'heard_without' },
    }),
    wordOf(given('Exothermic reaction', { lang: 'en' }), [0, 0, 0], {
      verdict: 'not_spoken',
      planned: { heard: 0, intruded: 0 },
      advice: { kind: 'untested' },
    }),
  ],
  clips: [
    clipResult(
      third,
      { without: ['孔府在曲阜城里', '孔府在曲阜城里'], with: ['孔福在曲阜城里', '孔府在曲阜城里'] },
      words,
    ),
    clipResult(
      first,
      {
        without: ['今天我们游览曲阜缺里人家', '今天我们游览曲阜缺里人家'],
        with: ['今天孔府游览曲阜缺里人家', '今天孔府游览曲阜缺里人家'],
        planned: ['今天孔府游览曲阜阙里人家', '今天孔府游览曲阜阙里人家'],
      },
      words,
    ),
    clipResult(
      second,
      { without: ['病人有心房颤动，服用一级抑制剂', ''], with: [second.text, second.text] },
      words,
    ),
  ],
  failed: [
    {
      clip: fourth,
      side: 'with',
      message: 'the connection ended before the recognition was finished',
      hint: 'run it again: answers that are there are kept',
    },
  ],
  thresholds: [
    { threshold: 'min_recall', limit: 0.9, value: 0.6, met: false },
    { threshold: 'max_false', limit: 2, value: 1, met: true },
  ],
  baseline: {
    file: 'baseline.json',
    regressions: [
      {
        word: '孔府',
        clips: ['a/tour-03.wav'],
        before: { heard: 2, said: 2 },
        now: { heard: 1, said: 2 },
      },
    ],
    incomparable: 1,
  },
});

/** The list was made for another model. */
export const unpaired: Evaluation = evaluationOf({
  name: null,
  consumer: 'hotline',
  delivery: {
    ...evaluationOf().delivery,
    list: {
      vocabulary_id: 'vocab-acmesup-0123456789abcdef0123456789abcdef',
      target_model: 'fun-asr',
      status: 'OK',
      age_ms: null,
    },
  },
  without: sideOf({ said: 3, heard: 1 }, 8),
  with: sideOf({ said: 3, heard: 1 }, 8),
  not_planned: 'the list of the account is not what the configuration asks for: apply it first',
  rescued: { of: 2, count: 0 },
  lost: { of: 1, count: 0 },
  words: [
    wordOf(given('阙里人家'), [2, 0, 0], { verdict: 'no_effect', advice: { kind: 'see_list' } }),
    wordOf(given('曲阜'), [1, 1, 1], { verdict: 'not_needed' }),
  ],
  clips: [
    clipResult(first, { without: ['今天我们游览曲阜缺里人家'], with: ['今天我们游览曲阜缺里人家'] }, words),
  ],
  no_effect: {
    missed: 2,
    checks: [
      {
        check: 'pairing',
        outcome: 'cause',
        message: 'the list was made for fun-asr, recognition is with fun-asr-realtime: nothing of it is read',
      },
      { check: 'status', outcome: 'fine', message: 'the list is OK' },
      { check: 'region', outcome: 'fine', message: 'list and recognition are in singapore' },
      { check: 'language_hints', outcome: 'fine', message: 'the hints admit every word' },
      { check: 'last_update', outcome: 'unknown', message: 'nobody knows when the list was last written' },
    ],
  },
});

/** All that was asked for is reached. */
export const well: Evaluation = evaluationOf({
  name: 'tours',
  without: sideOf({ said: 12, heard: 2 }, 30),
  with: sideOf({ said: 12, heard: 12 }, 2),
  rescued: { of: 10, count: 10 },
  lost: { of: 2, count: 0 },
  words: [
    wordOf(given('阙里人家'), [10, 0, 10]),
    wordOf(given('曲阜'), [2, 2, 2], { verdict: 'not_needed' }),
  ],
  clips: [clipResult(first, { without: ['今天我们游览曲阜缺里人家'], with: [first.text] }, words)],
  thresholds: [
    { threshold: 'min_recall', limit: 0.9, value: 1, met: true },
    { threshold: 'max_false', limit: 0, value: 0, met: true },
  ],
  baseline: { file: 'baseline.json', regressions: [], incomparable: 0 },
});

/** Nobody says any of the words, and where nothing is measured nothing is reached. */
export const silent: Evaluation = evaluationOf({
  name: 'empty',
  words: [
    wordOf(given('Exothermic reaction'), [0, 0, 0], {
      verdict: 'not_spoken',
      advice: { kind: 'untested' },
    }),
  ],
  clips: [clipResult(fourth, { without: [''], with: ['没有声音'] }, [])],
  thresholds: [{ threshold: 'min_recall', limit: 0.9, value: null, met: false }],
  usage: { audio_seconds: null, sent: 0, kept: 2, sent_seconds: null },
});

/** Words, transcripts, names and messages that other people have written. */
export function hostileEvaluation(texts: readonly string[]): Evaluation {
  const all = texts.join(' ');
  const location = { file: all, line: 1, column: 1 };
  const clip = { path: all, url: null, text: all, location };
  return evaluationOf({
    name: all,
    consumer: all,
    model: all,
    manifest: all,
    delivery: {
      ...evaluationOf().delivery,
      language_hints: texts,
      list: { vocabulary_id: all, target_model: all, status: all, age_ms: 1 },
      instant: 2,
    },
    without: sideOf({ said: 9, heard: 1 }, 9),
    with: sideOf({ said: 9, heard: 2, intruded: 3 }, 9),
    not_planned: all,
    words: texts.map((text, index) =>
      wordOf(
        given(text, { lang: text, vocabulary: text, location: index % 2 === 0 ? location : null }),
        [1, 0, 0],
        {
          verdict: index % 2 === 0 ? 'harmful' : 'no_effect',
          advice: { kind: 'raise_weight', from: 4, to: 5 },
          clips: { said: [text], missed: [text], rescued: [text], lost: [text], intruded: [text] },
        },
      ),
    ),
    clips: [clipResult(clip, { without: texts, with: [all, ...texts] }, texts)],
    failed: [{ clip, side: 'without', message: all, hint: all }],
    no_effect: { missed: 1, checks: [{ check: 'pairing', outcome: 'cause', message: all }] },
    baseline: {
      file: all,
      regressions: texts.map((word) => ({
        word,
        clips: [word],
        before: { heard: 1, said: 1 },
        now: { heard: 0, said: 1 },
      })),
      incomparable: 2,
    },
  });
}
