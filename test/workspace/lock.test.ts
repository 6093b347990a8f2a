import { existsSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { noPrompts } from '../../src/cli/asking/prompts.js';
import type { Context } from '../../src/cli/context.js';
import type { ExitCode } from '../../src/cli/exit-code.js';
import { run } from '../../src/cli/program.js';
import { accountLock } from '../../src/workspace/account-lock.js';
import { key, openRepository, type Repository } from '../cli/repository.js';
import { manualClock } from '../support/emulator.js';
import { config } from '../support/world.js';

/** Where the lock of the account lies, for all folders of this machine. */
const lockOf = ({ base_url, directory }: Repository): Promise<string> =>
  accountLock({
    account: { endpoint: base_url, workspace: null, name: null, api_key_env: 'DASHSCOPE_API_KEY' },
    owner: { directory, file: 'vocab.config.yaml' },
  });

/** Leaves a lock behind, which is gone when the test is over. */
async function leaveLock(here: Repository, text: string): Promise<void> {
  const path = await lockOf(here);
  await writeFile(path, text);
  onTestFinished(() => rm(path, { force: true }));
}
const host = hostname();
const locked = 'error[locked]: another apply of this account is under way';

interface Process {
  readonly pid: number;
  /** The numbers of the other processes that run on this machine. */
  readonly alive?: readonly number[];
  /** Called when it asks whether another one runs. */
  readonly onAsked?: () => void;
}

/** The command line as the given process runs it. */
async function vocabsync(
  args: string,
  { directory, base_url }: Repository,
  { pid, alive = [], onAsked }: Process,
): Promise<{ code: ExitCode; stdout: string; stderr: string }> {
  const written = { stdout: '', stderr: '' };
  const output = (name: 'stdout' | 'stderr') => ({
    isTTY: false,
    write: (text: string) => {
      written[name] += text;
    },
  });
  const context: Context = {
    cwd: directory,
    env: { DASHSCOPE_API_KEY: key, VOCABSYNC_ENDPOINT: base_url },
    version: '1.2.3',
    clock: manualClock(),
    stdout: output('stdout'),
    stderr: output('stderr'),
    interactive: false,
    ask: async () => null,
    prompts: noPrompts,
    interruption: new AbortController().signal,
    pid,
    isAlive(other) {
      onAsked?.();
      return other === pid || alive.includes(other);
    },
  };
  return { code: await run(args.split(' '), context), ...written };
}

const open = () => openRepository({ 'vocab.config.yaml': config({ medical: ['alpha'] }) });

/** Runs something once, while an apply has a create under way. */
function duringCreate({ emulator }: Repository, act: () => Promise<void>): void {
  const { handle } = emulator;
  let done = false;
  vi.spyOn(emulator, 'handle').mockImplementation(async (request) => {
    if (request.body.includes('create_vocabulary') && !done) {
      done = true;
      await act();
    }
    return handle(request);
  });
}

const isLocked = async (here: Repository): Promise<boolean> => existsSync(await lockOf(here));

describe('an apply while another one is under way', () => {
  it('is not taken away from somebody who has it by now', async () => {
    const here = await open();
    const theirs = JSON.stringify({ pid: 3, host: 'elsewhere', token: 'theirs' });
    duringCreate(here, async () => leaveLock(here, theirs));
    expect((await vocabsync('apply --yes', here, { pid: 1 })).code).toBe(0);
    expect(await readFile(await lockOf(here), 'utf8')).toBe(theirs);
  });

  it('sends no write, ends with 5, and says which process it is', async () => {
    const here = await open();
    const second = { code: -1, stdout: '', stderr: '' };
    duringCreate(here, async () => {
      Object.assign(second, await vocabsync('apply --yes', here, { pid: 2, alive: [1] }));
    });
    expect((await vocabsync('apply --yes', here, { pid: 1 })).code).toBe(0);
    expect(second.stderr).toContain(`${locked} (process 1 on ${host})`);
    expect(second.code).toBe(5);
    expect(here.writes()).toEqual(['create']);
    expect(await isLocked(here)).toBe(false);
  });

  it.each(['apply --yes', 'restore backup --yes'])(
    'says so in JSON, and a restore does too: %s',
    async (command) => {
      const here = await open();
      await here.write(
        'backup/x.yaml',
        'vocabulary_id: [vocab-acmeold-1]\nprefix: acmeold\ntarget_model: fun-asr\nhotwords: [{ text: a, weight: 4 }]\n',
      );
      await leaveLock(here, JSON.stringify({ pid: 1, host }));
      const { code, stdout } = await vocabsync(`${command} --format json`, here, { pid: 2, alive: [1] });
      expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'locked' } });
      expect(code).toBe(5);
      expect(here.writes()).toEqual([]);
    },
  );

  it('leaves the lock of the other one where it is', async () => {
    const here = await open();
    const text = JSON.stringify({ pid: 1, host });
    await leaveLock(here, text);
    await vocabsync('apply --yes', here, { pid: 2, alive: [1] });
    expect(await readFile(await lockOf(here), 'utf8')).toBe(text);
    expect(await isLocked(here)).toBe(true);
  });

  it('does not keep a plan, a validation or an apply without changes from their work', async () => {
    const here = await open();
    await vocabsync('apply --yes', here, { pid: 1 });
    await leaveLock(here, JSON.stringify({ pid: 1, host }));
    for (const command of ['validate', 'plan', 'plan --out plan.json', 'apply --yes']) {
      expect((await vocabsync(command, here, { pid: 2, alive: [1] })).code).toBe(0);
    }
  });
});

describe('a lock that is left over', () => {
  it('from a process that is gone is taken over', async () => {
    const here = await open();
    await leaveLock(here, JSON.stringify({ pid: 1, host }));
    expect((await vocabsync('apply --yes', here, { pid: 2 })).code).toBe(0);
    expect(await isLocked(here)).toBe(false);
  });

  it('from an earlier process with the same number is taken over, as in containers', async () => {
    const here = await open();
    await leaveLock(here, JSON.stringify({ pid: 7, host }));
    expect((await vocabsync('apply --yes', here, { pid: 7 })).code).toBe(0);
  });

  it('is given to one of two that find it at once', async () => {
    const here = await open();
    await leaveLock(here, JSON.stringify({ pid: 1, host }));
    const runs = [2, 3].map((pid) => vocabsync('apply --yes', here, { pid, alive: [2, 3] }));
    const codes = (await Promise.all(runs)).map(({ code }) => code);
    // Whoever comes too late is refused, or finds that all is done.
    expect(codes).toContain(0);
    expect([0, 5]).toContain(Math.max(...codes));
    expect(here.writes()).toEqual(['create']);
    expect(await isLocked(here)).toBe(false);
  });

  it('stays with whoever took it over first', async () => {
    const here = await open();
    await leaveLock(here, JSON.stringify({ pid: 1, host }));
    const path = await lockOf(here);
    const taken = JSON.stringify({ pid: 3, host });
    // Between the look at the lock and its removal.
    const onAsked = () => writeFileSync(path, taken);
    const { code, stderr } = await vocabsync('apply --yes', here, { pid: 2, alive: [3], onAsked });
    expect(stderr).toContain(`${locked} (process 3 on ${host})`);
    expect(code).toBe(5);
    expect(await readFile(path, 'utf8')).toBe(taken);
    expect(await isLocked(here)).toBe(true);
  });

  it('on another machine stands, since nobody here can ask it', async () => {
    const here = await open();
    await leaveLock(here, JSON.stringify({ pid: 1, host: 'another-machine' }));
    const { code, stderr } = await vocabsync('apply --yes', here, { pid: 2 });
    expect(stderr).toContain(`${locked} (process 1 on another-machine)`);
    expect(stderr).toContain(`hint: wait for it; if there is none, delete ${await lockOf(here)}`);
    expect(code).toBe(5);
    expect(here.writes()).toEqual([]);
  });

  it.each(['', 'garbage', '{}', 'null', '{"pid":"1","host":"x"}', '\u001b[2J::error::'])(
    'and says nothing of its owner stands, with the file to delete: %j',
    async (text) => {
      const here = await open();
      await leaveLock(here, text);
      const { code, stderr } = await vocabsync('apply --yes', here, { pid: 2 });
      expect(stderr).toContain(`${locked}, or a lock was left behind: it does not say whose it is`);
      expect(stderr).toContain(`delete ${await lockOf(here)}`);
      expect(code).toBe(5);
      expect(here.writes()).toEqual([]);
      expect(await readFile(await lockOf(here), 'utf8')).toBe(text);
    },
  );
});

describe('the lock', () => {
  it('is there during the writes, for its owner alone to read, and names it', async () => {
    const here = await open();
    let held = '';
    duringCreate(here, async () => {
      held = await readFile(await lockOf(here), 'utf8');
    });
    await vocabsync('apply --yes', here, { pid: 12 });
    expect(JSON.parse(held)).toMatchObject({ pid: 12, host });
  });

  it.each([
    ['every write failed', { faults: [{ kind: 'throttle', action: 'create', skip: 0, count: 99 }] as const }],
    ['the account is gone', { faults: [{ kind: 'refuse', action: 'list', skip: 1, count: 99 }] as const }],
  ])('is gone after an apply in which %s', async (_, switches) => {
    const here = await openRepository({ 'vocab.config.yaml': config({ medical: ['alpha'] }) }, switches);
    expect((await vocabsync('apply --yes', here, { pid: 1 })).code).toBe(8);
    expect(await isLocked(here)).toBe(false);
  });

  it('is never made for a plan that is blocked or not approved', async () => {
    const here = await open();
    expect((await vocabsync('apply', here, { pid: 1 })).code).toBe(4);
    expect(await readdir(here.directory)).toEqual(['vocab.config.yaml']);
  });

  it('lies beside the configuration where there is no folder for temporary files', async () => {
    const here = await open();
    vi.stubEnv('TMPDIR', join(here.directory, 'vocab.config.yaml'));
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(await lockOf(here)).toMatch(/\.vocabsync\/[0-9a-f]{32}\.lock$/);
    const held: boolean[] = [];
    duringCreate(here, async () => void held.push(await isLocked(here)));
    expect((await vocabsync('apply --yes', here, { pid: 1 })).code).toBe(0);
    expect(held).toEqual([true]);
  });

  it('cannot be had where there is no place for it at all, and nothing is sent then', async () => {
    const here = await open();
    vi.stubEnv('TMPDIR', join(here.directory, 'vocab.config.yaml'));
    onTestFinished(() => void vi.unstubAllEnvs());
    await here.write('.vocabsync', '');
    const { code, stderr } = await vocabsync('apply --yes', here, { pid: 1 });
    expect(stderr).toContain('error[file-unwritable]: cannot write to ');
    expect(code).toBe(3);
    expect(here.writes()).toEqual([]);
  });

  it('cannot be had where a folder has its name, and nothing is sent then', async () => {
    const here = await open();
    const path = await lockOf(here);
    await mkdir(path);
    onTestFinished(() => rm(path, { recursive: true }));
    const { code, stderr } = await vocabsync('apply --yes', here, { pid: 1 });
    expect(stderr).toContain(`delete ${path}`);
    expect(code).toBe(5);
    expect(here.writes()).toEqual([]);
  });
});

describe('whom the lock keeps out', () => {
  const named = (name: string) =>
    config({ medical: ['alpha'] })
      .replace('region: singapore', `region: singapore, name: ${name}`)
      .replace('namespace: acme\nprune: true\n', '');

  /** Runs a second apply while the first has its create under way; says how the second ended. */
  async function second(here: Repository, command: string, cwd = here.directory): Promise<number> {
    let code = -1;
    duringCreate(here, async () => {
      ({ code } = await vocabsync(command, { ...here, directory: cwd }, { pid: 2, alive: [1] }));
    });
    expect((await vocabsync('apply --yes', here, { pid: 1 })).code).toBe(0);
    return code;
  }

  it('is not another account of the same folder', async () => {
    const here = await openRepository({
      'vocab.config.yaml': named('production'),
      'staging.yaml': named('staging').replaceAll('medical', 'kitchen').replace('acmemed', 'acmekit'),
    });
    expect(await second(here, 'apply --yes -c staging.yaml')).toBe(0);
  });

  it('is another configuration of the same account', async () => {
    const here = await openRepository({
      'vocab.config.yaml': named('production'),
      'copy.yaml': named('production'),
    });
    expect(await second(here, 'apply --yes -c copy.yaml')).toBe(5);
  });

  it('is a run for the same account from another folder', async () => {
    const here = await openRepository({ 'vocab.config.yaml': named('production') });
    const other = await openRepository({ 'vocab.config.yaml': named('production') });
    expect(await second(here, 'apply --yes', other.directory)).toBe(5);
  });

  it('is not another configuration that runs on the embedded emulator', async () => {
    const text = named('production').replace('name:', 'endpoint: emulator, name:');
    const { directory } = await openRepository({ 'vocab.config.yaml': text, 'other.yaml': text });
    const account = { endpoint: 'emulator', workspace: null, name: 'production', api_key_env: 'X' };
    const [one, other] = ['vocab.config.yaml', 'other.yaml'].map((file) =>
      accountLock({ account, owner: { directory, file } }),
    );
    expect(await one).not.toBe(await other);
  });
});
