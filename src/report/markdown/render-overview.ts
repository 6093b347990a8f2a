import { count } from '../layout.js';
import type { EvaluatedView } from '../view/evaluation-view.js';
import { type OverviewRow, type OverviewView, stateName } from '../view/overview-view.js';
import { clipped } from './clip.js';
import { blockedRows, diagnosticRows } from './diagnostics.js';
import { codeSpan, sentence } from './escape-markdown.js';
import { fit, type Section } from './fit.js';
import { instantFold, instantTable } from './instant.js';
import { renderOverviewMarker } from './marker.js';
import { evaluatedSections } from './render-evaluation.js';
import { largestComment, type MarkdownLook } from './render-markdown.js';
import { stepsOfRun } from './render-result.js';
import { inPage, items, text } from './sections.js';
import { listsTable, table } from './tables.js';
import { wordsFold } from './words-fold.js';

/** What is cut first has the highest rank: the words go before the reasons, and the rows of the accounts last. */
const ranks = {
  accounts: 1,
  blocked: 2,
  notes: 3,
  steps: 4,
  diagnostics: 5,
  lists: 6,
  instant: 7,
  words: 8,
} as const;

/** Several accounts in one comment: a row each, and details in the order of their rows. */
export function renderOverview(view: OverviewView, { config }: MarkdownLook): string {
  const { kind, title, headline, note, rows } = view;
  const sections: Section[] = [
    text(`### vocabsync ${sentence(title.toLowerCase())}: ${sentence(clipped(headline, 300))}\n\n`),
    accountsTable(view),
    ...withinHeadings(rows.slice(0, mostDetailed)).flatMap(detailsOf),
    text(note === null ? '' : `<sub>${sentence(note)}</sub>\n`),
  ];
  const marked = (shown: readonly OverviewRow[]) =>
    `${renderOverviewMarker({ kind, config, rows: shown })}\n`;
  // Who approves the comment approves what stands in it: the digest of a row that is left out is in no marker.
  let inFull: readonly OverviewRow[] = rows.slice(0, mostApproved);
  while (marked(inFull).length > largestMarker) inFull = inFull.slice(0, -1);
  const body = fit(sections, largestComment - marked(inFull).length).trimEnd();
  const shown = inFull.filter(({ digest }) => digest !== null && body.includes(codeSpan(digest)));
  return `${marked(shown)}${body}\n`;
}

/** How many configurations approving one comment approves, and in how many characters. More would take the room of what people read. */
const mostApproved = 200;
const largestMarker = 30_000;

/** Beyond these the rows alone must do: their headings are there in any case. */
const mostDetailed = 100;

/** As many evaluations have a heading, which is there in any case; of the others it is said how many they are. */
const mostEvaluations = 40;

interface Detailed extends OverviewRow {
  /** How many of its evaluations are shown. */
  readonly heard: number;
}

/** The worst accounts first: they stand first. */
function withinHeadings(rows: readonly OverviewRow[]): Detailed[] {
  let left = mostEvaluations;
  return rows.map((row) => {
    const heard = Math.min(left, row.details?.evaluations.length ?? 0);
    left -= heard;
    return { ...row, heard };
  });
}

/** What stands out must not be told by its place alone. */
function emphasised({ state }: OverviewRow, kind: OverviewView['kind']): string {
  const isBad = state === 'failed' || state === 'partly' || state === 'blocked';
  return isBad ? `**${stateName(state, kind)}**` : stateName(state, kind);
}

function accountsTable({ rows, kind }: OverviewView): Section {
  const cells = rows.map((row) => {
    const { account, headline, digest, config } = row;
    return [
      emphasised(row, kind),
      codeSpan(clipped(account, 200)),
      sentence(clipped(headline, 300)),
      digest === null ? '' : codeSpan(digest),
      config === null || config === account ? '' : codeSpan(clipped(config, 200)),
    ];
  });
  return table(['', 'Account', 'What', 'Digest', 'Configuration'], {
    rows: cells,
    rank: ranks.accounts,
    most: 30_000,
    noun: 'account',
    title: 'the table of accounts',
    elsewhere: inPage,
  });
}

function detailsOf({ account, details, heard }: Detailed): Section[] {
  if (details === null) return [];
  const { blocked, diagnostics, changes, instant, steps, evaluations, notes } = details;
  const sections = [
    blockedRows({ blocked, kind: 'plan' }, ranks.blocked),
    items(
      {
        rows: notes.map((note) => sentence(clipped(note, 500))),
        rank: ranks.notes,
        most: 3000,
        noun: 'note',
        title: `notes on ${account}`,
      },
      10,
    ),
    ...(notes.length === 0 ? [] : [text('\n')]),
    stepsOfRun(steps, ranks.steps),
    diagnosticRows(diagnostics, { rank: ranks.diagnostics, most: 5000, elsewhere: inPage }),
    ...evaluationsOf(evaluations, heard),
    listsTable({ changes, unchanged: [] }, ranks.lists),
    instantTable(instant, ranks.instant),
    ...changes.filter(({ rows }) => rows.length > 0).map((change) => wordsFold(change, ranks.words)),
    ...instant.filter(({ rows }) => rows.length > 0).map((one) => instantFold(one, ranks.words)),
  ];
  return evaluations.length === 0 && sections.every(({ rows }) => rows.length === 0)
    ? []
    : [text(`#### ${sentence(clipped(account, 100))}\n\n`), ...sections];
}

/** They are cut as they are in a comment of their own, and all of them before the rows of the accounts. */
function evaluationsOf(evaluations: readonly EvaluatedView[], shown: number): Section[] {
  const sections = evaluations
    .slice(0, shown)
    .flatMap((one) => [
      text(`##### ${sentence(clipped(one.headline, 150))}\n\n`),
      ...evaluatedSections(one).map((section) =>
        section.rows.length === 0 ? section : { ...section, rank: section.rank + ranks.accounts },
      ),
    ]);
  const hidden = evaluations.length - shown;
  return hidden === 0
    ? sections
    : [...sections, text(`… and ${count(hidden, 'more evaluation')}${inPage}\n\n`)];
}
