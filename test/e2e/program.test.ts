import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { config, temporaryFolder, writeInto } from '../support/world.js';
import { shell, vocabsync } from './processes.js';

const ansi = '\u001b[';
const offline = { VOCABSYNC_ENDPOINT: 'emulator' };

async function folder(vocabularies: Readonly<Record<string, readonly string[]>> = { medical: ['alpha'] }) {
  const cwd = await temporaryFolder();
  await writeInto(cwd, 'vocab.config.yaml', config(vocabularies));
  return { cwd, env: offline };
}

describe('the built program', () => {
  it('prints the version of its package', async () => {
    const { version } = JSON.parse(await readFile(join(import.meta.dirname, '../../package.json'), 'utf8'));
    const options = { cwd: await temporaryFolder() };
    expect(await vocabsync('--version', options)).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it.each(['', 'validate', 'plan', 'apply', 'emulator'])(
    'prints help with examples: %s --help',
    async (command) => {
      const { code, stdout, stderr } = await vocabsync(`${command} --help`, { cwd: await temporaryFolder() });
      expect(stdout).toMatch(/^Usage: vocabsync/);
      expect(stdout).toContain('Examples:\n  $ vocabsync ');
      expect(stderr).toBe('');
      expect(code).toBe(0);
    },
  );

  it.each([
    ['plan', 'error[usage]: the working directory does not exist any more\n  hint: change into a folder'],
    ['plan --format json', '"message": "the working directory does not exist any more"'],
  ])('says so when its working directory is gone: %s', async (args, said) => {
    const cwd = await temporaryFolder();
    const command = `mkdir gone && cd gone && rmdir ../gone && $VOCABSYNC ${args}`;
    const { code, stdout, stderr } = await shell(command, { cwd });
    expect(stdout + stderr).toContain(said);
    expect(stdout + stderr).not.toMatch(/ at |bug/);
    expect(code).toBe(3);
  });

  it('validates, plans, applies and is done, without a key or a network', async () => {
    const at = await folder();
    expect((await vocabsync('validate', at)).code).toBe(0);
    expect((await vocabsync('plan --detailed-exitcode --out plan.json', at)).code).toBe(2);
    expect((await vocabsync('apply plan.json', at)).code).toBe(0);
    expect((await vocabsync('plan --detailed-exitcode', at)).code).toBe(0);
  });

  it('ends with 1 and asks for a report when it fails in a way it does not know', async () => {
    const { cwd, env } = await folder();
    const preload = join(cwd, 'break.mjs');
    await writeInto(
      cwd,
      'break.mjs',
      "Date.now = () => { throw new TypeError('a clock without hands'); };\n",
    );
    const { code, stderr } = await vocabsync('plan', {
      cwd,
      env: { ...env, NODE_OPTIONS: `--import ${preload}` },
    });
    expect(stderr).toContain('This is a bug in vocabsync');
    expect(stderr).toContain('a clock without hands');
    expect(code).toBe(1);
  });
});

describe('output', () => {
  it('has no colours in a pipe, unless they are asked for', async () => {
    const { cwd, env } = await folder();
    const plain = [
      { args: 'plan', more: {} },
      { args: 'plan', more: { NO_COLOR: '1' } },
    ] as const;
    const painted = [
      { args: 'plan', more: { FORCE_COLOR: '1' } },
      { args: 'plan --color always', more: { NO_COLOR: '1' } },
    ] as const;
    for (const { args, more } of plain) {
      expect((await vocabsync(args, { cwd, env: { ...env, ...more } })).stdout).not.toContain(ansi);
    }
    for (const { args, more } of painted) {
      expect((await vocabsync(args, { cwd, env: { ...env, ...more } })).stdout).toContain(ansi);
    }
  });

  it('may be cut off by whoever reads it', async () => {
    const words = Array.from({ length: 490 }, (_, index) => `${'longer-than-a-pipe-'.repeat(10)}${index}`);
    const { stdout, stderr } = await shell(
      '$VOCABSYNC plan --verbose | head -n 1',
      await folder({ medical: words }),
    );
    expect(stdout).toBe('Plan: 1 to create\n');
    expect(stderr).toBe('');
  });

  it.each([
    [
      'no room for a part of the result',
      'trap "" XFSZ; ulimit -f 1; $VOCABSYNC plan --format html > plan.html',
    ],
    [
      'no room for one write after the other',
      'if [ -e /dev/full ]; then $VOCABSYNC apply --yes > /dev/full; else exit 6; fi',
    ],
    [
      'no room for the version',
      'if [ -e /dev/full ]; then $VOCABSYNC --version > /dev/full; else exit 6; fi',
    ],
    [
      'no room at all',
      'if [ -e /dev/full ]; then $VOCABSYNC plan --format json > /dev/full; else exit 6; fi',
    ],
  ])('does not end with 0 where there is %s', async (_, line) => {
    const { code, stderr } = await shell(line, await folder());
    expect(stderr === '' || /^cannot write the result: E\w+: .*\n$/.test(stderr)).toBe(true);
    expect(code).toBe(6);
  });

  it('may be cut off while an apply goes on to its end', async () => {
    const at = await folder();
    const { stderr } = await shell('($VOCABSYNC apply --yes; echo "ended with $?" >&2) | true', at);
    expect(stderr).toBe('ended with 0\n');
    expect((await vocabsync('plan --detailed-exitcode', at)).code).toBe(0);
  });
});

const hasTerminals =
  process.platform === 'linux' &&
  spawnSync('/bin/sh', ['-c', 'command -v script'], { stdio: 'ignore' }).status === 0;

describe('the question', () => {
  it('is not asked where stdin is closed', async () => {
    const at = await folder();
    const { code, stderr } = await shell('$VOCABSYNC apply <&-', at);
    expect(stderr).toContain('error[not-approved]');
    expect(code).toBe(4);
  });

  it.skipIf(!hasTerminals).each([
    { what: 'the input ends', typed: '\\004', expected: 4, left: 2 },
    { what: 'no is typed', typed: 'no\\n', expected: 4, left: 2 },
    { what: 'yes is typed', typed: 'yes\\n', expected: 0, left: 0 },
  ])('is answered on a terminal: $what', async ({ typed, expected, left }) => {
    const at = await folder();
    const onTerminal = `printf '${typed}' | timeout 10 script -qec '$VOCABSYNC apply' /dev/null`;
    const { code, stdout } = await shell(onTerminal, at);
    expect(stdout).toContain('Apply these changes? Type yes to go on: ');
    expect(code).toBe(expected);
    expect((await vocabsync('plan --detailed-exitcode', at)).code).toBe(left);
  });
});
