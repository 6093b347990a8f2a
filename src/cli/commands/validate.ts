import type { Config } from '../../model/config.js';
import { type Diagnostic, hasErrors } from '../../model/diagnostic.js';
import { VocabError } from '../../model/errors.js';
import { resolveEndpoint } from '../../remote/endpoint.js';
import { countBySeverity } from '../../report/diagnostics.js';
import { renderJson, validateDocument } from '../../report/json.js';
import { count } from '../../report/layout.js';
import type { Context } from '../context.js';
import { type ExitCode, exitCodes } from '../exit-code.js';
import { loadAndCheck } from '../load.js';
import type { CommonOptions } from '../options.js';
import { diagnosticsText, paletteFor, worthShowing } from '../print.js';

/** Which hosts are the vendor's is the client's knowledge; that a file names another needs no network to see. */
function untrustedEndpoint(config: Config | null): Diagnostic[] {
  if (config === null || config.endpoint === null || config.endpoint.value === 'emulator') return [];
  const { value: configured, place } = config.endpoint;
  try {
    resolveEndpoint({ region: config.region, configured, override: null });
    return [];
  } catch (error) {
    if (!(error instanceof VocabError)) throw error;
    const { message, hint } = error;
    return [{ severity: 'error', rule: 'endpoint-untrusted', message, hint, place, related: null }];
  }
}

/** Checks the configuration without asking anybody. What it finds is its result, so it goes to stdout. */
export async function validate(options: CommonOptions, context: Context): Promise<ExitCode> {
  const { config, desired, diagnostics: found, sources } = await loadAndCheck(options, context);
  const diagnostics = [...found, ...untrustedEndpoint(config)];
  const colours = paletteFor(context.stdout, options, context);
  if (options.format === 'json') {
    context.stdout.write(
      renderJson(validateDocument({ kind: 'validate', version: context.version }, diagnostics)),
    );
  } else {
    context.stdout.write(diagnosticsText(worthShowing(diagnostics, options), sources, colours));
    if (desired !== null && !hasErrors(diagnostics) && !options.quiet) {
      const words = desired.lists.reduce((sum, { hotwords }) => sum + hotwords.length, 0);
      const remarks = countBySeverity(diagnostics);
      context.stdout.write(
        `${colours.good('Valid')}: ${count(desired.lists.length, 'list')} with ${count(words, 'hotword')}${remarks === '' ? '' : `; ${remarks}`}\n`,
      );
    }
  }
  return hasErrors(diagnostics) ? exitCodes.invalid : exitCodes.done;
}
