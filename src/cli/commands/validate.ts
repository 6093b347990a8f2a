import type { Config } from '../../model/config.js';
import { asError, type Diagnostic, hasErrors } from '../../model/diagnostic.js';
import { VocabError } from '../../model/errors.js';
import type { Checked } from '../../reconcile.js';
import { resolveEndpoint } from '../../remote/endpoint.js';
import { countBySeverity } from '../../report/diagnostics.js';
import { validateDocument } from '../../report/json/documents.js';
import { renderJson } from '../../report/json/envelope.js';
import { count } from '../../report/layout.js';
import { viewDiagnostics } from '../../report/view/diagnostics.js';
import type { Context } from '../context.js';
import { type ExitCode, exitCodes } from '../exit-code.js';
import { loadAndCheck } from '../load.js';
import type { CommonOptions } from '../options.js';
import { diagnosticsText, paletteFor, worthShowing } from '../print.js';
import { inWorkspace, markedConfig } from '../workspace.js';

/** Which hosts are the vendor's is the client's knowledge; that a file names another needs no network to see. */
function untrustedEndpoint(config: Config | null): Diagnostic[] {
  if (config === null || config.endpoint === null || config.endpoint.value === 'emulator') return [];
  const { value: configured, location } = config.endpoint;
  try {
    resolveEndpoint({ region: config.region, configured, override: null });
    return [];
  } catch (error) {
    if (!(error instanceof VocabError)) throw error;
    const { message, hint } = error;
    return [asError({ rule: 'endpoint-untrusted', message, hint, location })];
  }
}

/** Checks the configuration without asking anybody. What it finds is its result, so it goes to stdout. */
export async function validate(options: CommonOptions, context: Context): Promise<ExitCode> {
  const checked = await loadAndCheck(options, context);
  const diagnostics = [...checked.diagnostics, ...untrustedEndpoint(checked.config)];
  await showFindings({ ...checked, diagnostics }, options, context);
  return hasErrors(diagnostics) ? exitCodes.invalid : exitCodes.done;
}

async function showFindings(checked: Checked, options: CommonOptions, context: Context): Promise<void> {
  const { diagnostics } = checked;
  switch (options.format) {
    case 'json': {
      const document = validateDocument({ kind: 'validate', version: context.version }, diagnostics);
      context.stdout.write(renderJson(document));
      return;
    }
    case 'markdown': {
      const { renderFindings } = await import('../../report/markdown/render-findings.js');
      const config = markedConfig(options.config, context);
      const remarks = viewDiagnostics(diagnostics);
      const headline = verdict(checked) ?? countBySeverity(diagnostics);
      context.stdout.write(
        renderFindings({ kind: 'validate', config, headline, diagnostics: remarks, failure: null }),
      );
      return;
    }
    case 'text':
      return printFindings(checked, options, context);
    case 'github': {
      printFindings(checked, options, context);
      const { asAnnotation, renderCommands } = await import('../../report/github/render-annotations.js');
      const inRepository = inWorkspace(context);
      context.stdout.write(renderCommands(viewDiagnostics(diagnostics).map(asAnnotation), { inRepository }));
    }
  }
}

function printFindings(checked: Checked, options: CommonOptions, context: Context): void {
  const { diagnostics, sources } = checked;
  const colours = paletteFor(context.stdout, options, context);
  context.stdout.write(diagnosticsText(worthShowing(diagnostics, options), sources, colours));
  const valid = verdict(checked);
  if (valid !== null && !options.quiet)
    context.stdout.write(`${valid.replace('Valid', colours.good('Valid'))}\n`);
}

/** `Valid: 3 lists with 418 hotwords; 1 warning`; null when there are errors. */
function verdict({ desired, diagnostics }: Checked): string | null {
  if (desired === null || hasErrors(diagnostics)) return null;
  const words = desired.lists.reduce((sum, { hotwords }) => sum + hotwords.length, 0);
  const remarks = countBySeverity(diagnostics);
  const size = `${count(desired.lists.length, 'list')} with ${count(words, 'hotword')}`;
  return `Valid: ${size}${remarks === '' ? '' : `; ${remarks}`}`;
}
