import type { DiagnosticView } from '../view/report-view.js';
import { clipped } from './clip.js';
import { codeSpan, sentence } from './escape-markdown.js';
import { findingRows } from './findings.js';
import { fit } from './fit.js';
import { type MarkerSubject, renderMarker } from './marker.js';
import { largestComment } from './render-markdown.js';
import { text } from './sections.js';

export interface FindingsReport extends Omit<MarkerSubject, 'digest'> {
  /** `Valid: 3 lists with 418 hotwords`, or what went wrong. */
  readonly headline: string;
  readonly diagnostics: readonly DiagnosticView[];
  /** Why the command came to nothing; null when it did not. */
  readonly failure: { readonly code: string; readonly message: string; readonly hint: string | null } | null;
}

const longestText = 1000;

/** In characters, of a failure without findings, since a character grows to five at most when it is escaped. */
export const largestFailure = 12_000;

/** What a check found, or why a command came to nothing: in the place of a report, so that no older one is believed. */
export function renderFindings({ kind, config, headline, diagnostics, failure }: FindingsReport): string {
  const head = [
    `${renderMarker({ kind, config, digest: null })}\n`,
    `### vocabsync ${kind}: ${sentence(headline)}\n\n`,
    ...(failure === null
      ? []
      : [`**${codeSpan(failure.code)}**: ${sentence(clipped(failure.message, longestText))}\n\n`]),
    ...(failure?.hint ? [`- ${sentence(clipped(failure.hint, longestText))}\n\n`] : []),
  ].join('');
  const findings = findingRows(diagnostics, { rank: 1, most: largestComment });
  return `${fit([text(head), findings], largestComment).trimEnd()}\n`;
}
