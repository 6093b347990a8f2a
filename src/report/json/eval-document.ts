import type { Diagnostic } from '../../model/diagnostic.js';
import type {
  Advice,
  BaselineResult,
  DeliveryFacts,
  NoEffect,
  SideFigures,
  WordResult,
} from '../../model/evaluation/evaluation.js';
import { maskKeys } from '../../model/text/secrets.js';
import { inReadingOrder } from '../view/diagnostics.js';
import { shareInterval } from '../view/evaluation/confidence.js';
import type { LocatedEvaluation } from '../view/evaluation/findings.js';
import { headlineOf } from '../view/evaluation/headline.js';
import { evaluationHeadline } from '../view/evaluation-view.js';
import { type Envelope, headDocument } from './envelope.js';
import { clipDocument, failedDocument, locationDocument } from './eval-clips.js';
import { diagnosticDocument } from './fields.js';

/** What evaluations come to, with all that a later one needs to be compared with them. */
export function evalDocument(
  envelope: Envelope,
  evaluations: readonly LocatedEvaluation[],
  diagnostics: readonly Diagnostic[],
): object {
  return {
    ...headDocument(envelope),
    headline: evaluationHeadline(evaluations),
    evaluations: evaluations.map(evaluationDocument),
    diagnostics: inReadingOrder(diagnostics).map(diagnosticDocument),
  };
}

function evaluationDocument(evaluation: LocatedEvaluation) {
  const { name, consumer, model, way, delivery, manifest, unit, repeat, location } = evaluation;
  const { not_planned, rescued, lost, words, clips, failed, thresholds, usage } = evaluation;
  return {
    name: name && maskKeys(name),
    headline: headlineOf(evaluation),
    ...locationDocument(location),
    consumer: maskKeys(consumer),
    model: maskKeys(model),
    way,
    delivery: deliveryDocument(delivery),
    manifest: maskKeys(manifest),
    unit,
    repeat,
    figures: figuresDocument(evaluation),
    not_planned: not_planned && maskKeys(not_planned),
    rescued,
    lost,
    words: words.map(wordDocument),
    clips: clips.map(clipDocument),
    failed: failed.map(failedDocument),
    nothing_heard: evaluation.nothing_heard,
    no_effect: noEffectDocument(evaluation.no_effect),
    thresholds,
    baseline: baselineDocument(evaluation.baseline),
    usage,
  };
}

function figuresDocument({ without, with: given, planned, repeat }: LocatedEvaluation) {
  return {
    without: sideDocument(without, repeat),
    with: sideDocument(given, repeat),
    planned: planned === null ? null : sideDocument(planned, repeat),
  };
}

/** Beside the recall, where it lies with 95% confidence: a share of few is not what it looks like. */
function sideDocument({ hotwords, text, biased, unbiased }: SideFigures, repeat: number) {
  const recall_interval = shareInterval(hotwords.heard, hotwords.said, repeat);
  return { hotwords: { ...hotwords, recall_interval }, text, biased, unbiased };
}

function deliveryDocument({ model, region, language_hints, list, lacking, ...rest }: DeliveryFacts) {
  return {
    model: maskKeys(model),
    region,
    language_hints: language_hints && language_hints.map(maskKeys),
    ...rest,
    ...(lacking !== undefined && { lacking: lacking.map(maskKeys) }),
    list: list && {
      vocabulary_id: maskKeys(list.vocabulary_id),
      target_model: maskKeys(list.target_model),
      status: list.status && maskKeys(list.status),
      age_ms: list.age_ms,
      ...(list.never_updated === true && { never_updated: true }),
    },
  };
}

function wordDocument({ word, clips, advice, ...result }: WordResult) {
  const { text, weight, lang, vocabulary, location } = word;
  return {
    text: maskKeys(text),
    weight,
    lang: lang && maskKeys(lang),
    vocabulary: vocabulary && maskKeys(vocabulary),
    ...locationDocument(location),
    said: result.said,
    without: result.without,
    with: result.with,
    planned: result.planned,
    rescued: result.rescued,
    lost: result.lost,
    clips: {
      said: clips.said.map(maskKeys),
      missed: clips.missed.map(maskKeys),
      rescued: clips.rescued.map(maskKeys),
      lost: clips.lost.map(maskKeys),
      intruded: clips.intruded.map(maskKeys),
    },
    verdict: result.verdict,
    advice: advice && adviceDocument(advice),
  };
}

/** One shape for all of them, so that a kind that a reader does not know yet can be read. */
function adviceDocument(advice: Advice) {
  const { kind } = advice;
  switch (kind) {
    case 'raise_weight':
    case 'lower_weight':
    case 'not_given_yet':
      return { kind, from: advice.from, to: advice.to, because: null };
    case 'language_not_read':
      return { kind, from: null, to: null, because: null };
    case 'at_the_highest_weight':
      return { kind, from: advice.weight, to: null, because: null };
    case 'may_go':
      return { kind, from: null, to: null, because: advice.because };
    case 'untested':
    case 'see_list':
      return { kind, from: null, to: null, because: null };
  }
}

function noEffectDocument(noEffect: NoEffect | null) {
  return (
    noEffect && {
      missed: noEffect.missed,
      checks: noEffect.checks.map(({ check, outcome, message }) => ({
        check,
        outcome,
        message: maskKeys(message),
      })),
    }
  );
}

function baselineDocument(baseline: BaselineResult | null) {
  return (
    baseline && {
      file: maskKeys(baseline.file),
      regressions: baseline.regressions.map(({ word, clips, before, now }) => ({
        word: maskKeys(word),
        clips: clips.map(maskKeys),
        before,
        now,
      })),
      incomparable: baseline.incomparable,
    }
  );
}
