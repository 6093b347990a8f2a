import { type OverviewRow, type OverviewView, stateName } from '../view/overview-view.js';
import { clipped } from './clip.js';
import { blockedRows, diagnosticRows } from './diagnostics.js';
import { codeSpan, sentence } from './escape-markdown.js';
import { fit, type Section } from './fit.js';
import { instantFold, instantTable } from './instant.js';
import { renderOverviewMarker } from './marker.js';
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
  const { kind, title, headline, rows } = view;
  const marker = renderOverviewMarker({ kind, config, rows });
  const sections: Section[] = [
    text(
      `${marker}\n### vocabsync ${sentence(title.toLowerCase())}: ${sentence(clipped(headline, 300))}\n\n`,
    ),
    accountsTable(view),
    ...rows.slice(0, mostDetailed).flatMap(detailsOf),
  ];
  return `${fit(sections, largestComment).trimEnd()}\n`;
}

/** Beyond these the rows alone must do: their headings are there in any case. */
const mostDetailed = 100;

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

function detailsOf({ account, details }: OverviewRow): Section[] {
  if (details === null) return [];
  const { blocked, diagnostics, changes, instant, steps, notes } = details;
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
    listsTable({ changes, unchanged: [] }, ranks.lists),
    instantTable(instant, ranks.instant),
    ...changes.filter(({ rows }) => rows.length > 0).map((change) => wordsFold(change, ranks.words)),
    ...instant.filter(({ rows }) => rows.length > 0).map((one) => instantFold(one, ranks.words)),
  ];
  return sections.every(({ rows }) => rows.length === 0)
    ? []
    : [text(`#### ${sentence(clipped(account, 100))}\n\n`), ...sections];
}
