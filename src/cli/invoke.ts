import { checkPortsOf } from '../library/check-ports.js';
import { VocabError } from '../model/errors.js';
import { type Checked, check } from '../pipelines/check.js';
import type { Context } from './context.js';
import { type ExitCode, exitCodeOf } from './exit-code.js';
import type { Call, Invocation } from './invocation.js';
import type { CommonOptions } from './options.js';
import type { OutFile } from './showing/out-files.js';

/**
 * Reads the configuration and runs a command on it; a failure is shown with what was found in the configuration.
 * @param regard says how bad it is to this command
 */
export async function invoke<Options extends CommonOptions>(
  call: Call<Options>,
  run: (invocation: Invocation<Options>) => Promise<ExitCode>,
  regard: (checked: Checked) => Checked = (checked) => checked,
): Promise<ExitCode> {
  const { options, context } = call;
  const checked = regard(await checkConfig(options.config, context));
  try {
    // Before anything else, so that no apply finds out at its end that its report can go nowhere.
    const files = await filesOf(call, checked);
    return await run({ ...call, checked, files });
  } catch (error) {
    if (!(error instanceof VocabError)) throw error;
    return fail(error, { ...call, checked });
  }
}

/** Reads a configuration and checks it with everything that this machine knows. `file`: as the user typed it. */
export async function checkConfig(file: string | undefined, context: Context): Promise<Checked> {
  const { cwd } = context;
  return check(file === undefined ? { cwd } : { cwd, file }, checkPortsOf(context));
}

/** Runs a command that reads no configuration of its own. */
export async function invokeAlone<Options extends CommonOptions>(
  call: Call<Options>,
  run: (invocation: Invocation<Options>) => Promise<ExitCode>,
): Promise<ExitCode> {
  try {
    const files = await filesOf(call, nothingRead);
    return await run({ ...call, checked: nothingRead, files });
  } catch (error) {
    if (!(error instanceof VocabError)) throw error;
    return fail(error, call);
  }
}

/** What looks at them is loaded where there are any. */
async function filesOf(
  { options: { out = [] }, context, reads = [] }: Call,
  checked: Checked,
): Promise<readonly OutFile[]> {
  if (out.length === 0) return [];
  const { outFiles } = await import('./showing/out-files.js');
  return outFiles(out, { checked, reads }, context);
}

const nothingRead: Checked = { config: null, desired: null, diagnostics: [], sources: new Map() };

/** Shows why a command came to nothing. The files of `--out` are left as they are. */
export async function fail(
  error: VocabError,
  { checked = nothingRead, ...call }: Call & { readonly checked?: Checked },
): Promise<ExitCode> {
  // Most runs do not fail, and start sooner without all that a refused plan is shown with.
  const { showFailure } = await import('./showing/show-failure.js');
  await showFailure(error, { ...call, checked, files: [] });
  return exitCodeOf(error.code);
}
