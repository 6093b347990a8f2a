import type { Command } from 'commander';
import { complete } from '../completion/complete.js';
import { listNames } from '../completion/named-values.js';
import { renderCompletion } from '../completion/render-completion.js';
import { scripts } from '../completion/scripts.js';
import type { Shell } from '../completion/shells.js';
import type { Context } from '../context.js';
import { type ExitCode, exitCodes } from '../exit-code.js';

interface CompletionCall {
  readonly shell: Shell;
  /** The program's name and what was typed behind it; none: the script is wanted. */
  readonly words: readonly string[];
  readonly program: Command;
}

/** Prints the script for a shell; for that script, how a command line may go on. */
export async function completion(
  { shell, words, program }: CompletionCall,
  { cwd, env, stdout }: Context,
): Promise<ExitCode> {
  if (words.length === 0) {
    stdout.write(scripts[shell]);
    return exitCodes.done;
  }
  const usual = env['VOCABSYNC_CONFIG'];
  const fallback = usual === '' ? undefined : usual;
  const found = await complete(words.slice(1), program, (kind, file = fallback) =>
    listNames(kind, { cwd, file }),
  );
  stdout.write(renderCompletion(found));
  return exitCodes.done;
}
