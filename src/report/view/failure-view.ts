import type { Diagnostic } from '../../model/diagnostic.js';
import type { VocabError } from '../../model/errors.js';
import { printable } from '../../model/text/printable.js';
import { type DiagnosticView, noSources, type Sources, viewDiagnostics } from './diagnostics.js';
import type { ReportView } from './report-view.js';

/** Why an operation failed, in words; see report-view for what holds of all texts. */
export interface ErrorView {
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
}

/** Why a command came to nothing. It stands where a report would be, so that nobody takes an older one for the result. */
export interface FailureView {
  /** The command; `error` when the command line was not even understood. */
  readonly kind: string;
  readonly error: ErrorView;
  /** What was found in the configuration. */
  readonly diagnostics: readonly DiagnosticView[];
  /** The plan that was not carried out; null when there is none. */
  readonly report: ReportView | null;
}

/** What a failure is told from. */
export interface Failed {
  readonly kind: string;
  readonly error: VocabError;
  readonly diagnostics?: readonly Diagnostic[];
  readonly sources?: Sources;
  readonly report?: ReportView;
}

export function viewFailure({
  kind,
  error,
  diagnostics = [],
  sources = noSources,
  report,
}: Failed): FailureView {
  return {
    kind,
    error: viewError(error),
    diagnostics: viewDiagnostics(diagnostics, sources),
    report: report ?? null,
  };
}

export function viewError({ code, message, hint }: VocabError): ErrorView {
  return { code, message: printable(message), hint: hint === null ? null : printable(hint) };
}
