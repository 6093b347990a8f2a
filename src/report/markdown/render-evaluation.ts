import { cellText, type FigureRow } from '../view/evaluation/figures.js';
import { sayUnspoken, type WordResultView } from '../view/evaluation/words.js';
import type { EvaluatedView, EvaluationView } from '../view/evaluation-view.js';
import { clipped } from './clip.js';
import { diagnosticRows } from './diagnostics.js';
import { codeSpan, sentence } from './escape-markdown.js';
import { fit, type Section } from './fit.js';
import { largestComment, type MarkdownLook, opened } from './render-markdown.js';
import { folded, inPage, items, rowsSection, text } from './sections.js';
import { table } from './tables.js';

/** What is cut first has the highest rank: clips and words go before what is wrong, and the figures last. */
const ranks = { findings: 1, figures: 2, facts: 3, diagnostics: 4, advice: 5, words: 6 } as const;

/** More words than this are folded. */
const mostOpen = 12;

/** Whether recognition hears the words, as a comment: what is wrong first, and outside of any fold. */
export function renderEvaluation(view: EvaluationView, look: MarkdownLook): string {
  const { evaluations, diagnostics } = view;
  const isOne = evaluations.length === 1;
  const sections = [
    text(opened({ kind: 'eval', headline: clipped(view.headline, 300) }, look)),
    ...evaluations.flatMap((one) => evaluated(one, isOne)),
    diagnosticRows(diagnostics, { rank: ranks.diagnostics, most: 10_000, elsewhere: inPage }),
    text(evaluations.length === 0 ? '' : `<sub>${sentence(view.note)}</sub>\n`),
  ];
  return `${fit(sections, largestComment).trimEnd()}\n`;
}

function evaluated(one: EvaluatedView, isOne: boolean): Section[] {
  const heading = isOne ? [] : [text(`#### ${sentence(clipped(one.headline, 300))}\n\n`)];
  return [...heading, ...evaluatedSections(one)];
}

/** What is to be said of one evaluation, below its headline. */
export function evaluatedSections(one: EvaluatedView): Section[] {
  return [
    findingsSection(one),
    checksTable(one),
    figuresTable(one),
    gainsSection(one),
    text('\n'),
    adviceSection(one),
    wordsTable(one),
    factsSection(one),
  ];
}

function findingsSection({ findings, reached }: EvaluatedView): Section {
  const rows = [
    ...findings.map(({ level, label, message, hint, location }) => {
      const at =
        location === null ? '' : ` at ${codeSpan(`${clipped(location.file, 200)}:${location.line}`)}`;
      const next = hint === null ? '' : `  - next: ${sentence(clipped(hint, 300))}\n`;
      const sign = level === 'note' ? label : `**${label}**`;
      return `- ${sign}${at}: ${sentence(clipped(message, 700))}\n${next}`;
    }),
    ...reached.map((line) => `- ok: ${sentence(clipped(line, 500))}\n`),
  ];
  return rowsSection({
    open: '',
    rows,
    rank: ranks.findings,
    most: 15_000,
    noun: 'finding',
    title: 'what is wrong',
    elsewhere: inPage,
  });
}

/** In the vendor's order, so that whoever looks for the cause sees what was ruled out. */
function checksTable({ checks }: EvaluatedView): Section {
  const rows = checks.map(({ check, outcome, message }) => [
    outcome === 'cause' ? '**cause**' : outcome,
    codeSpan(check),
    sentence(clipped(message, 500)),
  ]);
  const titles = ['', 'What may be the cause', 'What was found'];
  return table(titles, {
    rows,
    rank: ranks.findings,
    most: 15_000,
    noun: 'check',
    title: 'what was looked at',
  });
}

function figuresTable({ figures, has_planned, given, words }: EvaluatedView): Section {
  const rows = words.length === 0 ? [] : figures.map((row) => figureCells(row));
  const titles = ['', 'Without', `With ${given}`, ...(has_planned ? ['As planned'] : []), ''];
  return table(titles, { rows, rank: ranks.figures, most: 10_000, noun: 'figure', title: 'the figures' });
}

function figureCells({ name, about, without, with: given, planned, trend }: FigureRow): string[] {
  const after = sentence(cellText(given));
  return [
    `**${name}**`,
    sentence(cellText(without)),
    trend === 'better' ? `**${after}**` : trend === 'worse' ? `${after} (worse)` : after,
    ...(planned === null ? [] : [sentence(cellText(planned))]),
    `<sub>${sentence(about)}</sub>`,
  ];
}

function gainsSection({ gains }: EvaluatedView): Section {
  const rows = gains.map(sentence);
  return items({ rows, rank: ranks.figures, most: 10_000, noun: 'fact', title: 'what was gained' });
}

function factsSection({ facts }: EvaluatedView): Section {
  const rows = facts.map((line) => `- ${sentence(clipped(line, 500))}\n`);
  const title = 'what was compared';
  return folded(
    'What was compared, and what it took',
    rowsSection({ open: '', rows, rank: ranks.facts, most: 8000, noun: 'fact', title, elsewhere: inPage }),
  );
}

function adviceSection({ advice }: EvaluatedView): Section {
  return rowsSection({
    open: '**What to do**\n\n',
    rows: advice.map((line) => `- ${sentence(clipped(line, 500))}\n`),
    rank: ranks.advice,
    most: 8000,
    noun: 'word',
    title: 'what to do',
    elsewhere: inPage,
  });
}

/** The worst first, and without those that nobody said, which are counted. */
function wordsTable({ words }: EvaluatedView): Section {
  const spoken = words.filter(({ verdict }) => verdict !== 'not_spoken');
  const silent = sayUnspoken(words);
  const rows = [
    ...spoken.map(wordCells),
    ...(silent === null
      ? []
      : [['not spoken', sentence(clipped(silent, 500)), '', 'said in no clip, so untested']]),
  ];
  const titles = ['', 'Word', 'Heard', 'Notes'];
  const section = table(titles, {
    rows,
    rank: ranks.words,
    most: Number.POSITIVE_INFINITY,
    noun: 'word',
    title: 'the table of words',
    elsewhere: inPage,
  });
  return spoken.length > mostOpen ? folded(`Words, the worst first (${words.length})`, section) : section;
}

function wordCells({ word, verdict, label, tally, intruded, advice, clips }: WordResultView): string[] {
  const isBad = verdict === 'harmful' || verdict === 'no_effect';
  const notes = [intruded, advice?.short ?? '', ...(isBad ? clips : [])].filter((part) => part !== '');
  return [
    isBad ? `**${label}**` : label,
    codeSpan(clipped(word, 100)),
    sentence(tally),
    notes.map((note) => sentence(clipped(note, 300))).join('; '),
  ];
}
