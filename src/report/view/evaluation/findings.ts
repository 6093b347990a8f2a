import type { Location } from '../../../model/diagnostic.js';
import { clipName } from '../../../model/evaluation/clip.js';
import type {
  BaselineResult,
  Evaluation,
  Regression,
  ThresholdResult,
} from '../../../model/evaluation/evaluation.js';
import { exactPercent, percent } from '../../../model/text/percent.js';
import { printable, printableLocation } from '../../../model/text/printable.js';
import { count, firstOf } from '../../layout.js';
import { sayInterval } from './confidence.js';
import { givenName } from './headline.js';
import { nextSteps } from './next-steps.js';

/** An evaluation, and where the configuration asks for it, where it does. */
export interface LocatedEvaluation extends Evaluation {
  readonly location?: Location | null | undefined;
}

/** Something that somebody should do something about. `error`: the command ends with an exit code because of it. */
export interface Finding {
  readonly level: 'error' | 'warning' | 'note';
  readonly kind:
    | 'threshold'
    | 'regression'
    | 'clip-failed'
    | 'nothing-heard'
    | 'no-effect'
    | 'lacking'
    | 'unstable';
  /** How the kind is called: `threshold missed`. */
  readonly label: string;
  /** What it is about, in a word or two: `min_recall`, a word, a clip. */
  readonly about: string;
  readonly message: string;
  /** Why it is so, where forms that show what was looked at do not need it; null: the message says it. */
  readonly cause: string | null;
  readonly hint: string | null;
  readonly location: Location | null;
}

const labels: Readonly<Record<Finding['kind'], string>> = {
  threshold: 'threshold missed',
  regression: 'regression',
  'clip-failed': 'clip failed',
  'nothing-heard': 'nothing heard',
  'no-effect': 'no effect',
  lacking: 'words lacking',
  unstable: 'unstable',
};

type Draft = Omit<Finding, 'label' | 'cause' | 'hint'> & Partial<Pick<Finding, 'cause' | 'hint'>>;

/** What is wrong, the worst first. */
export function findingsOf(evaluation: LocatedEvaluation): Finding[] {
  const { location = null, baseline } = evaluation;
  const place = printableLocation(location);
  const drafts: readonly Draft[] = [
    ...nothingHeard(evaluation, place),
    ...noEffect(evaluation, place),
    ...lackingWords(evaluation, place),
    ...missed(evaluation, place),
    ...(baseline?.regressions ?? []).map((regression) => viewRegression(regression, evaluation)),
    ...failures(evaluation),
    ...unstable(evaluation),
  ];
  return drafts.map((draft) => ({ cause: null, hint: null, ...draft, label: labels[draft.kind] }));
}

function nothingHeard({ nothing_heard, clips, manifest }: Evaluation, location: Location | null): Draft[] {
  if (!nothing_heard) return [];
  return [
    {
      level: 'error',
      kind: 'nothing-heard',
      about: 'nothing heard',
      message: `nothing was heard in ${clips.length} of ${count(clips.length, 'clip')}, with hotwords or without: this is about the audio, and says nothing of hotwords`,
      hint: `listen to the clips of ${printable(manifest)}, and compare their format and sampling rate with what the model takes; of the emulator, see that --recordings names these clips`,
      location,
    },
  ];
}

function noEffect(evaluation: Evaluation, location: Location | null): Draft[] {
  const { no_effect, delivery } = evaluation;
  if (no_effect === null) return [];
  const { missed: amount, checks } = no_effect;
  const causes = checks.filter(({ outcome }) => outcome === 'cause').map(({ message }) => printable(message));
  return [
    {
      level: 'warning',
      kind: 'no-effect',
      about: 'no effect',
      message: `no hotword has any effect: ${amount === 1 ? 'the one occurrence' : `the ${count(amount, 'occurrence')}`} missed without ${amount === 1 ? 'is' : 'are'} missed with ${givenName(delivery)} too`,
      cause: [
        causes.length === 0 ? 'nothing that can be looked at from here explains it' : causes.join('; '),
        ...nextSteps(evaluation),
      ].join('\n'),
      location,
    },
  ];
}

/** No figure shows it: what is counted are the words that the consumer is given. */
function lackingWords({ consumer, delivery, planned }: Evaluation, location: Location | null): Draft[] {
  const { lacking = [] } = delivery;
  if (lacking.length === 0) return [];
  const those = lacking.length === 1 ? 'it' : 'them';
  // What is planned has them.
  const uncounted = planned === null ? `, and no figure counts ${those}` : ' today';
  const are = lacking.length === 1 ? 'is' : 'are';
  return [
    {
      level: 'warning',
      kind: 'lacking',
      about: 'words lacking',
      message: `${count(lacking.length, 'hotword')} that YAML asks for ${are} not given to ${printable(consumer)}${uncounted}: ${firstOf(lacking.map(printable))}`,
      hint: `\`vocabsync apply\` gives ${those}, in the list and in the published files; then deploy what reads those`,
      location,
    },
  ];
}

function missed(evaluation: Evaluation, location: Location | null): Draft[] {
  return evaluation.thresholds
    .filter(({ met }) => !met)
    .map((threshold) => ({
      level: 'error',
      kind: 'threshold',
      about: printable(threshold.threshold),
      message: sayThreshold(threshold, evaluation),
      location,
    }));
}

/** Says what a threshold asks for, and what came of it. */
export function sayThreshold(
  { threshold, limit, value, met }: ThresholdResult,
  evaluation: Evaluation,
): string {
  const { repeat, with: given } = evaluation;
  const { heard, said } = given.hotwords;
  switch (threshold) {
    case 'min_recall': {
      const least = `min_recall of ${exactPercent(limit)}`;
      if (value === null)
        return `there is no recall to hold against the ${least}: ${whyNoRecall(evaluation)}`;
      const interval = sayInterval(heard, said, repeat);
      const basis = `${heard} of ${said}${interval === '' ? '' : `, ${interval} with 95% confidence`}`;
      return `recall is ${flooredPercent(value)} (${basis}), ${met ? 'and reaches' : 'below'} the ${least}`;
    }
    case 'max_false': {
      if (value === null) return `nothing was measured to hold against the max_false of ${limit}`;
      const amount = `${count(value, 'hotword')} heard where nobody said ${value === 1 ? 'it' : 'them'}`;
      return `${amount}, ${met ? 'within' : 'more than'} the max_false of ${limit}`;
    }
    default:
      // One of a later version, from a document.
      return `${printable(threshold)} is ${value ?? 'not measured'}, ${met ? 'within' : 'beyond'} the limit of ${limit}`;
  }
}

function whyNoRecall({ words }: Evaluation): string {
  const isSaid = words.some(({ verdict }) => verdict === 'not_measured');
  return isSaid ? 'no clip that says a hotword could be recognised' : 'no clip says any of the hotwords';
}

/** Rounded down to a tenth, so that a share below a limit never looks as if it reached it. */
function flooredPercent(share: number): string {
  const tenths = Math.floor(share * 1000 + 1e-9);
  return tenths % 10 === 0 ? percent(tenths / 1000) : `${(tenths / 10).toFixed(1)}%`;
}

function viewRegression({ word, clips, before, now }: Regression, evaluation: Evaluation): Draft {
  const own = evaluation.words.find((result) => result.word.text === word)?.word.location ?? null;
  const clip =
    evaluation.clips.find((result) => clips.includes(clipName(result.clip)))?.clip.location ?? null;
  const said = printable(word);
  const where = clips.length === 0 ? '' : `: ${firstOf(clips.map(printable))}`;
  return {
    level: 'error',
    kind: 'regression',
    about: said,
    message: `"${said}" was heard ${before.heard} of ${before.said} times, and is heard ${now.heard} of ${now.said} now${where}`,
    location: printableLocation(own ?? clip),
  };
}

const sideNames = { without: 'without hotwords', planned: 'with what YAML asks for' } as const;

function failures({ failed, delivery }: Evaluation): Draft[] {
  return failed.map(({ clip, side, message, hint }) => {
    const name = printable(clipName(clip));
    const how = side === 'with' ? `with ${givenName(delivery)}` : (sideNames[side] ?? `(${printable(side)})`);
    return {
      level: 'error',
      kind: 'clip-failed',
      about: name,
      message: `${name} could not be recognised ${how}: ${printable(message)}`,
      hint: hint === null ? null : printable(hint),
      location: printableLocation(clip.location),
    };
  });
}

function unstable({ clips }: Evaluation): Draft[] {
  return clips.flatMap(({ clip, unstable: sides }) => {
    if (sides.length === 0) return [];
    const name = printable(clipName(clip));
    return [
      {
        level: 'note' as const,
        kind: 'unstable' as const,
        about: name,
        message: `${name} is not heard the same each time (${sides.join(', ')}): what it says of a word is little`,
        location: printableLocation(clip.location),
      },
    ];
  });
}

/** Says what was compared with an earlier evaluation. */
export function sayBaseline({ file, regressions, incomparable }: BaselineResult): string {
  const outcome = regressions.length === 0 ? 'no regression' : count(regressions.length, 'regression');
  const left =
    incomparable === 0
      ? ''
      : `; ${count(incomparable, 'clip')} of it cannot be compared: gone, or with another text`;
  return `${outcome} against ${printable(file)}${left}`;
}
