import { writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { Context } from '../../src/cli/context.js';
import type { ExitCode } from '../../src/cli/exit-code.js';
import { run } from '../../src/cli/program.js';
import { key, openRepository, type Repository } from '../cli/repository.js';
import { manualClock } from '../support/emulator.js';
import { config } from '../support/world.js';

const lock = '.vocabsync/apply.lock';
const host = hostname();
const locked = 'error[locked]: another apply of this configuration is under way';

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

const left = ({ directory }: Repository) => readdir(join(directory, '.vocabsync'));

describe('an apply while another one is under way', () => {
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
    expect(await left(here)).toEqual(['.gitignore']);
  });

  it.each(['apply --yes', 'restore backup --yes'])(
    'says so in JSON, and a restore does too: %s',
    async (command) => {
      const here = await open();
      await here.write(
        'backup/x.yaml',
        'vocabulary_id: [vocab-acmeold-1]\nprefix: acmeold\ntarget_model: fun-asr\nhotwords: [{ text: a, weight: 4 }]\n',
      );
      await here.write(lock, JSON.stringify({ pid: 1, host }));
      const { code, stdout } = await vocabsync(`${command} --format json`, here, { pid: 2, alive: [1] });
      expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'locked' } });
      expect(code).toBe(5);
      expect(here.writes()).toEqual([]);
    },
  );

  it('leaves the lock of the other one where it is', async () => {
    const here = await open();
    const text = JSON.stringify({ pid: 1, host });
    await here.write(lock, text);
    await vocabsync('apply --yes', here, { pid: 2, alive: [1] });
    expect(await readFile(join(here.directory, lock), 'utf8')).toBe(text);
    expect(await left(here)).toEqual(['.gitignore', 'apply.lock']);
  });

  it('does not keep a plan, a validation or an apply without changes from their work', async () => {
    const here = await open();
    await vocabsync('apply --yes', here, { pid: 1 });
    await here.write(lock, JSON.stringify({ pid: 1, host }));
    for (const command of ['validate', 'plan', 'plan --out plan.json', 'apply --yes']) {
      expect((await vocabsync(command, here, { pid: 2, alive: [1] })).code).toBe(0);
    }
  });
});

describe('a lock that is left over', () => {
  it('from a process that is gone is taken over', async () => {
    const here = await open();
    await here.write(lock, JSON.stringify({ pid: 1, host }));
    expect((await vocabsync('apply --yes', here, { pid: 2 })).code).toBe(0);
    expect(await left(here)).toEqual(['.gitignore']);
  });

  it('from an earlier process with the same number is taken over, as in containers', async () => {
    const here = await open();
    await here.write(lock, JSON.stringify({ pid: 7, host }));
    expect((await vocabsync('apply --yes', here, { pid: 7 })).code).toBe(0);
  });

  it('is given to one of two that find it at once', async () => {
    const here = await open();
    await here.write(lock, JSON.stringify({ pid: 1, host }));
    const runs = [2, 3].map((pid) => vocabsync('apply --yes', here, { pid, alive: [2, 3] }));
    const codes = (await Promise.all(runs)).map(({ code }) => code);
    // Whoever comes too late is refused, or finds that all is done.
    expect(codes).toContain(0);
    expect([0, 5]).toContain(Math.max(...codes));
    expect(here.writes()).toEqual(['create']);
    expect(await left(here)).toEqual(['.gitignore']);
  });

  it('stays with whoever took it over first', async () => {
    const here = await open();
    await here.write(lock, JSON.stringify({ pid: 1, host }));
    const path = join(here.directory, lock);
    const taken = JSON.stringify({ pid: 3, host });
    // Between the look at the lock and its removal.
    const onAsked = () => writeFileSync(path, taken);
    const { code, stderr } = await vocabsync('apply --yes', here, { pid: 2, alive: [3], onAsked });
    expect(stderr).toContain(`${locked} (process 3 on ${host})`);
    expect(code).toBe(5);
    expect(await readFile(path, 'utf8')).toBe(taken);
    expect(await left(here)).toEqual(['.gitignore', 'apply.lock']);
  });

  it('on another machine stands, since nobody here can ask it', async () => {
    const here = await open();
    await here.write(lock, JSON.stringify({ pid: 1, host: 'another-machine' }));
    const { code, stderr } = await vocabsync('apply --yes', here, { pid: 2 });
    expect(stderr).toContain(`${locked} (process 1 on another-machine)`);
    expect(stderr).toContain(`hint: wait for it; if there is none, delete ${join(here.directory, lock)}`);
    expect(code).toBe(5);
    expect(here.writes()).toEqual([]);
  });

  it.each(['', 'garbage', '{}', 'null', '{"pid":"1","host":"x"}', '\u001b[2J::error::'])(
    'and says nothing of its owner stands, with the file to delete: %j',
    async (text) => {
      const here = await open();
      await here.write(lock, text);
      const { code, stderr } = await vocabsync('apply --yes', here, { pid: 2 });
      expect(stderr).toContain(`${locked} (somebody)`);
      expect(stderr).toContain(`delete ${join(here.directory, lock)}`);
      expect(code).toBe(5);
      expect(here.writes()).toEqual([]);
      expect(await readFile(join(here.directory, lock), 'utf8')).toBe(text);
    },
  );
});

describe('the lock', () => {
  it('is there during the writes, for its owner alone to read, and names it', async () => {
    const here = await open();
    let held = '';
    duringCreate(here, async () => {
      held = await readFile(join(here.directory, lock), 'utf8');
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
    expect(await left(here)).toEqual(['.gitignore']);
  });

  it('is never made for a plan that is blocked or not approved', async () => {
    const here = await open();
    expect((await vocabsync('apply', here, { pid: 1 })).code).toBe(4);
    expect(await readdir(here.directory)).toEqual(['vocab.config.yaml']);
  });

  it('cannot be had where its folder is a file, and nothing is sent then', async () => {
    const here = await open();
    await here.write('.vocabsync', '');
    const { code, stderr } = await vocabsync('apply --yes', here, { pid: 1 });
    expect(stderr).toContain('error[file-unwritable]: cannot write to ');
    expect(code).toBe(3);
    expect(here.writes()).toEqual([]);
  });

  it('cannot be had where a folder has its name, and nothing is sent then', async () => {
    const here = await open();
    await here.write(`${lock}/file`, '');
    const { code, stderr } = await vocabsync('apply --yes', here, { pid: 1 });
    expect(stderr).toContain(`delete ${join(here.directory, lock)}`);
    expect(code).toBe(5);
    expect(here.writes()).toEqual([]);
  });
});
