import type * as FileSystem from 'node:fs/promises';
import { chmod, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { isVocabError } from '../../src/model/errors.js';
import { findPresent, writeNewFiles } from '../../src/workspace/new-files.js';
import { temporaryFolder, writeInto } from '../support/world.js';

/** What each call of the disk may fail with, by the end of the path. */
const failures = vi.hoisted(() => new Map<string, string>());

vi.mock('node:fs/promises', async (importOriginal) => {
  const original = await importOriginal<typeof FileSystem>();
  function failing(name: 'writeFile' | 'link' | 'mkdir' | 'unlink') {
    return (...args: unknown[]) => {
      const at = String(args[name === 'link' ? 1 : 0]).replace(/\.[0-9a-f]{8}\.tmp$/, '');
      const code = failures.get(`${name} ${at.split('/').at(-1)}`);
      if (code !== undefined) return Promise.reject(Object.assign(new Error(`${code}: no way`), { code }));
      return (original[name] as unknown as (...all: unknown[]) => Promise<unknown>)(...args);
    };
  }
  return {
    ...original,
    writeFile: failing('writeFile'),
    link: failing('link'),
    mkdir: failing('mkdir'),
    unlink: failing('unlink'),
  };
});

async function folder() {
  failures.clear();
  const root = await temporaryFolder();
  const write = (paths: readonly string[], change: { path: string; before: string } | null = null) =>
    writeNewFiles({
      root,
      make: paths.map((path) => ({ path: join(root, path), text: `text of ${path}\n` })),
      change: change === null ? null : { ...change, path: join(root, change.path), text: 'changed\n' },
      named: (path) => path.slice(root.length + 1),
    }).then(
      () => null,
      (error: unknown) => (isVocabError(error, 'file-unwritable') ? error.message : Promise.reject(error)),
    );
  const all = async () => (await readdir(root, { recursive: true })).sort();
  return { root, write, all };
}

describe('new files', () => {
  it('are all written, with their folders', async () => {
    const { root, write, all } = await folder();
    expect(await write(['a', 'b/c/d'])).toBeNull();
    expect(await all()).toEqual(['a', 'b', 'b/c', 'b/c/d']);
    expect(await readFile(join(root, 'b/c/d'), 'utf8')).toBe('text of b/c/d\n');
  });

  it.each([
    ['a full disk', 'writeFile d', 'ENOSPC'],
    ['a file that somebody else made meanwhile', 'link d', 'EEXIST'],
    ['a folder that cannot be made', 'mkdir c', 'EACCES'],
    ['a disk that is full for names', 'link d', 'ENOSPC'],
  ])('are none at all because of %s', async (_why, call, code) => {
    const { write, all } = await folder();
    failures.set(call, code);
    expect(await write(['a', 'b/c/d'])).toMatch(
      new RegExp(`^cannot write b/c(?:/d)?: ${code}: no way; nothing was written$`),
    );
    expect(await all()).toEqual([]);
  });

  it('leave alone what somebody else made meanwhile', async () => {
    const { root, write, all } = await folder();
    await writeInto(root, 'b/c', 'theirs');
    expect(await write(['a', 'b/c', 'd'])).toMatch(/^cannot write b\/c: EEXIST.*; nothing was written$/);
    expect(await all()).toEqual(['b', 'b/c']);
    expect(await readFile(join(root, 'b/c'), 'utf8')).toBe('theirs');
  });

  it('are named when they cannot be taken back', async () => {
    const { write, all } = await folder();
    failures.set('writeFile d', 'ENOSPC').set('unlink a', 'EPERM');
    expect(await write(['a', 'b/c/d'])).toBe(
      'cannot write b/c/d: ENOSPC: no way; what could not be removed is still there: a',
    );
    expect(await all()).toEqual(['a']);
  });

  it('are written where the disk knows no second name for a file', async () => {
    const { root, write, all } = await folder();
    failures.set('link a', 'EPERM');
    expect(await write(['a'])).toBeNull();
    expect(await all()).toEqual(['a']);
    expect(await readFile(join(root, 'a'), 'utf8')).toBe('text of a\n');
  });

  it('need no root that is there', async () => {
    const { root, all } = await folder();
    const at = join(root, 'x/y');
    await writeNewFiles({
      root: at,
      make: [{ path: join(at, 'z'), text: '' }],
      change: null,
      named: (path) => path,
    });
    expect(await all()).toEqual(['x', 'x/y', 'x/y/z']);
  });

  it('do not go through a link that leads out', async () => {
    const { root, write } = await folder();
    const outside = await temporaryFolder();
    await symlink(outside, join(root, 'b'));
    expect(await write(['a', 'b/c'])).toContain('a link leads out of the folder; nothing was written');
    expect([await readdir(outside), await readdir(root)]).toEqual([[], ['b']]);
    await mkdir(join(root, 'in'));
    await symlink(join(root, 'in'), join(root, 'd'));
    expect(await write(['d/e'])).toBeNull();
  });

  it.skipIf(process.getuid?.() === 0)('say that a folder is read-only', async () => {
    const { root, write } = await folder();
    await chmod(root, 0o555);
    expect(await write(['a'])).toMatch(/^cannot write a: EACCES/);
    await chmod(root, 0o755);
  });

  it('say that a file is in the place of a folder', async () => {
    const { root, write, all } = await folder();
    await writeInto(root, 'b', '');
    expect(await write(['a', 'b/c'])).toMatch(/^cannot write b.*; nothing was written$/);
    expect(await all()).toEqual(['b']);
  });
});

describe('a file that is changed', () => {
  it('is changed last, and not when somebody has changed it meanwhile', async () => {
    const { root, write, all } = await folder();
    await writeInto(root, 'x', 'old\n');
    expect(await write(['a'], { path: 'x', before: 'older\n' })).toBe(
      'cannot write x: somebody has changed it meanwhile; nothing was written',
    );
    expect(await all()).toEqual(['x']);
    expect(await write(['a'], { path: 'x', before: 'old\n' })).toBeNull();
    expect(await readFile(join(root, 'x'), 'utf8')).toBe('changed\n');
  });

  it('takes the new files back when it is gone', async () => {
    const { write, all } = await folder();
    expect(await write(['a'], { path: 'x', before: '' })).toMatch(/^cannot write x: ENOENT/);
    expect(await all()).toEqual([]);
  });
});

it('finds what is in the place of files, also a link that leads nowhere', async () => {
  const { root } = await folder();
  await writeFile(join(root, 'a'), '');
  await symlink('nowhere', join(root, 'b'));
  const paths = ['a', 'b', 'c', 'a/d'].map((name) => join(root, name));
  expect(await findPresent(paths)).toEqual(paths.slice(0, 2));
});
