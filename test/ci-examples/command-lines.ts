import { tmpdir } from 'node:os';
import { runCli } from '../support/cli.js';

/** What is wrong with the words after `vocabsync`: a command that does not exist, or flags it does not take. */
export async function misspelt(words: readonly string[]): Promise<string[]> {
  const [command = '', ...rest] = words;
  const { stdout, code } = await runCli([command, '--help'], { cwd: tmpdir() });
  if (code !== 0 || !stdout.startsWith(`Usage: vocabsync ${command} `)) return [command];
  const known = new Set(stdout.match(/(?<=[\s,])--?[a-z][a-z-]*/g));
  const flags = rest.filter((word) => word.startsWith('-')).map((word) => word.split('=', 1)[0] ?? '');
  return flags.filter((flag) => !known.has(flag));
}

/** The lines of a script that run the program, as the words after its name. */
export function vocabsyncLines(script: readonly string[]): string[][] {
  return script.flatMap((line) => {
    const words = line.trim().split(/\s+/);
    return words[0] === 'vocabsync' ? [words.slice(1)] : [];
  });
}
