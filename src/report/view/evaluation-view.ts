import type { Diagnostic, Location } from '../../model/diagnostic.js';
import type { EffectCheck, Evaluation } from '../../model/evaluation/evaluation.js';
import { printable, printableLocation } from '../../model/text/printable.js';
import { audioLength, count } from '../layout.js';
import { type DiagnosticView, noSources, type Sources, viewDiagnostics } from './diagnostics.js';
import { type ClipView, viewClip } from './evaluation/clips.js';
import { type FigureRow, figureRows, gainsOf } from './evaluation/figures.js';
import {
  type Finding,
  findingsOf,
  type LocatedEvaluation,
  sayBaseline,
  sayThreshold,
} from './evaluation/findings.js';
import { evaluationName, failedClips, givenName, headlineOf, outcomeOf } from './evaluation/headline.js';
import { nextSteps } from './evaluation/next-steps.js';
import { viewWord, type WordResultView } from './evaluation/words.js';
import type { ReportState } from './report-view.js';

/** Whether recognition hears the words; see report-view for what holds of all texts. */
export interface EvaluationView {
  /** That of the one evaluation, or how many there are and how they stand. */
  readonly headline: string;
  readonly state: ReportState;
  /** What it came to, in a word or two. */
  readonly verdict: string;
  readonly evaluations: readonly EvaluatedView[];
  /** How texts are compared: what holds of every figure, said once. */
  readonly note: string;
  readonly diagnostics: readonly DiagnosticView[];
}

/** One evaluation. */
export interface EvaluatedView {
  readonly name: string;
  /** `ward: 12 of 20 hotwords heard with the list, 8 without: recall 40% → 60%, 1 intruded` */
  readonly headline: string;
  /** The same, where the name stands beside it. */
  readonly outcome: string;
  readonly state: ReportState;
  /** What the side with hotwords is called: `the list`. */
  readonly given: string;
  /** Whether there is a side of what YAML asks for. */
  readonly has_planned: boolean;
  /** Consumer, model, what it is given, clips, what was sent: a line each. */
  readonly facts: readonly string[];
  readonly findings: readonly Finding[];
  /** What the vendor's FAQ asks about, in its order, where nothing had an effect; else none. */
  readonly checks: readonly EffectCheck[];
  /** What was asked for and reached: a sentence each. */
  readonly reached: readonly string[];
  readonly figures: readonly FigureRow[];
  /** Rescued, lost, and whether it may be chance: a sentence each. */
  readonly gains: readonly string[];
  /** The worst first. */
  readonly words: readonly WordResultView[];
  /** What to do about words, as instructions. */
  readonly advice: readonly string[];
  /** Those first in which something was missed or intruded. */
  readonly clips: readonly ClipView[];
  /** Where the configuration asks for it; null: it came from flags. */
  readonly location: Location | null;
}

const note =
  'Texts are compared after NFKC, and without case, punctuation, and white space beside Chinese, Japanese and Korean; nothing else is normalised. In brackets: where a share lies with 95% confidence, and recognising a clip again makes that no narrower.';

export function viewEvaluation(
  evaluations: readonly LocatedEvaluation[],
  diagnostics: readonly Diagnostic[],
  sources: Sources = noSources,
): EvaluationView {
  const viewed = evaluations.map(viewOne);
  const state = worst(viewed);
  return {
    headline: headlineOfAll(viewed),
    state,
    verdict: verdicts[state],
    evaluations: viewed,
    note,
    diagnostics: viewDiagnostics(diagnostics, sources),
  };
}

/** Its headline, for programs too. */
export function evaluationHeadline(evaluations: readonly LocatedEvaluation[]): string {
  return headlineOfAll(evaluations.map((one) => ({ headline: headlineOf(one), state: stateOf(one) })));
}

const states = ['blocked', 'changes', 'waiting', 'clean'] as const satisfies readonly ReportState[];

const verdicts: Readonly<Record<ReportState, string>> = {
  blocked: 'Failed',
  changes: 'Worth a look',
  waiting: 'Worth a look',
  clean: 'Heard',
};

const standings: Readonly<Record<ReportState, string>> = {
  blocked: 'not passed',
  changes: 'worth a look',
  waiting: 'worth a look',
  clean: 'fine',
};

/** What stands so came to, in a word or two. */
export function verdictName(state: ReportState): string {
  return verdicts[state];
}

/** What is called that stands so, among several. */
export function standingName(state: ReportState): string {
  return standings[state];
}

type Standing = Pick<EvaluatedView, 'headline' | 'state'>;

function headlineOfAll(all: readonly Standing[]): string {
  const [only, ...others] = all;
  if (only === undefined) return 'nothing to evaluate';
  if (others.length === 0) return only.headline;
  const amounts = states.flatMap((state) => {
    const amount = all.filter((one) => one.state === state).length;
    return amount === 0 ? [] : `${amount} ${standings[state]}`;
  });
  return `${count(all.length, 'evaluation')}: ${amounts.join(', ')}`;
}

function worst(all: readonly Standing[]): ReportState {
  return states.find((state) => all.some((one) => one.state === state)) ?? 'clean';
}

/** blocked: the command ends with an exit code because of it · changes: somebody should do something about a word. */
function stateOf(evaluation: LocatedEvaluation): ReportState {
  const findings = findingsOf(evaluation);
  if (findings.some(({ level }) => level === 'error')) return 'blocked';
  const isWell = evaluation.words.every(({ verdict }) => verdict !== 'harmful' && verdict !== 'no_effect');
  return isWell && findings.length === 0 ? 'clean' : 'changes';
}

function viewOne(evaluation: LocatedEvaluation): EvaluatedView {
  const { planned, no_effect, delivery, unit, location = null } = evaluation;
  const words = evaluation.words.map(viewWord);
  const clips = evaluation.clips.map((clip) => viewClip(clip, unit));
  return {
    name: evaluationName(evaluation),
    headline: headlineOf(evaluation),
    outcome: outcomeOf(evaluation),
    state: stateOf(evaluation),
    given: givenName(delivery),
    has_planned: planned !== null,
    facts: factsOf(evaluation),
    findings: findingsOf(evaluation),
    checks: (no_effect?.checks ?? []).map((check) => ({
      ...check,
      check: printable(check.check) as EffectCheck['check'],
      message: printable(check.message),
    })),
    reached: reachedBy(evaluation),
    figures: figureRows(evaluation),
    gains: gainsOf(evaluation),
    words,
    advice: [
      ...nextSteps(evaluation),
      ...words.flatMap(({ advice }) => (advice === null || isNoWork(advice.kind) ? [] : advice.sentence)),
    ],
    clips: [...clips.filter(({ troubled }) => troubled), ...clips.filter(({ troubled }) => !troubled)],
    location: printableLocation(location),
  };
}

/** Nobody is to record hundreds of words that no clip says, and what is wrong with a whole list is said of the list. */
function isNoWork(kind: NonNullable<WordResultView['advice']>['kind']): boolean {
  return kind === 'untested' || kind === 'see_list';
}

function reachedBy(evaluation: LocatedEvaluation): string[] {
  const { thresholds, baseline } = evaluation;
  return [
    ...thresholds.filter(({ met }) => met).map((threshold) => sayThreshold(threshold, evaluation)),
    ...(baseline === null || baseline.regressions.length > 0 ? [] : [sayBaseline(baseline)]),
  ];
}

const waysOf = { stream: 'as a stream', flash: 'in one request', file: 'by URL' } as const;

function factsOf(evaluation: Evaluation): string[] {
  const { consumer, model, way, manifest, clips, repeat, not_planned, baseline } = evaluation;
  const lacking = failedClips(evaluation);
  const without = lacking === 0 ? '' : `, ${lacking} of which could not be recognised`;
  const times = repeat === 1 ? '' : `, each recognised ${repeat} times on each side`;
  return [
    `consumer ${printable(consumer)}, recognition with ${printable(model)}, ${waysOf[way] ?? printable(way)}`,
    givenFact(evaluation),
    `${count(clips.length + lacking, 'clip')} of ${printable(manifest)}${times}${without}`,
    ...(baseline === null || baseline.regressions.length === 0 ? [] : [sayBaseline(baseline)]),
    ...(not_planned === null ? [] : [`what YAML asks for was not tried: ${printable(not_planned)}`]),
    usageOf(evaluation),
  ];
}

function givenFact({ delivery: { list, instant, language_hints } }: Evaluation): string {
  const given = [
    ...(list === null
      ? []
      : [
          `the list ${printable(list.vocabulary_id)} for ${printable(list.target_model)}, ${list.status === null ? 'which the account does not hold' : printable(list.status)}`,
        ]),
    ...(instant === 0 ? [] : [count(instant, 'instant word')]),
  ];
  const hints = language_hints === null ? '' : `; language hints ${language_hints.map(printable).join(', ')}`;
  return `given: ${given.length === 0 ? 'no hotwords' : given.join(' and ')}${hints}`;
}

function usageOf({ usage: { audio_seconds, sent, kept, sent_seconds } }: Evaluation): string {
  const audio =
    audio_seconds === null ? 'audio of unknown length' : `${audioLength(audio_seconds * 1000)} of audio`;
  const cost = sent_seconds === null || sent === 0 ? '' : ` (${audioLength(sent_seconds * 1000)} of audio)`;
  return `${audio}; ${count(sent + kept, 'recognition')}: ${sent} sent${cost}, ${kept} kept from before`;
}
