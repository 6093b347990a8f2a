import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../support/world.js';
import { shell, vocabsync } from './processes.js';

const hasTerminals =
  process.platform === 'linux' && spawnSync('script', ['--version'], { stdio: 'ignore' }).status === 0;
const main = join(import.meta.dirname, '../../dist/cli/main.js');

const asked = [
  'Which region',
  'What do you call',
  'How shall the prefixes',
  'Which model',
  'What is the first',
  'Which words',
  'Where shall plan',
];

/** Runs init at a terminal, which does not know how wide it is, and where somebody presses a key at each question. */
async function atTerminal(cwd: string, ...keys: readonly string[]) {
  const child = spawn('script', ['-qec', `'${process.execPath}' '${main}' init`, '/dev/null'], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', TERM: 'xterm', NO_COLOR: '1' },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let seen = '';
  let pressed = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    seen += chunk.toString();
    const questions = asked.filter((words) => stripVTControlCharacters(seen).includes(words)).length;
    if (questions <= pressed) return;
    const key = keys[pressed++];
    if (key !== undefined) child.stdin.write(key);
  });
  const [code] = (await once(child, 'close')) as [number];
  return { code, seen: stripVTControlCharacters(seen) };
}

describe.skipIf(!hasTerminals)('at a terminal, init', () => {
  it('takes what is usual for Enter at each question', async () => {
    const cwd = await temporaryFolder();
    const { code, seen } = await atTerminal(cwd, ...asked.map(() => '\r'));
    expect([code, seen]).toEqual([0, expect.stringContaining('3 files created')]);
    expect((await vocabsync('validate', { cwd })).code).toBe(0);
  });

  it.each([
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
  ])('ends with 130 at %s, and nothing is written', async (_name, key) => {
    const cwd = await temporaryFolder();
    const { code, seen } = await atTerminal(cwd, '\r', key);
    expect([code, seen]).toEqual([130, expect.stringContaining('nothing was written')]);
    expect(await readdir(cwd)).toEqual([]);
  });
});

it('init takes everything back when the disk cuts a file off', async () => {
  const cwd = await temporaryFolder();
  // In blocks of 512 bytes or of a kilobyte: enough for the vocabulary and not for the configuration.
  const { code, stderr } = await shell('ulimit -f 1; $VOCABSYNC init --yes --dir new', { cwd });
  expect(stderr).toMatch(/cannot write new\/vocab\.config\.yaml: EFBIG.*; nothing was written/);
  expect(code).toBe(3);
  expect(await readdir(cwd)).toEqual([]);
});
