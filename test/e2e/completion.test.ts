import { spawnSync } from 'node:child_process';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { config, temporaryFolder, writeInto } from '../support/world.js';
import { shell } from './processes.js';

const main = join(import.meta.dirname, '../../dist/cli/main.js');

/** A folder with a configuration, in which the program is called by its name. */
async function folder(): Promise<{ readonly cwd: string; readonly env: Readonly<Record<string, string>> }> {
  const cwd = await temporaryFolder();
  await writeInto(cwd, 'vocab.config.yaml', config({ medical: ['alpha'] }));
  await writeInto(cwd, 'bin/vocabsync', `#!/bin/sh\nexec "${process.execPath}" "${main}" "$@"\n`);
  await chmod(join(cwd, 'bin/vocabsync'), 0o755);
  return { cwd, env: { PATH: `${join(cwd, 'bin')}:${process.env['PATH'] ?? ''}`, HOME: cwd } };
}

/** Runs a program of a shell. */
async function run(name: string, text: string) {
  const { cwd, env } = await folder();
  await writeFile(join(cwd, 'try'), text);
  const { stdout, stderr } = await shell(`${name} try`, { cwd, env });
  expect(stderr).toBe('');
  return stdout.trimEnd().split('\n');
}

function isInstalled(name: string): boolean {
  const isThere = spawnSync(name, ['-c', 'true']).status === 0;
  if (!isThere) process.stderr.write(`${name} is not installed: its completion is not tried\n`);
  return isThere;
}

describe.skipIf(!isInstalled('bash'))('in bash', () => {
  /** As readline calls it: the line, and the words that it breaks the line into. */
  const completed = (line: string, words: readonly string[]) =>
    run(
      'bash',
      `source <(vocabsync completion bash)
complete -p vocabsync
COMP_LINE='${line}' COMP_POINT=${line.length} COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}) COMP_CWORD=${words.length - 1}
_vocabsync
printf '%s\\n' "\${COMPREPLY[@]}"`,
    );

  it.each([
    ['a command', 'vocabsync pl', ['vocabsync', 'pl'], ['plan']],
    ['an option', 'vocabsync plan --ret', ['vocabsync', 'plan', '--ret'], ['--retire']],
    ['a value', 'vocabsync plan --format j', ['vocabsync', 'plan', '--format', 'j'], ['json', 'junit']],
    [
      'a value behind =',
      'vocabsync plan --format=j',
      ['vocabsync', 'plan', '--format', '=', 'j'],
      ['json', 'junit'],
    ],
    [
      'an address up to a break',
      'vocabsync plan --allow drop-fields=medical@',
      ['vocabsync', 'plan', '--allow', 'drop-fields', '=', 'medical', '@'],
      ['fun-asr'],
    ],
    ['folders', 'vocabsync restore b', ['vocabsync', 'restore', 'b'], ['bin']],
    ['files, by its own means', 'vocabsync fmt vo', ['vocabsync', 'fmt', 'vo'], []],
  ])('completes %s', async (...[, line, words, expected]) => {
    const [registered, ...replies] = await completed(line, words);
    expect(registered).toBe('complete -o default -F _vocabsync vocabsync');
    expect(replies).toEqual(expected);
  });
});

describe.skipIf(!isInstalled('zsh'))('in zsh', () => {
  const completed = (...words: readonly string[]) =>
    run(
      'zsh -f',
      `compdef() {}
compset() {}
_describe() { print -rl -- "\${(@P)4}" }
_files() { print -r -- files $* }
source <(vocabsync completion zsh)
words=(${words.map((word) => `'${word}'`).join(' ')}) CURRENT=${words.length}
_vocabsync`,
    );

  it('completes commands, values, addresses and files', async () => {
    expect(await completed('vocabsync', 'validat')).toEqual(['validate:check the configuration, offline']);
    expect(await completed('vocabsync', 'plan', '--format', 'j')).toEqual(['json', 'junit']);
    expect(await completed('vocabsync', 'plan', '--allow', 'drop')).toEqual(['drop-fields=medical@fun-asr']);
    expect(await completed('vocabsync', 'fmt', '')).toEqual(['files']);
    expect(await completed('vocabsync', 'restore', '')).toEqual(['files -/']);
  });
});

describe.skipIf(!isInstalled('fish'))('in fish', () => {
  const completed = (line: string) =>
    run('fish --no-config', `vocabsync completion fish | source\ncomplete -C '${line}'`);

  it('completes commands, values, addresses and files', async () => {
    expect(await completed('vocabsync validat')).toEqual(['validate\tcheck the configuration, offline']);
    expect(await completed('vocabsync plan --format j')).toEqual(['json', 'junit']);
    expect(await completed('vocabsync plan --format=j')).toEqual(['--format=json', '--format=junit']);
    expect(await completed('vocabsync plan --allow drop')).toEqual(['drop-fields=medical@fun-asr']);
    expect(await completed('vocabsync fmt vocab')).toEqual(['vocab.config.yaml']);
    expect(await completed('vocabsync plan --config=vocab')).toEqual(['--config=vocab.config.yaml']);
  });
});
