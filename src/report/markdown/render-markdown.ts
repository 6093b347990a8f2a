import type { Look } from '../form.js';
import { count, titled } from '../layout.js';
import type { ReportView } from '../view/report-view.js';
import { clipped } from './clip.js';
import { blockedRows, diagnosticRows } from './diagnostics.js';
import { codeSpan, sentence } from './escape-markdown.js';
import { fit, type Section } from './fit.js';
import { instantFold, instantTable } from './instant.js';
import { renderMarker } from './marker.js';
import { inPage, items, text } from './sections.js';
import { consumersTable, listsTable, stepsTable, unmanagedList } from './tables.js';
import { wordsFold } from './words-fold.js';

/*
 * A report as a comment on a pull request, or as the body of an issue. What somebody must know to approve it stands
 * outside of any fold. A comment has a largest size, so rows are left out, whole ones, and whatever is left out is said
 * to be. Headline, digest and legend are there in any case; the rest is given room in this order, which is not that of
 * the text. The words are many sections of one rank: every list has an equal share.
 */
const ranks = {
  facts: 1,
  blocked: 2,
  diagnostics: 3,
  lists: 4,
  instant: 5,
  consumers: 6,
  words: 7,
  sent: 8,
  steps: 9,
  unmanaged: 10,
} as const;

/** GitHub takes 65,536 characters for a comment; what is left is for whoever puts something around it. */
export const largestComment = 60_000;

/** By what a comment is found again, and what its headline is about. */
export type MarkdownLook = Pick<Look, 'config'> & Partial<Pick<Look, 'account'>>;

export interface MarkdownOptions extends MarkdownLook {
  /** In characters; from 2,000 on there is room for saying of everything that it is left out. */
  readonly limit?: number;
}

export function renderMarkdown(view: ReportView, options: MarkdownOptions): string {
  const { limit = largestComment } = options;
  const sections: Section[] = [
    text(opening(view, options)),
    facts(view),
    text(`${approval(view)}\n`),
    blockedRows(view, ranks.blocked),
    diagnosticRows(view.diagnostics, { rank: ranks.diagnostics, most: 10_000, elsewhere: inPage }),
    listsTable(view, ranks.lists),
    instantTable(view.instant, ranks.instant),
    consumersTable(view, ranks.consumers),
    ...view.changes.filter(({ rows }) => rows.length > 0).map((change) => wordsFold(change, ranks.words)),
    ...instantFolds(view),
    stepsTable(view, ranks.steps),
    unmanagedList(view, ranks.unmanaged),
    text(foot(view)),
  ];
  return `${fit(sections, limit).trimEnd()}\n`;
}

/** In a plan all words of a vocabulary are there, and those that come and go in a list are what was changed. */
function instantFolds({ kind, instant }: ReportView): Section[] {
  const rank = kind === 'diff' ? ranks.words : ranks.sent;
  return instant.filter(({ rows }) => rows.length > 0).map((one) => instantFold(one, rank));
}

function opening(view: ReportView, look: MarkdownLook): string {
  const { kind, headline, state } = view;
  const digest = state === 'blocked' ? null : view.digest;
  return opened({ kind, digest, headline: clipped(headline, 300) }, look);
}

/** Writes what every comment begins with: the marker and the headline. */
export function opened(
  { kind, digest = null, headline }: Opened,
  { config, account = null }: MarkdownLook,
): string {
  const marker = renderMarker({ kind, config, account, digest });
  return `${marker}\n### ${sentence(titled(`vocabsync ${kind}`, account))}: ${sentence(headline)}\n\n`;
}

interface Opened {
  readonly kind: string;
  readonly digest?: string | null;
  readonly headline: string;
}

function facts(view: ReportView): Section {
  const impact = view.impact.map((line) => sentence(clipped(line, 1500)));
  return items({
    rows: [slots(view), ...impact, where(view)],
    rank: ranks.facts,
    most: 12_000,
    noun: 'fact',
    title: 'how far it reaches',
    elsewhere: inPage,
  });
}

/** Offline nobody can know that the quota is safe, only that it is not. */
function slots({ kind, quota: { safe, sentence: words } }: ReportView): string {
  if (!safe) return `Quota **too small**: ${sentence(words)}`;
  return kind === 'diff' ? `Slots: ${sentence(words)}` : `Quota **safe**: ${sentence(words)}`;
}

/** The item of the list that says what comes of approving; empty where there is nothing to approve. */
function approval({ state, digest, blocked, kind }: ReportView): string {
  if (state === 'blocked') {
    const held = `**blocked** by ${count(blocked.length, 'reason')} below`;
    return `- ${kind === 'plan' ? `Cannot be approved: ${held}` : `An apply would be ${held}`}\n`;
  }
  return digest === null || state !== 'changes'
    ? ''
    : `- Approving this approves digest ${codeSpan(digest)}\n`;
}

function where({ kind, where: location, as_of }: ReportView): string {
  const time = as_of === null ? '' : `, as of ${as_of}`;
  return kind === 'diff'
    ? sentence(clipped(`Compared ${location}`, 500))
    : `Account ${codeSpan(clipped(location, 500))}${time}`;
}

function foot({ legend }: ReportView): string {
  const entries = legend.map(({ symbol, meaning }) => `${codeSpan(symbol)} ${meaning}`);
  return legend.length === 0 ? '' : `<sub>${entries.join(' · ')}</sub>\n`;
}
