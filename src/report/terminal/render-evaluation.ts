import type { Verdict } from '../../model/evaluation/evaluation.js';
import type { Look } from '../form.js';
import { columnsOf, padColumns, titled, widest } from '../layout.js';
import type { Palette } from '../palette.js';
import type { FigureCell, FigureRow } from '../view/evaluation/figures.js';
import type { Finding } from '../view/evaluation/findings.js';
import { sayUnspoken, verdictLabels, type WordResultView } from '../view/evaluation/words.js';
import type { EvaluatedView, EvaluationView } from '../view/evaluation-view.js';
import { joinBlocks } from './paint.js';
import { clipBlocks } from './render-clips.js';
import { renderDiagnostics } from './render-diagnostics.js';

type EvaluationLook = Pick<Look, 'palette' | 'verbose' | 'quiet' | 'account'>;

/** Words, and things to do, that are shown before the rest is only counted; --verbose shows all. */
const mostRows = 20;

/**
 * Whether recognition hears the words: what is wrong first, then figures, words and what to do about them. Lines stay as
 * short as they can be, since a pane of a terminal may have forty columns. With --quiet without the note and the last line.
 */
export function renderEvaluation(view: EvaluationView, look: EvaluationLook): string {
  const { palette, quiet, account } = look;
  const title = palette.strong(titled('Eval', account));
  const found = renderDiagnostics(view.diagnostics, look).trimEnd();
  const isOne = view.evaluations.length === 1;
  return joinBlocks([
    ...(found === '' ? [] : [[found]]),
    [`${title}: ${view.headline}`],
    ...view.evaluations.flatMap((one) => evaluatedBlocks(one, look, isOne)),
    quiet || view.evaluations.length === 0 ? [] : [palette.faint(view.note)],
    // Whoever reads the end of a long report sees what it comes to.
    quiet || view.evaluations.length === 0 ? [] : [`${title}: ${painted(view, palette)}`],
  ]);
}

function painted({ state, headline }: Pick<EvaluationView, 'state' | 'headline'>, palette: Palette): string {
  if (state === 'blocked') return palette.error(headline);
  return state === 'clean' ? palette.good(headline) : palette.warning(headline);
}

/** Draws one of them. @param isOne whether its headline stands above it in any case */
export function evaluatedBlocks(
  evaluated: EvaluatedView,
  look: Omit<EvaluationLook, 'account'>,
  isOne: boolean,
): string[][] {
  const { headline, facts, findings, reached, figures, gains, words, advice } = evaluated;
  const { palette, verbose } = look;
  const heading = isOne ? [] : [palette.strong(headline)];
  const problems = [
    ...findings
      .filter((finding) => verbose || finding.level !== 'note')
      .flatMap((one) => findingRows(one, palette)),
    ...checkRows(evaluated, palette),
    ...(verbose ? [] : unstableRow(findings, palette)),
  ];
  return [
    heading,
    [...problems, ...reached.map((line) => `${palette.good('ok  ')}  ${line}`)],
    facts.map(palette.faint),
    words.length === 0 ? [] : [...figureBlock(figures, palette), ...gains.map((line) => `  ${line}`)],
    wordRows(words, look),
    limited(
      advice.map((line) => `  ${line}`),
      look,
      'What to do:',
    ),
    ...(verbose ? clipBlocks(evaluated, palette) : []),
  ];
}

/** The word carries the meaning without colour. */
const levels: Readonly<Record<Finding['level'], string>> = { error: 'fail', warning: 'warn', note: 'note' };

function findingRows({ level, message, hint }: Finding, palette: Palette): string[] {
  const paint = level === 'error' ? palette.error : level === 'warning' ? palette.warning : palette.faint;
  return [
    `${paint(levels[level])}  ${message}`,
    ...(hint === null ? [] : [`      ${palette.strong('next')}: ${hint}`]),
  ];
}

/** In the vendor's order, each with what came of looking at it. */
function checkRows({ checks }: EvaluatedView, palette: Palette): string[] {
  const columns = widest(
    checks.map(({ check }) => check),
    20,
  );
  const marks = {
    cause: palette.error('cause  '),
    maybe: palette.warning('maybe  '),
    fine: palette.good('fine   '),
    unknown: 'unknown',
  } as const;
  return checks.map(
    ({ check, outcome, message }) => `      ${marks[outcome]}  ${padColumns(check, columns)}  ${message}`,
  );
}

function unstableRow(findings: readonly Finding[], palette: Palette): string[] {
  const amount = findings.filter(({ kind }) => kind === 'unstable').length;
  if (amount === 0) return [];
  const clips = amount === 1 ? '1 clip is' : `${amount} clips are`;
  return [`${palette.faint('note')}  ${clips} not heard the same each time; --verbose names them`];
}

/** A line a figure, each side after the other. */
function figureBlock(rows: readonly FigureRow[], palette: Palette): string[] {
  const names = widest(
    rows.map(({ name }) => name),
    12,
  );
  const told = rows.map((row) => ({ row, sides: sidesOf(row) }));
  const values = widest(
    told.map(({ sides }) => joined(sides.map(({ value }) => value))),
    30,
  );
  return told.map(({ row: { name, trend }, sides }) => {
    const paint = trend === 'same' ? plain : trend === 'better' ? palette.good : palette.error;
    const value = joined(sides.map((side) => side.value));
    const head = `  ${palette.strong(padColumns(name, names))}  `;
    const basis = basisOf(sides);
    if (basis === '') return head + paint(value);
    return `${head}${paint(padColumns(value, values))}  ${palette.faint(basis)}`;
  });
}

function sidesOf({ without, with: given, planned }: FigureRow): FigureCell[] {
  return [without, given, ...(planned === null ? [] : [planned])];
}

function joined(parts: readonly string[]): string {
  return parts.join(' → ');
}

/** `8 → 12 of 20 (22–61% → 39–78%)`: what all sides are a share of is said once. */
function basisOf(sides: readonly FigureCell[]): string {
  const [first] = sides;
  if (first === undefined || first.counts === '') return '';
  const wholes = new Set(sides.map(({ counts }) => counts.split(' of ')[1]));
  const [whole = ''] = wholes;
  const counts =
    wholes.size > 1
      ? joined(sides.map((side) => side.counts))
      : `${joined(sides.map((side) => side.counts.split(' of ')[0] ?? ''))} of ${whole}`;
  const intervals = sides.map(({ interval }) => interval).filter((interval) => interval !== '');
  return intervals.length === 0 ? counts : `${counts} (${joined(intervals)})`;
}

function plain(text: string): string {
  return text;
}

const widestWord = 24;

/** What nobody said is one line: of a long list that is most of it. */
function wordRows(words: readonly WordResultView[], look: Pick<Look, 'palette' | 'verbose'>): string[] {
  const { palette, verbose } = look;
  const spoken = words.filter(({ verdict }) => verbose || verdict !== 'not_spoken');
  const silent = verbose ? null : sayUnspoken(words);
  const columns = widest(
    spoken.map(({ word }) => word),
    widestWord,
  );
  const labels = Math.max(
    10,
    widest(
      spoken.map(({ label }) => label),
      12,
    ),
  );
  const rows = spoken.map((word) => wordRow(word, { palette, columns, labels }));
  const rest = silent === null ? [] : [`  ${verdictLabels.not_spoken}  ${silent}`];
  return [...limited(rows, look), ...rest];
}

function wordRow(
  { word, verdict, label, tally, intruded, advice }: WordResultView,
  {
    palette,
    columns,
    labels,
  }: { readonly palette: Palette; readonly columns: number; readonly labels: number },
): string {
  const said = [tally, intruded].filter((part) => part !== '').join(', ');
  const paint = painter(verdict, palette);
  const head = `  ${paint(padColumns(label, labels))}  ${palette.strong(word)}${' '.repeat(Math.max(0, columns - columnsOf(word)))}  ${said}`;
  return advice === null ? head : `${head}; ${advice.short}`;
}

function painter(verdict: Verdict, palette: Palette): (text: string) => string {
  switch (verdict) {
    case 'harmful':
      return palette.error;
    case 'no_effect':
      return palette.warning;
    case 'works':
      return palette.good;
    case 'not_needed':
    case 'not_measured':
    case 'not_spoken':
      return palette.faint;
  }
}

function limited(
  rows: readonly string[],
  { verbose, palette }: Pick<Look, 'verbose' | 'palette'>,
  heading?: string,
): string[] {
  if (rows.length === 0) return [];
  const shown = verbose ? rows : rows.slice(0, mostRows);
  const hidden = rows.length - shown.length;
  return [
    ...(heading === undefined ? [] : [heading]),
    ...shown,
    ...(hidden > 0 ? [palette.faint(`  … and ${hidden} more; --verbose shows all`)] : []),
  ];
}
