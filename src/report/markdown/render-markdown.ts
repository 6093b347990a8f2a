import { count } from '../layout.js';
import type { ReportView } from '../view/report-view.js';
import { clipped } from './clip.js';
import { codeSpan, sentence } from './escape-markdown.js';
import { blockedRows, findingRows } from './findings.js';
import { fit, type Section } from './fit.js';
import { renderMarker } from './marker.js';
import { text } from './sections.js';
import { consumersTable, foreignList, listsTable, stepsTable } from './tables.js';
import { wordsFold } from './words-fold.js';

/*
 * A report as a comment on a pull request, or as the body of an issue. What somebody must know to approve it stands
 * outside of any fold. A comment has a largest size, so rows are left out, whole ones. Room is given in this order:
 *
 *   0. headline, slots, how far it reaches, digest: always there
 *   1. what blocks it
 *   2. errors and warnings
 *   3. the table of lists
 *   4. the table of consumers
 *   5. the words, every list with an equal share
 *   6. the order of the steps, foreign lists
 */

/** GitHub takes 65,536 characters for a comment; what is left is for whoever puts something around it. */
export const largestComment = 60_000;

export interface MarkdownOptions {
  /** The configuration's file, by which the comment is found again. */
  readonly config: string;
  /** In characters. */
  readonly limit?: number;
}

export function renderMarkdown(
  view: ReportView,
  { config, limit = largestComment }: MarkdownOptions,
): string {
  const sections: Section[] = [
    text(head(view, config), 0),
    blockedRows(view, 1),
    findingRows(view.remarks, 2),
    listsTable(view, 3),
    consumersTable(view, 4),
    ...view.changes.filter(({ rows }) => rows.length > 0).map((change) => wordsFold(change, 5)),
    stepsTable(view, 6),
    foreignList(view, 6),
    text(foot(view), 0),
  ];
  return `${fit(sections, limit).trimEnd()}\n`;
}

function head(view: ReportView, config: string): string {
  const { kind, headline, impact } = view;
  const digest = view.state === 'blocked' ? null : view.digest;
  const facts = [slots(view), ...impact.map((line) => sentence(clipped(line, 1000))), ...approval(view)];
  return [
    `${renderMarker({ kind, config, digest })}\n`,
    `### vocabsync ${kind}: ${sentence(headline)}\n\n`,
    ...facts.map((fact) => `- ${fact}\n`),
    `- ${where(view)}\n\n`,
  ].join('');
}

/** Offline nobody can know that the quota is safe, only that it is not. */
function slots({ kind, quota: { safe, sentence: words } }: ReportView): string {
  if (!safe) return `Quota **too small**: ${sentence(words)}`;
  return kind === 'diff' ? `Slots: ${sentence(words)}` : `Quota **safe**: ${sentence(words)}`;
}

function approval({ state, digest, blocked, kind }: ReportView): string[] {
  if (state === 'blocked') {
    const held = `**blocked** by ${count(blocked.length, 'reason')} below`;
    return [kind === 'plan' ? `Cannot be approved: ${held}` : `Would be ${held}`];
  }
  return digest === null || state === 'clean' ? [] : [`Approving this approves digest ${codeSpan(digest)}`];
}

function where({ kind, where: place, as_of }: ReportView): string {
  const time = as_of === null ? '' : `, as of ${as_of}`;
  return kind === 'diff' ? sentence(`Compared ${place}`) : `Account ${codeSpan(place)}${time}`;
}

function foot({ legend }: ReportView): string {
  const entries = legend.map(({ symbol, meaning }) => `${codeSpan(symbol)} ${meaning}`);
  return legend.length === 0 ? '' : `<sub>${entries.join(' · ')}</sub>\n`;
}
