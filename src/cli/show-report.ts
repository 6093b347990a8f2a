import type { Diagnostic } from '../model/diagnostic.js';
import type { Sources } from '../report/diagnostics.js';
import { renderJson } from '../report/json/envelope.js';
import { renderTerminal } from '../report/terminal/render-report.js';
import type { ReportView } from '../report/view/report-view.js';
import { writeWhole } from '../workspace/whole-file.js';
import type { Context } from './context.js';
import type { CommonOptions } from './options.js';
import type { Form, OutFile } from './out-files.js';
import { diagnosticsText, paletteFor, worthShowing } from './print.js';
import { sha256 } from './sha256.js';
import { inWorkspace, markedConfig } from './workspace.js';

/** What a command that only looks has found, ready for every form. */
export interface Report {
  readonly view: ReportView;
  /** For programs; made only where it is asked for. */
  readonly document: () => object;
  /** The remarks of the view, with their places and what stands there. */
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Sources;
  /** The configuration's file, as the user would type it. */
  readonly config: string;
}

export interface Surroundings {
  readonly options: CommonOptions;
  readonly context: Context;
}

/** To the files of `--out`, then to stdout in the form of `--format`. @throws VocabError `file-unwritable` */
export async function showReport(
  report: Report,
  files: readonly OutFile[],
  { options, context }: Surroundings,
): Promise<void> {
  for (const { path, form } of files) await writeWhole(path, await render(report, form, context));
  switch (options.format) {
    case 'text':
      return printText(report, { options, context });
    case 'github':
      printText(report, { options, context });
      context.stdout.write(await annotations(report.view, context));
      return;
    case 'json':
    case 'markdown':
      context.stdout.write(await render(report, options.format, context));
  }
}

function printText({ view, diagnostics, sources }: Report, { options, context }: Surroundings): void {
  // A cron job that mails what is printed shall not mail that all is well.
  if (options.quiet && view.kind === 'drift' && view.state === 'clean') return;
  const palette = paletteFor(context.stdout, options, context);
  const remarks = diagnosticsText(worthShowing(diagnostics, options), sources, palette);
  context.stdout.write(renderTerminal(view, { palette, verbose: options.verbose, diagnostics: remarks }));
}

/** Each form's code is loaded only where it is asked for. */
async function render({ view, document, config }: Report, form: Form, context: Context): Promise<string> {
  switch (form) {
    case 'json':
      return renderJson(document());
    case 'markdown': {
      const { renderMarkdown } = await import('../report/markdown/render-markdown.js');
      return renderMarkdown(view, { config: markedConfig(config, context) });
    }
    case 'html': {
      const { renderHtml } = await import('../report/html/render-html.js');
      return renderHtml(view, { version: context.version, sha256 });
    }
  }
}

async function annotations(view: ReportView, context: Context): Promise<string> {
  const { renderAnnotations } = await import('../report/github/render-annotations.js');
  return renderAnnotations(view, { inRepository: inWorkspace(context) });
}
