import type {
  ErrorRate,
  Evaluation,
  HotwordFigures,
  SideFigures,
} from '../../../model/evaluation/evaluation.js';
import { percent } from '../../../model/text/percent.js';
import { count } from '../../layout.js';
import { mayBeChance, sayInterval } from './confidence.js';

/** A figure of one side. */
export interface FigureCell {
  /** `60%`; a dash where there is nothing to divide by. */
  readonly value: string;
  /** `12 of 20`; empty where the value is itself a count. */
  readonly counts: string;
  /** Where it lies with 95% confidence: `39–78%`; empty where that is not told. */
  readonly interval: string;
}

/** A figure, without and with hotwords. */
export interface FigureRow {
  readonly name: string;
  /** What it is, in a few words. */
  readonly about: string;
  readonly without: FigureCell;
  readonly with: FigureCell;
  /** null: what YAML asks for was not tried. */
  readonly planned: FigureCell | null;
  /** What the hotwords do to it. */
  readonly trend: 'better' | 'worse' | 'same';
}

interface Figure {
  readonly name: string;
  readonly about: string;
  readonly cell: (side: SideFigures) => FigureCell;
  /** What better is more of. */
  readonly merit: (side: SideFigures) => number | null;
}

export function figureRows({ without, with: given, planned, unit, repeat }: Evaluation): FigureRow[] {
  return figuresOf(unit, repeat).map(({ name, about, cell, merit }) => ({
    name,
    about,
    without: cell(without),
    with: cell(given),
    planned: planned === null ? null : cell(planned),
    trend: trendOf(merit(without), merit(given)),
  }));
}

function figuresOf(unit: Evaluation['unit'], repeat: number): Figure[] {
  const rate = unit === 'character' ? 'CER' : 'WER';
  return [
    {
      name: 'Recall',
      about: 'heard, of the hotwords said',
      cell: ({ hotwords: { heard, said, recall } }) =>
        shareCell({ count: heard, of: said, share: recall }, repeat),
      merit: ({ hotwords: { recall } }) => recall,
    },
    {
      name: 'Precision',
      about: 'said, of the hotwords in the result',
      cell: ({ hotwords }) =>
        shareCell({ count: hotwords.heard, of: resultsOf(hotwords), share: hotwords.precision }, repeat),
      merit: ({ hotwords: { precision } }) => precision,
    },
    {
      name: 'F1',
      about: 'of recall and precision',
      cell: ({ hotwords: { f1 } }) => ({ value: f1 === null ? none : percent(f1), counts: '', interval: '' }),
      merit: ({ hotwords: { f1 } }) => f1,
    },
    {
      name: 'Intruded',
      about: 'heard where nobody said it',
      cell: ({ hotwords: { intruded } }) => ({ value: String(intruded), counts: '', interval: '' }),
      merit: ({ hotwords: { intruded } }) => -intruded,
    },
    errorFigure({ name: rate, about: `errors in all of the text, by ${unit}` }, ({ text }) => text),
    errorFigure({ name: `B-${rate}`, about: 'errors at the hotwords' }, ({ biased }) => biased),
    errorFigure({ name: `U-${rate}`, about: 'errors at everything else' }, ({ unbiased }) => unbiased),
  ];
}

function errorFigure(
  named: Pick<Figure, 'name' | 'about'>,
  rateOf: (side: SideFigures) => ErrorRate,
): Figure {
  return {
    ...named,
    cell: (side) => errorCell(rateOf(side)),
    merit: (side) => {
      const { rate } = rateOf(side);
      return rate === null ? null : -rate;
    },
  };
}

/** Stands where there is nothing to divide by. */
export const none = '–';

function shareCell(
  {
    count: amount,
    of,
    share,
  }: { readonly count: number; readonly of: number; readonly share: number | null },
  repeat: number,
): FigureCell {
  if (share === null) return { value: none, counts: `${amount} of ${of}`, interval: '' };
  return { value: percent(share), counts: `${amount} of ${of}`, interval: sayInterval(amount, of, repeat) };
}

function errorCell({ errors, length, rate }: ErrorRate): FigureCell {
  return { value: errorShare(rate), counts: `${errors} of ${length}`, interval: '' };
}

/** Error rates are small, so a tenth of a percent is told. */
export function errorShare(rate: number | null): string {
  return rate === null ? none : `${(Math.round(rate * 1000) / 10).toFixed(1)}%`;
}

function resultsOf({ heard, intruded }: HotwordFigures): number {
  return heard + intruded;
}

function trendOf(before: number | null, after: number | null): FigureRow['trend'] {
  if (before === null || after === null || before === after) return 'same';
  return after > before ? 'better' : 'worse';
}

/** `60%, 12 of 20 (39–78%)`, as far as there is anything to say. */
export function cellText({ value, counts, interval }: FigureCell): string {
  const basis = [counts, interval === '' ? '' : `(${interval})`].filter((part) => part !== '').join(' ');
  return basis === '' ? value : `${value}, ${basis}`;
}

/** What the words gained and cost, and whether it may be chance: a sentence each. */
export function gainsOf({
  rescued,
  lost,
  repeat,
  with: given,
  nothing_heard,
  no_effect,
}: Evaluation): string[] {
  const { said } = given.hotwords;
  if (said === 0 || nothing_heard) return [];
  const gains = [
    rescued.of === 0
      ? 'rescued: none, as none was missed without'
      : `rescued: ${rescued.count} of the ${rescued.of} that were missed without`,
    lost.of === 0
      ? 'lost: none, as none was heard without'
      : `lost: ${lost.count} of the ${lost.of} that were heard without`,
  ];
  const differs = rescued.count !== lost.count && no_effect === null;
  if (!differs || !mayBeChance(rescued.count, lost.count, repeat)) return gains;
  const clips = repeat === 1 ? '' : ', and repeats of a clip do not count';
  return [
    ...gains,
    `the difference may be chance: ${rescued.count} rescued and ${lost.count} lost, of ${count(said, 'occurrence')}, are too few to tell${clips}`,
  ];
}
