import { sizeOf } from '../../desired/size.js';
import { withTrust } from '../../library/untrusted-endpoint.js';
import { hasErrors } from '../../model/diagnostic.js';
import { sayCheck } from '../../report/say/say-check.js';
import type { Context } from '../context.js';
import { type ExitCode, exitCodes } from '../exit-code.js';
import type { Invocation } from '../invocation.js';
import { invoke } from '../invoke.js';
import type { CommonOptions } from '../options.js';
import { tellerOf } from '../showing/head-of.js';
import { show } from '../showing/show.js';

/** Checks the configuration without asking anybody. What it finds is its result, so it goes to stdout. */
export async function validate(options: CommonOptions, context: Context): Promise<ExitCode> {
  return invoke({ kind: 'validate', options, context }, tell, withTrust);
}

async function tell(invocation: Invocation): Promise<ExitCode> {
  const { config, diagnostics } = invocation.checked;
  const size = config === null ? null : sizeOf(config);
  await show(sayCheck({ size, diagnostics }, tellerOf(invocation)), invocation);
  return hasErrors(diagnostics) ? exitCodes.invalid : exitCodes.done;
}
