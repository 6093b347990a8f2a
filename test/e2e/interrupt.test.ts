import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { systemClock } from '../../src/cli/process/clock.js';
import { createEmulator, type Emulator } from '../../src/emulator/emulator.js';
import { serveEmulator } from '../../src/emulator/server.js';
import { accountLock } from '../../src/workspace/account-lock.js';
import { config, temporaryFolder, writeInto } from '../support/world.js';
import { shell, start, vocabsync } from './processes.js';

const three = config({ medical: ['alpha'], reports: ['beta'], support: ['gamma'] });

interface Location {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly emulator: Emulator;
}

/** A folder with a configuration, and an account that answers as slowly as one far away. */
async function location(text = three): Promise<Location> {
  const cwd = await temporaryFolder();
  await writeInto(cwd, 'vocab.config.yaml', text);
  const emulator = createEmulator({ clock: systemClock, switches: { latency_ms: 20 } });
  const server = await serveEmulator(emulator);
  onTestFinished(() => server.close());
  const env = { DASHSCOPE_API_KEY: 'sk-0123456789abcdef', VOCABSYNC_ENDPOINT: `${server.url}/api/v1` };
  return { cwd, env, emulator };
}

/** The requests that changed the account or tried to. */
function writesOf({ emulator }: Location): string[] {
  const actions = emulator.requests.map(({ action }) => action ?? 'none');
  return actions.filter((action) => action !== 'list' && action !== 'query');
}

/** Resolves once a request of an action has arrived; it is answered later, or never if it is `held`. */
function arrival({ emulator }: Location, action: string, held = false): Promise<void> {
  const { handle } = emulator;
  return new Promise((resolve) => {
    vi.spyOn(emulator, 'handle').mockImplementation(async (request) => {
      if (!request.body.includes(`"${action}_vocabulary"`)) return handle(request);
      resolve();
      return held ? { kind: 'hang' } : handle(request);
    });
  });
}

interface Ending {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

async function ending(child: ChildProcess): Promise<Ending> {
  const [stdout, stderr, [code, signal]] = await Promise.all([
    child.stdout === null ? '' : textOf(child.stdout),
    child.stderr === null ? '' : textOf(child.stderr),
    once(child, 'close') as Promise<[number | null, string | null]>,
  ]);
  return { code, signal, stdout, stderr };
}

const signals = ['SIGINT', 'SIGTERM'] as const;

describe.each(signals)('%s', (signal) => {
  it('lets an apply finish what is in flight and report, and ends it with 130', async () => {
    const at = await location();
    const created = arrival(at, 'create');
    const child = start('apply --yes --parallelism 1 --format json', at);
    const ended = ending(child);
    await created;
    child.kill(signal);
    const { code, stdout, stderr } = await ended;
    expect(JSON.parse(stdout)).toMatchObject({
      interrupted: true,
      steps: [{ status: 'done' }, { status: 'skipped' }, { status: 'skipped' }],
    });
    expect({ code, stderr }).toEqual({ code: 130, stderr: '' });
    expect(writesOf(at)).toEqual(['create']);
    expect(existsSync(join(at.cwd, '.vocabsync'))).toBe(false);
  });

  it('ends a plan with 130, though its request is never answered', async () => {
    const at = await location();
    const asked = arrival(at, 'list', true);
    const child = start('plan', at);
    const ended = ending(child);
    await asked;
    child.kill(signal);
    const { code, stdout, stderr } = await ended;
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
    expect(stderr).toMatch(/^error\[interrupted\]: interrupted/);
  });
});

describe.each([
  ['SIGINT', 'SIGTERM'],
  ['SIGTERM', 'SIGINT'],
] as const)('%s and then %s', (first, second) => {
  it('end an apply at once with 130, and the next one goes on where it was', async () => {
    const at = await location();
    const created = arrival(at, 'create', true);
    const child = start('apply --yes --parallelism 1 --quiet', at);
    const ended = ending(child);
    await created;
    child.kill(first);
    child.kill(second);
    const { code, signal, stdout } = await ended;
    expect({ code, signal }).toEqual({ code: 130, signal: null });
    expect(stdout).not.toContain('Apply:');
    vi.restoreAllMocks();
    // The lock that was left names a process that is gone.
    expect(existsSync(await lockOf(at))).toBe(true);
    expect((await vocabsync('apply --yes', at)).code).toBe(0);
    expect(await at.emulator.account()).toHaveLength(3);
  });
});

it('a pause of minutes ends at the first signal', async () => {
  const at = await location(config({ medical: ['alpha'] }, 'guards: { update_interval: 5m }\n'));
  const seconds = 1000;
  await at.emulator.seed([
    {
      prefix: 'acmemed',
      target_model: 'fun-asr',
      vocabulary: [{ text: 'beta', weight: 4 }],
      created_at: Date.now() - 3600 * seconds,
      modified_at: Date.now() - 10 * seconds,
    },
  ]);
  const child = start('apply --yes --verbose', at);
  child.stderr?.once('data', () => child.kill('SIGINT'));
  const { code, stdout } = await ending(child);
  expect(stdout).toContain('skipped ~ update medical@fun-asr');
  expect(code).toBe(130);
  expect(writesOf(at)).toEqual([]);
});

const hasTerminals =
  process.platform === 'linux' && spawnSync('script', ['--version'], { stdio: 'ignore' }).status === 0;

it.skipIf(!hasTerminals)('Ctrl-C at the question ends with 130, and nothing is written', async () => {
  const at = await location();
  const main = join(import.meta.dirname, '../../dist/cli/main.js');
  const command = `'${process.execPath}' '${main}' apply`;
  const child = spawn('script', ['-qec', command, '/dev/null'], {
    cwd: at.cwd,
    env: { PATH: process.env['PATH'] ?? '', ...at.env },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let seen = '';
  child.stdout.on('data', (chunk: Buffer) => {
    const asked = seen.includes('Type yes to go on: ');
    seen += chunk.toString();
    if (!asked && seen.includes('Type yes to go on: ')) child.stdin.write('\u0003');
  });
  const [code] = (await once(child, 'close')) as [number];
  expect(seen).toContain('error[interrupted]');
  expect(code).toBe(130);
  expect(writesOf(at)).toEqual([]);
});

it.runIf(process.platform === 'linux')('a backup that the disk cuts off is no backup', async () => {
  const words = Array.from({ length: 400 }, (_, index) => ({ text: `word number ${index}`, weight: 4 }));
  const at = await location(config({ medical: ['alpha'] }));
  await at.emulator.seed([{ prefix: 'acmemed', target_model: 'fun-asr', vocabulary: words }]);
  // In blocks of 512 bytes or of a kilobyte; the backup has some fifteen.
  const { code, stdout } = await shell(
    'ulimit -f 4; $VOCABSYNC apply --yes --allow hotword-loss=medical@fun-asr',
    at,
  );
  expect(stdout).toMatch(/error\[file-unwritable\]: cannot keep the backup .*EFBIG/);
  expect(code).toBe(3);
  const [run = ''] = await readdir(join(at.cwd, '.vocabsync/backups'));
  expect(await readdir(join(at.cwd, '.vocabsync/backups', run))).toEqual([]);
  expect((await at.emulator.account())[0]?.vocabulary).toEqual(words);
});

/** Where the lock of the account lies, for all folders of this machine. */
function lockOf({ cwd, env }: Awaited<ReturnType<typeof location>>): Promise<string> {
  const endpoint = env['VOCABSYNC_ENDPOINT'] ?? '';
  return accountLock({
    account: { endpoint, workspace: null, name: null, api_key_env: 'DASHSCOPE_API_KEY' },
    owner: { directory: cwd, file: 'vocab.config.yaml' },
  });
}
