import { writeFileSync } from 'node:fs';
import { chmod, lstat, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isVocabError } from '../../src/model/errors.js';
import { makeFile } from '../../src/workspace/make-new.js';
import { findPresent, writeFiles } from '../../src/workspace/new-files.js';
import { temporaryFolder, writeInto } from '../support/world.js';

interface Making {
  readonly path: string;
  /** What somebody else does just before the file is made. */
  readonly meanwhile?: () => void;
}

async function folder() {
  const root = await temporaryFolder();
  const write = (
    making: readonly (string | Making)[],
    change: { readonly path: string; readonly before: string } | null = null,
  ) =>
    writeFiles({
      root,
      make: making.map((one) => {
        const { path, meanwhile } = typeof one === 'string' ? { path: one } : one;
        const text = () => {
          meanwhile?.();
          return `text of ${path}\n`;
        };
        return {
          path: join(root, path),
          get text() {
            return text();
          },
        };
      }),
      change:
        change === null
          ? []
          : [{ path: join(root, change.path), text: 'changed\n', before: Buffer.from(change.before) }],
      named: (path) => path.slice(root.length + 1),
    }).then(
      () => null,
      (error: unknown) =>
        isVocabError(error, 'file-unwritable', 'conflict') ? error.message : Promise.reject(error),
    );
  const all = async () => (await readdir(root, { recursive: true })).sort();
  return { root, write, all };
}

/** A name that a disk takes, and with a word more does not: the draft of this file cannot be written. */
const unwritable = `b/${'x'.repeat(250)}`;

describe('new files', () => {
  it('are all written, with their folders', async () => {
    const { root, write, all } = await folder();
    expect(await write(['a', 'b/c/d'])).toBeNull();
    expect(await all()).toEqual(['a', 'b', 'b/c', 'b/c/d']);
    expect(await readFile(join(root, 'b/c/d'), 'utf8')).toBe('text of b/c/d\n');
  });

  it('are none at all when one cannot be written', async () => {
    const { write, all } = await folder();
    expect(await write(['a', 'b/c/d', unwritable])).toMatch(
      /^cannot write b\/x+: ENAMETOOLONG.*; nothing was written$/,
    );
    expect(await all()).toEqual([]);
  });

  it('are none at all when somebody makes one of them first', async () => {
    const { root, write, all } = await folder();
    const meanwhile = () => writeFileSync(join(root, 'c'), 'theirs');
    expect(await write(['a', 'b/d', { path: 'c', meanwhile }])).toMatch(
      /^cannot write c: EEXIST.*; nothing was written$/,
    );
    expect(await all()).toEqual(['c']);
    expect(await readFile(join(root, 'c'), 'utf8')).toBe('theirs');
  });

  it('leave alone what somebody else made meanwhile', async () => {
    const { root, write, all } = await folder();
    await writeInto(root, 'b/c', 'theirs');
    expect(await write(['a', 'b/c', 'd'])).toMatch(/^cannot write b\/c: EEXIST.*; nothing was written$/);
    expect(await all()).toEqual(['b', 'b/c']);
    expect(await readFile(join(root, 'b/c'), 'utf8')).toBe('theirs');
  });

  it('are named when they cannot be taken back', async () => {
    const { root, write, all } = await folder();
    const meanwhile = () => writeFileSync(join(root, 'b/theirs'), '');
    expect(await write(['a', 'b/c', { path: unwritable, meanwhile }])).toMatch(
      /; what could not be undone is still there: b$/,
    );
    expect(await all()).toEqual(['b', 'b/theirs']);
  });

  it('are written where the disk knows no second name for a file', async () => {
    const { root, all } = await folder();
    const refuse = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));
    await makeFile(join(root, 'a'), 'text\n', refuse('EPERM'));
    expect(await all()).toEqual(['a']);
    expect(await readFile(join(root, 'a'), 'utf8')).toBe('text\n');
    await expect(makeFile(join(root, 'b'), 'text\n', refuse('ENOSPC'))).rejects.toThrow('ENOSPC');
    await expect(makeFile(join(root, 'a'), 'text\n', refuse('EPERM'))).rejects.toThrow('EEXIST');
    expect(await all()).toEqual(['a']);
  });

  it('need no root that is there', async () => {
    const { root, all } = await folder();
    const at = join(root, 'x/y');
    await writeFiles({
      root: at,
      make: [{ path: join(at, 'z'), text: '' }],
      change: [],
      named: (path) => path,
    });
    expect(await all()).toEqual(['x', 'x/y', 'x/y/z']);
  });

  it('do not go through a link that leads out', async () => {
    const { root, write } = await folder();
    const outside = await temporaryFolder();
    await symlink(outside, join(root, 'b'));
    expect(await write(['a', 'b/c'])).toContain(
      'a link leads out of the folder, or into one of git or vocabsync; nothing was written',
    );
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

describe('files that are changed', () => {
  it('are all as they were when one of them cannot be', async () => {
    const root = await temporaryFolder();
    await writeInto(root, 'one', 'one\n');
    await writeInto(root, 'two', 'theirs\n');
    const change = ['one', 'two'].map((name) => ({
      path: join(root, name),
      text: 'changed\n',
      before: Buffer.from(`${name}\n`),
    }));
    await expect(writeFiles({ root, make: [], change, named: (path) => path })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await readFile(join(root, 'one'), 'utf8')).toBe('one\n');
    expect(await readFile(join(root, 'two'), 'utf8')).toBe('theirs\n');
  });

  it('stay links, of which the file behind is changed', async () => {
    const root = await temporaryFolder();
    await writeInto(root, 'real', 'old\n');
    await symlink('real', join(root, 'link'));
    const change = [{ path: join(root, 'link'), text: 'new\n', before: Buffer.from('old\n') }];
    await writeFiles({ root, make: [], change, named: (path) => path });
    expect(await readFile(join(root, 'real'), 'utf8')).toBe('new\n');
    expect((await lstat(join(root, 'link'))).isSymbolicLink()).toBe(true);
  });

  it('are not those behind a link that leads out', async () => {
    const [root, outside] = [await temporaryFolder(), await temporaryFolder()];
    await writeInto(outside, 'real', 'old\n');
    await symlink(join(outside, 'real'), join(root, 'link'));
    const change = [{ path: join(root, 'link'), text: 'new\n', before: Buffer.from('old\n') }];
    await expect(writeFiles({ root, make: [], change, named: (path) => path })).rejects.toMatchObject({
      code: 'file-unwritable',
    });
    expect(await readFile(join(outside, 'real'), 'utf8')).toBe('old\n');
  });
});

describe('a file that is changed', () => {
  it('is changed last, and not when somebody has changed it meanwhile', async () => {
    const { root, write, all } = await folder();
    await writeInto(root, 'x', 'old\n');
    expect(await write(['a'], { path: 'x', before: 'older\n' })).toBe(
      'x has changed since it was read; nothing was written',
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
