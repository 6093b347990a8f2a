import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createEmulator } from '../../src/emulator/emulator.js';
import { serveEmulator } from '../../src/emulator/server.js';
import type { EmulatorSwitches } from '../../src/emulator/switches.js';
import { systemClock } from '../../src/library/clock.js';
import { config, temporaryFolder, writeInto } from '../support/world.js';

const hasTerminals =
  process.platform === 'linux' && spawnSync('script', ['--version'], { stdio: 'ignore' }).status === 0;

interface Running {
  /** Everything the terminal has been sent. */
  text(): string;
  type(key: string): void;
  readonly code: Promise<number>;
}

/** The built program on a terminal, with an account that takes its time. */
async function onTerminal(command: string, switches: Partial<EmulatorSwitches>): Promise<Running> {
  const cwd = await temporaryFolder();
  await writeInto(cwd, 'vocab.config.yaml', config({ medical: ['alpha'], reports: ['beta'] }));
  const server = await serveEmulator(createEmulator({ clock: systemClock, switches }));
  onTestFinished(() => server.close());
  const main = join(import.meta.dirname, '../../dist/cli/main.js');
  const line = `stty cols 60 rows 24; '${process.execPath}' '${main}' ${command}`;
  const env = {
    PATH: process.env['PATH'] ?? '',
    TERM: 'xterm',
    DASHSCOPE_API_KEY: 'sk-0123456789abcdef',
    VOCABSYNC_ENDPOINT: `${server.url}/api/v1`,
  };
  const child = spawn('script', ['-qec', line, '/dev/null'], { cwd, env });
  onTestFinished(() => void child.kill('SIGKILL'));
  let seen = '';
  child.stdout.on('data', (chunk: Buffer) => {
    seen += chunk.toString();
  });
  return {
    text: () => seen,
    type: (key) => void child.stdin.write(key),
    code: once(child, 'close').then(([code]) => code as number),
  };
}

const takenBack = '\r\u001b[1A\u001b[J';
const ctrlC = '\u0003';

describe.skipIf(!hasTerminals)('on a terminal', () => {
  it('a reading that takes long has a line, which is gone before the plan', async () => {
    const { text, code } = await onTerminal('plan --color never', { latency_ms: 600 });
    expect(await code).toBe(0);
    expect(text()).toMatch(/^reading the account\r\n/);
    expect(text().indexOf('Plan: 2 to create')).toBeGreaterThan(text().indexOf(takenBack));
    expect(text().split(takenBack)).toHaveLength(2);
    // The cursor is never hidden, so nothing has to bring it back.
    expect(text()).not.toContain('\u001b[?25');
  });

  it('a second Ctrl-C ends at once what a first one lets come to its end', async () => {
    const { text, type, code } = await onTerminal('apply --yes --color never', { deploy_ms: 60_000 });
    await expect.poll(text, { timeout: 10_000 }).toContain('waiting for OK');
    type(ctrlC);
    await expect.poll(text, { timeout: 10_000 }).toContain('stopping, 0 of 2 steps done');
    type(ctrlC);
    expect(await code).toBe(130);
    expect(text()).toMatch(/\n(?:\^C)*$/);
  });
});
