import { VocabError } from '../model/errors.js';
import type { Checked } from '../reconcile.js';
import type { DocumentKind } from '../report/json/envelope.js';
import type { Context } from './context.js';
import type { ExitCode } from './exit-code.js';
import type { CommonOptions } from './options.js';
import { showFailure } from './show-failure.js';

export interface Circumstances {
  readonly kind: DocumentKind;
  readonly checked: Checked;
  readonly options: CommonOptions;
  readonly context: Context;
}

/** Runs a command whose failures are shown together with what was found in the configuration. */
export async function failingAs(
  circumstances: Circumstances,
  run: () => Promise<ExitCode>,
): Promise<ExitCode> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof VocabError)) throw error;
    const { kind, checked, options, context } = circumstances;
    return showFailure({ kind, error, ...checked }, options, context);
  }
}
