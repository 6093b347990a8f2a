import type { Config } from '../../model/config.js';
import { asError, type Diagnostic, hasErrors } from '../../model/diagnostic.js';
import { VocabError } from '../../model/errors.js';
import type { Checked } from '../../reconcile.js';
import { resolveEndpoint } from '../../remote/endpoint.js';
import { validateDocument } from '../../report/json/documents.js';
import { count, titled } from '../../report/layout.js';
import { countBySeverity, viewDiagnostics } from '../../report/view/diagnostics.js';
import type { Context } from '../context.js';
import { type ExitCode, exitCodes } from '../exit-code.js';
import { headOf } from '../head-of.js';
import { invoke } from '../invoke.js';
import type { CommonOptions } from '../options.js';
import { show } from '../show.js';

/** Checks the configuration without asking anybody. What it finds is its result, so it goes to stdout. */
export async function validate(options: CommonOptions, context: Context): Promise<ExitCode> {
  return invoke({ kind: 'validate', options, context }, async (invocation) => {
    const { checked } = invocation;
    const diagnostics = [...checked.diagnostics, ...untrustedEndpoint(checked.config)];
    const view = () => ({
      kind: 'validate' as const,
      verdict: verdict({ ...checked, diagnostics }),
      counts: countBySeverity(diagnostics),
      diagnostics: viewDiagnostics(diagnostics, checked.sources),
    });
    const document = () => validateDocument(headOf(invocation), diagnostics);
    await show({ as: 'diagnostics', view, document }, invocation);
    return hasErrors(diagnostics) ? exitCodes.invalid : exitCodes.done;
  });
}

/** Which hosts are the vendor's is the client's knowledge; that a file names another needs no network to see. */
function untrustedEndpoint(config: Config | null): Diagnostic[] {
  const endpoint = config?.account.endpoint ?? null;
  if (config === null || endpoint === null || endpoint.value === 'emulator') return [];
  const { value: configured, location } = endpoint;
  try {
    resolveEndpoint({ region: config.account.region, configured, override: null });
    return [];
  } catch (error) {
    if (!(error instanceof VocabError)) throw error;
    const { message, hint } = error;
    return [asError({ rule: 'endpoint-untrusted', message, hint, location })];
  }
}

/** `Valid: 3 lists with 418 hotwords; 1 warning`; null when there are errors. */
function verdict({ config, desired, diagnostics }: Checked): string | null {
  if (desired === null || hasErrors(diagnostics)) return null;
  const words = desired.lists.reduce((sum, { hotwords }) => sum + hotwords.length, 0);
  const counts = countBySeverity(diagnostics);
  const size = `${count(desired.lists.length, 'list')} with ${count(words, 'hotword')}`;
  return `${titled('Valid', config?.account.name)}: ${size}${counts === '' ? '' : `; ${counts}`}`;
}
