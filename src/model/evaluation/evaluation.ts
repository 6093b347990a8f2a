import type { Location } from '../diagnostic.js';
import type { RecognitionWay } from '../recognition/recogniser.js';
import type { Clip, FailedClip, Side } from './clip.js';

/*
 * What an evaluation comes to. Counts are of occurrences, summed over all clips and repeats; a share without a count of what
 * it is a share of says nothing, so every share stands beside its counts, and is null where there is nothing to divide by.
 */

/** A hotword that recognition was given, and where it comes from. */
export interface GivenWord {
  readonly text: string;
  readonly weight: number;
  readonly lang: string | null;
  /** The vocabulary that has it; null: the list holds it and no vocabulary names it. */
  readonly vocabulary: string | null;
  /** The weight that it has there now; left out: it stands nowhere. */
  readonly written?: number;
  readonly location: Location | null;
}

/** What became of hotwords on one side. `recall` = heard / said, `precision` = heard / (heard + intruded). */
export interface HotwordFigures {
  /** How often words of the list are in the references. */
  readonly said: number;
  /** How many of these were recognised at their place. */
  readonly heard: number;
  /** How many were recognised where nobody said them. */
  readonly intruded: number;
  readonly recall: number | null;
  readonly precision: number | null;
  readonly f1: number | null;
}

/** Errors of a text against its reference: (substitutions + deletions + insertions) / units of the reference. */
export interface ErrorRate {
  readonly errors: number;
  /** Characters or words of the reference. */
  readonly length: number;
  readonly rate: number | null;
}

/** What one side comes to. */
export interface SideFigures {
  readonly hotwords: HotwordFigures;
  /** CER or WER: of the whole text. */
  readonly text: ErrorRate;
  /** B-WER: at the words of the list. */
  readonly biased: ErrorRate;
  /** U-WER: at everything else. */
  readonly unbiased: ErrorRate;
}

/** How much one side heard, or missed, of what the other missed, or heard. */
export interface Share {
  readonly of: number;
  readonly count: number;
}

/** works: missed without it, heard with it · not_needed: heard without · no_effect: missed with it as without · harmful: it intrudes, or costs what was heard · not_measured: said only in clips that gave no text · not_spoken: no clip has it. */
export const verdicts = [
  'works',
  'not_needed',
  'no_effect',
  'harmful',
  'not_measured',
  'not_spoken',
] as const;
export type Verdict = (typeof verdicts)[number];

/** What to do about a word, from the vendor's table of weights. */
export type Advice =
  | { readonly kind: 'raise_weight' | 'lower_weight'; readonly from: number; readonly to: number }
  /** It has another weight by now, which recognition was not given. */
  | { readonly kind: 'not_given_yet'; readonly from: number; readonly to: number }
  /** At the highest weight, and missed all the same: another spelling may help. */
  | { readonly kind: 'at_the_highest_weight'; readonly weight: number }
  /** Recognition leaves it out, as it reads no hint of this language; no weight changes that. */
  | { readonly kind: 'language_not_read'; readonly lang: string }
  /** It is heard without help wherever it is said, or intrudes at the lowest weight that helps. */
  | { readonly kind: 'may_go'; readonly because: 'heard_without' | 'intrudes' }
  | { readonly kind: 'untested' }
  /** Not the word is at fault: the whole list has no effect. */
  | { readonly kind: 'see_list' };

export interface WordCounts {
  readonly heard: number;
  readonly intruded: number;
}

/** What became of one word. Clips are named as in the manifest. */
export interface WordResult {
  /** As it is given today; a word that is only planned, as YAML has it. */
  readonly word: GivenWord;
  /** Occurrences in the references, times the repeats. */
  readonly said: number;
  readonly without: WordCounts;
  readonly with: WordCounts;
  /** null: not tried, or not among what YAML asks for. */
  readonly planned: WordCounts | null;
  /** Missed without hotwords, heard with. This and all below are of `with`, and of `planned` where a word is only planned. */
  readonly rescued: number;
  /** Heard without hotwords, missed with them. */
  readonly lost: number;
  readonly clips: {
    readonly said: readonly string[];
    readonly missed: readonly string[];
    readonly rescued: readonly string[];
    readonly lost: readonly string[];
    readonly intruded: readonly string[];
  };
  readonly verdict: Verdict;
  readonly advice: Advice | null;
}

/** heard: at its place · missed: in the reference, and not recognised · intruded: recognised where nobody said it. */
export type MarkKind = 'heard' | 'missed' | 'intruded';

/** A hotword in a text. Offsets are UTF-16 units of the text as it is, end exclusive. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly word: string;
  readonly kind: MarkKind;
}

export interface MarkedText {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** A clip, what was said and what was heard, with the words marked. */
export interface ClipResult {
  readonly clip: Clip;
  readonly reference: MarkedText;
  /** A text for each repeat. */
  readonly without: readonly MarkedText[];
  readonly with: readonly MarkedText[];
  readonly planned: readonly MarkedText[] | null;
  /** Sides on which the repeats do not agree, once normalised. */
  readonly unstable: readonly Side[];
  /** The marks of `reference` are those of the first text with hotwords. */
  readonly errors: {
    readonly without: ErrorRate;
    readonly with: ErrorRate;
    readonly planned: ErrorRate | null;
  };
}

/** The order of the vendor's FAQ, in which reasons for no effect are looked for. */
export const effectChecks = [
  'pairing',
  'status',
  'region',
  'language_hints',
  'last_update',
  'delivery',
] as const;
export type EffectCheckName = (typeof effectChecks)[number];

export interface EffectCheck {
  readonly check: EffectCheckName;
  /** cause: this alone explains it · maybe: this may explain it · fine: looked at, nothing is wrong · unknown: cannot be told from here. */
  readonly outcome: 'cause' | 'maybe' | 'fine' | 'unknown';
  readonly message: string;
}

/** No word of what was given had any effect, though words were missed. */
export interface NoEffect {
  readonly missed: number;
  readonly checks: readonly EffectCheck[];
}

/** What the consumer is given, as far as its effect depends on it. */
export interface DeliveryFacts {
  readonly model: string;
  readonly region: string;
  readonly language_hints: readonly string[] | null;
  /** How many of the hints recognition with this model reads; null: all. */
  readonly read_hints: number | null;
  /** Whether recognition with this model takes instant words; null: the catalogue does not know the model. */
  readonly takes_instant: boolean | null;
  /** The list that the consumer is given; null: none. */
  readonly list: ListFacts | null;
  /** How many instant words it is given. */
  readonly instant: number;
  /** Hotwords that YAML asks for and the consumer is not given, by its list or its published file; left out: none. */
  readonly lacking?: readonly string[] | undefined;
}

export interface ListFacts {
  readonly vocabulary_id: string;
  readonly target_model: string;
  /** `OK` or not; null: the account does not hold it. */
  readonly status: string | null;
  /** Milliseconds since it was last updated, by the server's clock; null: it never was, or nobody knows. */
  readonly age_ms: number | null;
  /** Given where it is as it was made. */
  readonly never_updated?: boolean | undefined;
}

/** A threshold that was set, and what came of it. */
export interface ThresholdResult {
  readonly threshold: 'min_recall' | 'max_false';
  /** A share for min_recall, a count for max_false. */
  readonly limit: number;
  /** null: there was nothing to measure. */
  readonly value: number | null;
  readonly met: boolean;
}

/** A word that an earlier evaluation heard more of, in clips that both have. */
export interface Regression {
  readonly word: string;
  /** Clips in which it was heard then and is not now. */
  readonly clips: readonly string[];
  readonly before: { readonly heard: number; readonly said: number };
  readonly now: { readonly heard: number; readonly said: number };
}

/** What was compared with an earlier evaluation, and what could not be. */
export interface BaselineResult {
  /** The file, as it was given. */
  readonly file: string;
  readonly regressions: readonly Regression[];
  /** Clips of the earlier one that are not in this one, or have another text. */
  readonly incomparable: number;
}

/** Whether words can be heard in the clips, and are, with and without being given. */
export interface Evaluation {
  /** As the configuration calls it; null: it came from flags. */
  readonly name: string | null;
  readonly consumer: string;
  readonly model: string;
  readonly way: RecognitionWay;
  readonly delivery: DeliveryFacts;
  /** The manifest, as it was given. */
  readonly manifest: string;
  /** In what text is counted: characters for Chinese, Japanese and Korean, words otherwise. */
  readonly unit: 'character' | 'word';
  readonly repeat: number;
  readonly without: SideFigures;
  readonly with: SideFigures;
  readonly planned: SideFigures | null;
  /** Why what YAML asks for could not be tried; null: it was, or was not asked for. */
  readonly not_planned: string | null;
  /** How many of the occurrences missed without hotwords were heard with. */
  readonly rescued: Share;
  /** How many of the occurrences heard without hotwords were missed with. */
  readonly lost: Share;
  /** Worst first: harmful, no_effect, works, not_needed, not_measured, not_spoken. */
  readonly words: readonly WordResult[];
  readonly clips: readonly ClipResult[];
  readonly failed: readonly FailedClip[];
  /** Whether every result of every clip is empty, though something is said: then the audio is at fault, and no word is judged. */
  readonly nothing_heard: boolean;
  readonly no_effect: NoEffect | null;
  readonly thresholds: readonly ThresholdResult[];
  readonly baseline: BaselineResult | null;
  readonly usage: EvaluationUsage;
}

/** What it took. */
export interface EvaluationUsage {
  /** Seconds of audio of all clips; null: of some nobody can tell. */
  readonly audio_seconds: number | null;
  /** Recognitions that were sent, and those whose answers were kept from before. */
  readonly sent: number;
  readonly kept: number;
  readonly sent_seconds: number | null;
}
