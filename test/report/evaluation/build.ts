import type { Clip } from '../../../src/model/evaluation/clip.js';
import type {
  ClipResult,
  Evaluation,
  GivenWord,
  MarkedText,
  SideFigures,
  WordResult,
} from '../../../src/model/evaluation/evaluation.js';

/*
 * Evaluations as plain objects: what is said of one does not depend on who made it. What is not given is of an evaluation
 * in which nothing was said.
 */

export function given(text: string, over: Partial<GivenWord> = {}): GivenWord {
  return {
    text,
    weight: 4,
    lang: null,
    vocabulary: 'medical',
    location: { file: 'vocabularies/medical.yaml', line: 7, column: 5 },
    ...over,
  };
}

export function clipOf(path: string, text: string, line = 1): Clip {
  return { path, url: null, text, location: { file: 'clips/ward.jsonl', line, column: 1 } };
}

export function sideOf(
  counts: { said?: number; heard?: number; intruded?: number },
  errors = 0,
): SideFigures {
  const { said = 0, heard = 0, intruded = 0 } = counts;
  const share = (count: number, of: number) => (of === 0 ? null : count / of);
  const recall = share(heard, said);
  const precision = share(heard, heard + intruded);
  const sum = (recall ?? 0) + (precision ?? 0);
  const rate = (wrong: number, length: number) => ({ errors: wrong, length, rate: share(wrong, length) });
  return {
    hotwords: {
      said,
      heard,
      intruded,
      recall,
      precision,
      f1: sum === 0 ? null : (2 * (recall ?? 0) * (precision ?? 0)) / sum,
    },
    text: rate(errors, 240),
    biased: rate(Math.min(errors, 4 * said), 4 * said),
    unbiased: rate(Math.max(0, errors - 4 * said), 240 - 4 * said),
  };
}

export function wordOf(
  word: GivenWord,
  [said, without, heard]: readonly [number, number, number],
  over: Partial<WordResult> = {},
): WordResult {
  return {
    word,
    said,
    without: { heard: without, intruded: 0 },
    with: { heard, intruded: 0 },
    planned: null,
    rescued: Math.max(0, heard - without),
    lost: Math.max(0, without - heard),
    clips: { said: [], missed: [], rescued: [], lost: [], intruded: [] },
    verdict: 'works',
    advice: null,
    ...over,
  };
}

interface Compared {
  readonly text: string;
  readonly other: string;
  readonly words: readonly string[];
}

/** Marks each word where it stands first. A word of the result that was not said has intruded. */
function marked({ text, other, words }: Compared, otherwise: 'missed' | 'intruded'): MarkedText {
  const marks = words
    .map((word) => ({ word, start: text.indexOf(word) }))
    .filter(({ start }) => start !== -1)
    .sort((one, another) => one.start - another.start)
    .map(({ word, start }) => ({
      start,
      end: start + word.length,
      word,
      kind: other.includes(word) ? ('heard' as const) : otherwise,
    }));
  return { text, marks };
}

export interface Heard {
  readonly without: readonly string[];
  readonly with: readonly string[];
  readonly planned?: readonly string[];
}

export function clipResult(clip: Clip, heard: Heard, words: readonly string[]): ClipResult {
  const { text } = clip;
  const each = (texts: readonly string[]) =>
    texts.map((one) => marked({ text: one, other: text, words }, 'intruded'));
  const rate = (errors: number) => ({ errors, length: text.length, rate: errors / text.length });
  return {
    clip,
    reference: marked({ text, other: heard.with[0] ?? '', words }, 'missed'),
    without: each(heard.without),
    with: each(heard.with),
    planned: heard.planned === undefined ? null : each(heard.planned),
    unstable: [
      ...(new Set(heard.without).size > 1 ? (['without'] as const) : []),
      ...(new Set(heard.with).size > 1 ? (['with'] as const) : []),
    ],
    errors: {
      without: rate(heard.without[0] === text ? 0 : 1),
      with: rate(heard.with[0] === text ? 0 : 1),
      planned: heard.planned === undefined ? null : rate(0),
    },
  };
}

export function evaluationOf(over: Partial<Evaluation> = {}): Evaluation {
  return {
    name: 'ward',
    consumer: 'ward-dictation',
    model: 'fun-asr-realtime',
    way: 'stream',
    delivery: {
      model: 'fun-asr-realtime',
      region: 'singapore',
      language_hints: ['zh'],
      read_hints: 1,
      takes_instant: false,
      list: {
        vocabulary_id: 'vocab-acmemed-0123456789abcdef0123456789abcdef',
        target_model: 'fun-asr-realtime',
        status: 'OK',
        age_ms: 3_600_000,
      },
      instant: 0,
    },
    manifest: 'clips/ward.jsonl',
    unit: 'character',
    repeat: 1,
    without: sideOf({}),
    with: sideOf({}),
    planned: null,
    not_planned: null,
    rescued: { of: 0, count: 0 },
    lost: { of: 0, count: 0 },
    words: [],
    clips: [],
    failed: [],
    nothing_heard: false,
    no_effect: null,
    thresholds: [],
    baseline: null,
    usage: { audio_seconds: 83.5, sent: 12, kept: 8, sent_seconds: 50.1 },
    ...over,
  };
}
