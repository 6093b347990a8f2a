import { createHash } from 'node:crypto';
import type { RecordingEntry } from '../../../src/emulator/recognition/hearing/parse-recordings.js';
import type { RecognitionRecord } from '../../../src/emulator/recognition/record.js';
import type { EmulatorSwitches } from '../../../src/emulator/switches.js';
import { wavOf } from '../../recognise/audio/wav-of.js';
import type { Ended, Surroundings } from '../../support/cli.js';
import { listeningClock } from '../../support/emulator.js';
import { openRepository, type Repository } from '../repository.js';

/* A ward that dictates: a configuration, clips, and an account that hears in them what a test says. */

/** A clip, and what is heard in it. */
export interface Said extends Omit<RecordingEntry, 'sha256'> {
  /** Whether it is only known by its URL. */
  readonly isElsewhere?: boolean;
}

export interface Ward extends Repository {
  readonly recordings: readonly RecordingEntry[];
  /** Runs `vocabsync eval` with these words. */
  evaluate(args?: string, also?: Partial<Surroundings>): Promise<Ended>;
  /** What recognition was asked so far, a line for each, sorted: `stream fun-asr-realtime without`. */
  heard(): string[];
}

export interface WardOptions {
  readonly clips?: readonly Said[];
  readonly config?: string;
  readonly switches?: Partial<EmulatorSwitches>;
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

/** Two words that are misheard without help, and one sentence without any. */
export const usualClips: readonly Said[] = [
  { text: 'the patient has alpharubin', misheard: { alpharubin: 'alpha ruby' } },
  { text: 'and takes betaloc daily', misheard: { betaloc: 'better lock' } },
  { text: 'nothing else to report' },
];

export function wardConfig({
  model = 'fun-asr-realtime',
  words = '[alpharubin, betaloc]',
  consumers = '',
  evaluation = '',
  extra = '',
} = {}): string {
  return `version: 1
account: { region: singapore }
namespace: acme
prune: true
guards: { update_interval: 0s }
vocabularies:
  - { name: medical, prefix: acmemed, target_model: ${model}, hotwords: ${words} }
consumers:
  - { name: ward, vocabulary: medical, model: ${model} }
${consumers}evaluations:
  - { name: ward, consumer: ward, clips: clips/ward.jsonl${evaluation} }
${extra}`;
}

/** Opens a folder with clips, applies its configuration, and lets the account hear them. */
export async function openWard(options: WardOptions = {}): Promise<Ward> {
  const { clips = usualClips, config = wardConfig(), switches = {}, files = {} } = options;
  const audio = clips.map((_, index) => wavOf({ audio: 32_000 + index * 2 }));
  const entries = clips.map(({ isElsewhere: _, ...said }, index) => ({
    sha256: createHash('sha256').update(audio[index]!).digest('hex'),
    ...said,
  }));
  const recorded = audio.map((bytes, index) => [`clips/${nameOf(index)}`, bytes] as const);
  const repository = await openRepository(
    {
      'vocab.config.yaml': config,
      'clips/ward.jsonl': clips.map(lineOf).join(''),
      'recordings.json': JSON.stringify(entries),
      ...Object.fromEntries(recorded.filter((_, index) => clips[index]?.isElsewhere !== true)),
      ...files,
    },
    switches,
    entries,
  );
  const clock = listeningClock(repository.clock);
  return {
    ...repository,
    recordings: entries,
    evaluate: (args = '', also = {}) =>
      repository.vocabsync(['eval', ...args.split(/\s+/).filter((word) => word !== '')], { clock, ...also }),
    heard: () => repository.emulator.recognitions.map(sayAsked).toSorted(),
  };
}

function nameOf(index: number): string {
  return `${String(index + 1).padStart(3, '0')}.wav`;
}

function lineOf({ text, url, isElsewhere = false }: Said, index: number): string {
  const audio = isElsewhere ? {} : { audio: nameOf(index) };
  return `${JSON.stringify({ ...audio, ...(url === undefined ? {} : { url }), text })}\n`;
}

function sayAsked({ way, model, vocabulary_id, instant, language_hints }: RecognitionRecord): string {
  const words = [
    ...(vocabulary_id === null ? [] : ['list']),
    ...(instant === 0 ? [] : [`${instant} instant`]),
    ...(language_hints.length === 0 ? [] : [`hints ${language_hints.join(' ')}`]),
  ];
  return `${way} ${model} ${words.length === 0 ? 'without' : words.join(', ')}`;
}

/** The document that a run printed. */
export function documentOf({ stdout }: Ended) {
  return JSON.parse(stdout) as { readonly evaluations: readonly Document[] };
}

export interface Document {
  readonly name: string | null;
  readonly headline: string;
  readonly figures: Readonly<
    Record<'without' | 'with', { readonly hotwords: Readonly<Record<string, number | null>> }>
  > & { readonly planned: null | { readonly hotwords: Readonly<Record<string, number | null>> } };
  readonly words: readonly { readonly text: string; readonly verdict: string; readonly advice: unknown }[];
  readonly usage: Readonly<Record<string, number | null>>;
  readonly not_planned: string | null;
  readonly delivery: { readonly list: null | { readonly status: string | null }; readonly instant: number };
  readonly failed: readonly object[];
  readonly no_effect: null | { readonly checks: readonly { check: string; outcome: string }[] };
}
