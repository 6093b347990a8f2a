import type { Diagnostic } from '../model/diagnostic.js';
import type { VocabError } from '../model/errors.js';
import { printable } from '../model/printable.js';
import type { Sources } from '../report/diagnostics.js';
import { errorOnlyDocument } from '../report/json/documents.js';
import { type DocumentKind, renderJson } from '../report/json/envelope.js';
import { viewDiagnostics } from '../report/view/diagnostics.js';
import type { Context } from './context.js';
import { type ExitCode, exitCodeOf } from './exit-code.js';
import type { CommonOptions } from './options.js';
import { diagnosticsText, errorText, paletteFor, worthShowing } from './print.js';
import { inWorkspace, markedConfig } from './workspace.js';

export interface Failure {
  readonly kind: DocumentKind;
  readonly error: VocabError;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Sources;
}

/**
 * Says why a command came to nothing: as text on stderr, as JSON on stdout. The other forms have it in both places; what
 * stands where a report would be keeps anybody from taking an older one for the result.
 */
export async function showFailure(
  failure: Failure,
  options: CommonOptions,
  context: Context,
): Promise<ExitCode> {
  switch (options.format) {
    case 'json':
      printJson(failure, context);
      break;
    case 'text':
      printText(failure, options, context);
      break;
    case 'markdown':
      printText(failure, options, context);
      context.stdout.write(await markdown(failure, options, context));
      break;
    case 'github':
      printText(failure, options, context);
      context.stdout.write(await annotations(failure, context));
  }
  return exitCodeOf(failure.error.code);
}

function printJson({ kind, error, diagnostics }: Failure, { version, stdout }: Context): void {
  stdout.write(renderJson(errorOnlyDocument({ kind, version }, error, diagnostics)));
}

function printText({ error, diagnostics, sources }: Failure, options: CommonOptions, context: Context): void {
  const colours = paletteFor(context.stderr, options, context);
  context.stderr.write(diagnosticsText(worthShowing(diagnostics, options), sources, colours));
  context.stderr.write(errorText(error, colours));
}

async function markdown(
  { kind, error, diagnostics }: Failure,
  options: CommonOptions,
  context: Context,
): Promise<string> {
  const { renderFindings } = await import('../report/markdown/render-findings.js');
  const remarks = viewDiagnostics(diagnostics);
  const config = markedConfig(options.config, context);
  return renderFindings({
    kind,
    config,
    headline: 'failed',
    diagnostics: remarks,
    failure: printableError(error),
  });
}

async function annotations({ error, diagnostics }: Failure, context: Context): Promise<string> {
  const { asAnnotation, renderCommands } = await import('../report/github/render-annotations.js');
  const { code, message, hint } = printableError(error);
  const text = hint === null ? message : `${message}\n${hint}`;
  const cause = { kind: 'error', title: code, message: text, location: null } as const;
  const findings = viewDiagnostics(diagnostics).map(asAnnotation);
  return renderCommands([cause, ...findings], { inRepository: inWorkspace(context) });
}

function printableError({ code, message, hint }: VocabError) {
  return { code, message: printable(message), hint: hint && printable(hint) };
}
