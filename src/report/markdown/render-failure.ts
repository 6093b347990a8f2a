import type { DiagnosticsView } from '../view/diagnostics.js';
import type { FailureView } from '../view/failure-view.js';
import { clipped } from './clip.js';
import { diagnosticRows } from './diagnostics.js';
import { codeSpan, sentence } from './escape-markdown.js';
import { fit } from './fit.js';
import { largestComment, type MarkdownLook, opened, renderMarkdown } from './render-markdown.js';
import { text } from './sections.js';

const longestText = 1000;

/** In characters, of a failure without diagnostics, since a character grows to five at most when it is escaped. */
const largestFailure = 12_000;

/** Writes why a command came to nothing, with the plan that was not carried out: both go into one comment. */
export function renderFailure({ kind, error, diagnostics, report }: FailureView, look: MarkdownLook): string {
  const { code, message, hint } = error;
  const head = [
    opened({ kind, headline: 'failed' }, look),
    `**${codeSpan(code)}**: ${sentence(clipped(message, longestText))}\n\n`,
    ...(hint === null ? [] : [`- ${sentence(clipped(hint, longestText))}\n\n`]),
  ].join('');
  const failure = withRows(head, diagnostics);
  const limit = largestComment - largestFailure;
  return report === null ? failure : `${failure}\n${renderMarkdown(report, { ...look, limit })}`;
}

/** Writes what a check has found. */
export function renderDiagnostics(
  { kind, verdict, counts, diagnostics }: DiagnosticsView,
  look: MarkdownLook,
): string {
  return withRows(opened({ kind, headline: verdict ?? counts }, look), diagnostics);
}

function withRows(head: string, diagnostics: FailureView['diagnostics']): string {
  const rows = diagnosticRows(diagnostics, { rank: 1, most: largestComment });
  return `${fit([text(head), rows], largestComment).trimEnd()}\n`;
}
