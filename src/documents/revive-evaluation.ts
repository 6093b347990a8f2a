import type { Location } from '../model/diagnostic.js';
import { type Clip, type FailedClip, type Side, sides } from '../model/evaluation/clip.js';
import type {
  Advice,
  ClipResult,
  EffectCheckName,
  Evaluation,
  SideFigures,
  ThresholdResult,
  WordResult,
} from '../model/evaluation/evaluation.js';
import type { EvaluationFields } from './eval.js';

/** An evaluation, and where the configuration asks for it. */
export interface RevivedEvaluation extends Evaluation {
  readonly location: Location | null;
}

/**
 * An evaluation of an earlier run, as it was but for keys, which its document hides. What a later version may have added to
 * a set of names is left as it is, and views say it as it is; a side or an advice that nobody knows is left out.
 */
export function reviveEvaluation(fields: EvaluationFields): RevivedEvaluation {
  const { name, consumer, model, manifest, unit, repeat, figures, not_planned } = fields;
  const { rescued, lost, words, clips, failed, no_effect, nothing_heard, thresholds, baseline, usage } =
    fields;
  return {
    name,
    consumer,
    model,
    way: fields.way as Evaluation['way'],
    delivery: fields.delivery,
    manifest,
    unit,
    repeat,
    without: reviveSide(figures.without),
    with: reviveSide(figures.with),
    planned: figures.planned && reviveSide(figures.planned),
    not_planned,
    rescued,
    lost,
    words: words.map(reviveWord),
    clips: clips.map(reviveClip),
    failed: failed.map(reviveFailed),
    nothing_heard,
    no_effect: no_effect && {
      missed: no_effect.missed,
      checks: no_effect.checks.map((one) => ({ ...one, check: one.check as EffectCheckName })),
    },
    thresholds: thresholds.map((one) => ({
      ...one,
      threshold: one.threshold as ThresholdResult['threshold'],
    })),
    baseline,
    usage,
    location: reviveLocation(fields),
  };
}

type SideOfDocument = EvaluationFields['figures']['with'];

/** Where a recall lies follows from its counts. */
function reviveSide({ hotwords, text, biased, unbiased }: SideOfDocument): SideFigures {
  const { recall_interval: _, ...figures } = hotwords;
  return { hotwords: figures, text, biased, unbiased };
}

function reviveWord(fields: EvaluationFields['words'][number]): WordResult {
  const { text, weight, lang, vocabulary, said, without, planned, rescued, lost, clips, verdict } = fields;
  return {
    word: { text, weight, lang, vocabulary, location: reviveLocation(fields) },
    said,
    without,
    with: fields.with,
    planned,
    rescued,
    lost,
    clips,
    verdict,
    advice: reviveAdvice(fields),
  };
}

/** All of them have one shape in a document, and what one of them needs not may be missing there. */
function reviveAdvice({ advice, weight, lang }: EvaluationFields['words'][number]): Advice | null {
  if (advice === null) return null;
  const { from, to, because } = advice;
  switch (advice.kind) {
    case 'raise_weight':
    case 'lower_weight':
    case 'not_given_yet':
      return { kind: advice.kind, from: from ?? weight, to: to ?? weight };
    case 'at_the_highest_weight':
      return { kind: advice.kind, weight: from ?? weight };
    case 'language_not_read':
      return { kind: advice.kind, lang: lang ?? '' };
    case 'may_go':
      return { kind: advice.kind, because: because === 'intrudes' ? because : 'heard_without' };
    case 'untested':
    case 'see_list':
      return { kind: advice.kind };
    default:
      return null;
  }
}

function reviveClip(fields: EvaluationFields['clips'][number]): ClipResult {
  const { reference, without, planned, unstable, errors } = fields;
  return {
    clip: clipOf(fields),
    reference,
    without,
    with: fields.with,
    planned,
    unstable: unstable.filter(isSide),
    errors,
  };
}

function reviveFailed(fields: EvaluationFields['failed'][number]): FailedClip {
  const { side, message, hint } = fields;
  return { clip: clipOf(fields), side: side as Side, message, hint };
}

function clipOf({ path, url, text, file, line, column }: Omit<Clip, 'location'> & Location): Clip {
  return { path, url, text, location: { file, line, column } };
}

function isSide(name: string): name is Side {
  return (sides as readonly string[]).includes(name);
}

function reviveLocation({
  file,
  line,
  column,
}: {
  readonly [Key in keyof Location]?: Location[Key] | undefined;
}): Location | null {
  return file === undefined || line === undefined || column === undefined ? null : { file, line, column };
}
