import { printable } from '../../model/text/printable.js';
import type { Context } from '../context.js';
import { type ExitCode, exitCodes } from '../exit-code.js';

/** Whatever is no VocabError is a mistake of ours: the stack, and where to take it. */
export function printBug(error: unknown, context: Context): ExitCode {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const lines = stack.split('\n').map((line) => `  ${printable(line)}`);
  context.stderr.write(
    `This is a bug in vocabsync ${context.version}. Please report it with the lines below: https://github.com/vocabsync/vocabsync/issues\n${lines.join('\n')}\n`,
  );
  return exitCodes.bug;
}
