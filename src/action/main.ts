import { noPrompts } from '../cli/asking/prompts.js';
import { type Context, type Output, workingDirectory } from '../cli/context.js';
import { printBug } from '../cli/showing/print-bug.js';
import { systemClock } from '../library/clock.js';
import { isAlive } from '../library/machine.js';
import { version } from '../library/version.js';
import { VocabError } from '../model/errors.js';
import { runAction } from './run-action.js';

/* What cli/main is for the program, for a step of a workflow: nobody can be asked here, and a cancelled run is a signal. */

const interruption = new AbortController();

const context: Context = {
  ...workingDirectory(() => process.cwd()),
  env: process.env,
  version,
  clock: systemClock,
  stdout: output(process.stdout),
  stderr: output(process.stderr),
  interactive: false,
  ask: async () => null,
  prompts: noPrompts,
  interruption: interruption.signal,
  pid: process.pid,
  isAlive,
};

process.once('SIGINT', interrupt);
process.once('SIGTERM', interrupt);

try {
  process.exitCode = await runAction({ context, pause: 1000 });
} catch (error) {
  process.exitCode = printBug(error, context);
}

function interrupt(): void {
  interruption.abort(new VocabError('interrupted', 'the run was cancelled'));
}

function output(stream: NodeJS.WriteStream): Output {
  return { isTTY: false, write: (text) => void stream.write(text) };
}
