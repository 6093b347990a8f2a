import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEmulator, type Emulator } from '../../src/emulator/emulator.js';
import { fileStorage } from '../../src/emulator/storage.js';
import { manualClock } from '../support/emulator.js';
import { testFiles } from '../support/shared-files.js';
import { envelope, newList, send } from './account.js';

let root: string;
let path: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'vocabsync-storage-'));
  path = join(root, '.vocabsync', 'emulator.json');
});
afterEach(() => rm(root, { recursive: true, force: true }));

describe('an account in a file', () => {
  it('is the same for whoever opens the file next', async () => {
    const { body } = await create(open());
    expect(await open().account()).toMatchObject([{ vocabulary_id: body.output.vocabulary_id }]);
  });

  it('keeps what reads that lag still have to show', async () => {
    const clock = manualClock();
    const first = createEmulator({
      clock,
      storage: fileStorage(path, testFiles),
      switches: { visibility_lag_ms: 500 },
    });
    const { body } = await create(first);
    clock.advance(1000);
    await send(first, envelope('delete', { vocabulary_id: body.output.vocabulary_id }));
    const second = createEmulator({
      clock,
      storage: fileStorage(path, testFiles),
      switches: { visibility_lag_ms: 500 },
    });
    expect((await send(second, envelope('list', {}))).body.output.vocabulary_list).toHaveLength(1);
  });

  it('loses nothing when two use it at once, and never exceeds its quota', async () => {
    const [left, right] = [open({ quota: 12 }), open({ quota: 12 })];
    const turns = Array.from({ length: 16 }, (_, index) => create(index % 2 === 0 ? left : right));
    const statuses = (await Promise.all(turns)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(12);
    expect(await left.account()).toHaveLength(12);
  });

  it('is for its owner alone, and leaves neither locks nor drafts', async () => {
    await create(open());
    expect(await readdir(dirname(path))).toEqual(['emulator.json']);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('is not written by requests that change nothing', async () => {
    const emulator = open();
    await send(emulator, envelope('list', {}));
    await send(emulator, envelope('create', {}));
    expect(await readdir(root)).toEqual([]);
    await create(emulator);
    const { ino } = await stat(path);
    await send(emulator, envelope('list', {}));
    expect((await stat(path)).ino).toBe(ino);
  });
});

describe('a file that holds no account', () => {
  it.each([
    ['nothing', ''],
    ['half a document', '{"version":1,"lists":[{"vocab'],
    ['another document', '[]'],
    ['no version', '{"lists":[],"former":[]}'],
    ['a version that never was', '{"version":0,"lists":[],"former":[]}'],
    [
      'a list without times',
      `{"version":1,"former":[],"lists":[${JSON.stringify({ ...newList, vocabulary_id: 'x' })}]}`,
    ],
    ['lists that are none', '{"version":1,"lists":[7],"former":[]}'],
    ['a past that is none', '{"version":1,"lists":[],"former":[{"until":1}]}'],
  ])('but %s is an error that names it, and stays as it is', async (_, text) => {
    await location(text);
    await expect(create(open())).rejects.toMatchObject({
      code: 'config-invalid',
      message: `${path} does not hold an account of the emulator`,
      hint: 'put the file back as it was, or delete it to start with an empty account',
    });
    expect(await readFile(path, 'utf8')).toBe(text);
  });

  it('this version can read asks for an upgrade', async () => {
    await location('{"version":2}');
    await expect(create(open())).rejects.toMatchObject({
      code: 'config-invalid',
      message: expect.stringContaining('version 2'),
      hint: expect.stringMatching(/^Upgrade vocabsync/),
    });
    expect(await readFile(path, 'utf8')).toBe('{"version":2}');
  });

  it('for it is a folder cannot be read', async () => {
    await mkdir(path, { recursive: true });
    await expect(open().account()).rejects.toMatchObject({ code: 'config-invalid' });
  });
});

describe('a place where no file can be', () => {
  it('is an error that names it', async () => {
    await writeFile(join(root, '.vocabsync'), '');
    await expect(create(open())).rejects.toMatchObject({ message: expect.stringContaining('.vocabsync') });
  });
});

describe('a lock that was left behind', () => {
  it('by a process that has ended is taken over', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    await location(lockOf(pid), `${path}.lock`);
    expect((await create(open())).status).toBe(200);
    expect(await readdir(dirname(path))).toEqual(['emulator.json']);
  });

  it('is taken over by one of many, and nothing is lost', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    await location(lockOf(pid), `${path}.lock`);
    const emulators = Array.from({ length: 8 }, () => open());
    await Promise.all(emulators.map(create));
    expect(await open().account()).toHaveLength(8);
  });

  it.each([
    ['does not say whose it is', ''],
    ['is of another machine', JSON.stringify({ pid: 1, host: 'another-machine' })],
  ])('long ago, and %s, is taken over', async (_, text) => {
    await location(text, `${path}.lock`);
    await utimes(`${path}.lock`, new Date(0), new Date(0));
    expect((await create(open())).status).toBe(200);
    expect(await readdir(dirname(path))).toEqual(['emulator.json']);
  });

  it('is taken over in spite of a guard from a crash long ago', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    await location(lockOf(pid), `${path}.lock`);
    await location('', `${path}.lock.guard`);
    await utimes(`${path}.lock.guard`, new Date(0), new Date(0));
    expect((await create(open())).status).toBe(200);
    expect(await readdir(dirname(path))).toEqual(['emulator.json']);
  });

  it('by a process that runs is waited for', async () => {
    await location(lockOf(process.ppid), `${path}.lock`);
    const made = create(open());
    const first = await Promise.race([made, settle()]);
    await rm(`${path}.lock`);
    expect([first, (await made).status]).toEqual(['waiting', 200]);
  });
});

const lockOf = (pid: number) => JSON.stringify({ pid, host: hostname() });

function open(switches: { readonly quota?: number } = {}): Emulator {
  return createEmulator({ clock: manualClock(), storage: fileStorage(path, testFiles), switches });
}

function create(emulator: Emulator): ReturnType<typeof send> {
  return send(emulator, envelope('create', newList));
}

async function location(text: string, file = path): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

/** Long enough in turns of the event loop for a request that waits for nothing. */
async function settle(): Promise<string> {
  for (let turn = 0; turn < 20; turn += 1) await readFile(`${path}.lock`);
  return 'waiting';
}
