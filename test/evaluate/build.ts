import type { HeardClip } from '../../src/model/evaluation/clip.js';
import type { EarlierClip } from '../../src/model/evaluation/earlier.js';
import type {
  DeliveryFacts,
  Evaluation,
  GivenWord,
  WordResult,
} from '../../src/model/evaluation/evaluation.js';
import type { EvaluationInput } from '../../src/model/evaluation/evaluation-input.js';

const location = { file: 'clips.jsonl', line: 1, column: 1 };

export function given(text: string, fields: Partial<GivenWord> = {}): GivenWord {
  return { text, weight: 4, lang: null, vocabulary: 'medical', location: null, ...fields };
}

export function givenAll(...texts: readonly string[]): GivenWord[] {
  return texts.map((text) => given(text));
}

/** A clip in which `text` is said; of several results, each is a repeat. */
export function clip(
  text: string,
  without: string | readonly string[],
  fields: { with?: string | readonly string[]; planned?: string | readonly string[]; name?: string } = {},
): HeardClip {
  return {
    clip: { path: fields.name ?? `${text}.wav`, url: null, text, location },
    without: [without].flat(),
    with: [fields.with ?? without].flat(),
    planned: fields.planned === undefined ? null : [fields.planned].flat(),
  };
}

export const delivery: DeliveryFacts = {
  model: 'fun-asr-realtime',
  region: 'singapore',
  language_hints: null,
  read_hints: 1,
  takes_instant: false,
  list: { vocabulary_id: 'vocab-1', target_model: 'fun-asr-realtime', status: 'OK', age_ms: 3_600_000 },
  instant: 0,
};

export function input(fields: Partial<EvaluationInput>): EvaluationInput {
  return {
    name: 'ward',
    consumer: 'ward-dictation',
    model: 'fun-asr-realtime',
    way: 'stream',
    delivery,
    manifest: 'clips.jsonl',
    repeat: 1,
    failed: [],
    not_planned: null,
    usage: { audio_seconds: 10, sent: 2, kept: 0, sent_seconds: 20 },
    words: [],
    planned_words: null,
    heard: [],
    thresholds: { min_recall: null, max_false: null },
    earlier: null,
    ...fields,
  };
}

export function resultOf({ words }: Pick<Evaluation, 'words'>, text: string): WordResult {
  const result = words.find(({ word }) => word.text === text);
  if (result === undefined) throw new Error(`no word is called ${text}`);
  return result;
}

export function earlierClip(
  name: string,
  words: Readonly<Record<string, readonly [heard: number, said: number]>>,
  fields: Partial<EarlierClip> = {},
): EarlierClip {
  return {
    name: `${name}.wav`,
    text: name,
    words: new Map(Object.entries(words).map(([word, [heard, said]]) => [word, { heard, said }])),
    repeat: 1,
    ...fields,
  };
}
