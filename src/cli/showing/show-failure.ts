import type { VocabError } from '../../model/errors.js';
import type { Saying } from '../../report/form.js';
import { type Refused, sayFailure, sayRefusal } from '../../report/say/say-failure.js';
import type { Invocation } from '../invocation.js';
import { tellerOf } from './head-of.js';
import { print, printText } from './show.js';

/**
 * Says why a command came to nothing, also where a report would be, so that nobody takes an older one for the result. The
 * files of `--out` are left as they are: a plan file is compared and never obeyed.
 */
export async function showFailure(
  error: VocabError,
  invocation: Invocation,
  refused: Refused | null = null,
): Promise<void> {
  const saying =
    refused === null ? failed(error, invocation) : sayRefusal(error, refused, tellerOf(invocation));
  await print(saying, invocation);
}

/** Says as text why a command came to nothing, beside what it says in another form. */
export async function printFailure(error: VocabError, invocation: Invocation): Promise<void> {
  await printText(failed(error, invocation), invocation);
}

/** Says on stderr what went wrong beside the result. */
export async function printError(error: VocabError, invocation: Invocation): Promise<void> {
  const { checked } = invocation;
  await printText(failed(error, { ...invocation, checked: { ...checked, diagnostics: [] } }), invocation);
}

function failed(error: VocabError, invocation: Invocation): Saying {
  return sayFailure(error, invocation.checked.diagnostics, tellerOf(invocation));
}
