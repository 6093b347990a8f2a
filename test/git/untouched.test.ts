import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  createRepository,
  failureOf,
  open,
  repositoryAt,
  temporaryFolder,
  textOf,
  writeProgram,
} from './repository.js';

/** Every file under a folder, with its bytes and when it was written. */
function snapshot(folder: string): readonly (readonly [path: string, mtime: number, bytes: string])[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return paths.map((path) => {
    const stats = statSync(join(folder, path));
    const bytes = stats.isFile() ? readFileSync(join(folder, path), 'latin1') : '';
    return [path, stats.mtimeMs, bytes];
  });
}

/** A program that leaves a trace; whatever names it could run anything. */
function createTrap(): { readonly program: string; sprung(): boolean } {
  const folder = temporaryFolder();
  const program = join(folder, 'trap');
  writeProgram(program, `: > '${folder}/sprung'`);
  return { program, sprung: () => existsSync(join(folder, 'sprung')) };
}

const programs = [
  'core.fsmonitor',
  'core.pager',
  'core.sshCommand',
  'core.askPass',
  'core.alternateRefsCommand',
  'diff.external',
  'diff.trap.textconv',
  'filter.trap.process',
  'filter.trap.smudge',
  'gpg.program',
  'pager.cat-file',
  'pager.rev-parse',
];

describe('reading a commit', () => {
  test('changes nothing in the repository, its index, its refs or its work tree', async () => {
    const { folder, commit, git, write } = createRepository();
    commit({ 'a.txt': 'old', 'sub/b.txt': 'b' });
    commit({ 'a.txt': 'new' });
    write({ 'a.txt': 'changed', 'staged.txt': '', 'untracked.txt': '' });
    git('add', 'staged.txt');
    const status = git('status', '--porcelain');
    const before = snapshot(folder);
    const base = await open('HEAD~1', folder);
    expect(await textOf(base, 'a.txt')).toBe('old');
    await base.disk.list('sub');
    await failureOf(open('none', folder));
    await failureOf(open(':a.txt', folder));
    await base.close();
    expect(snapshot(folder)).toEqual(before);
    expect(git('status', '--porcelain')).toBe(status);
  });

  test('runs no program that the repository names', async () => {
    const { folder, commit, git } = createRepository();
    const { program, sprung } = createTrap();
    commit({ '.gitattributes': '* filter=trap diff=trap\n', 'a.txt': 'a' });
    for (const name of programs) git('config', name, program);
    git('config', 'core.hooksPath', join(program, '..'));
    for (const alias of ['rev-parse', 'cat-file', 'merge-base'])
      git('config', `alias.${alias}`, `!${program}`);
    expect(await textOf(await open('main...', folder), 'a.txt')).toBe('a');
    await failureOf(open(':a.txt', folder));
    expect(sprung()).toBe(false);
    git('-c', `core.fsmonitor=${program}`, 'rev-parse', ':a.txt');
    expect(sprung(), 'the trap works').toBe(true);
  });
});

describe('a clone that lacks files', () => {
  /** Has the commits and folders, and of the files those that are checked out. */
  function partialClone(): { readonly clone: string; readonly old: string } {
    const { folder, commit, git } = createRepository();
    git('config', 'uploadpack.allowFilter', 'true');
    const old = commit({ 'config/a.txt': 'old' });
    commit({ 'config/a.txt': 'new' });
    const clone = join(temporaryFolder(), 'clone');
    git('clone', '-q', '--filter=blob:none', `file://${folder}`, clone);
    return { clone, old };
  }

  test('does not fetch them, and the hint says how to', async () => {
    const { clone, old } = partialClone();
    const directory = join(clone, 'config');
    const base = await open(old, directory);
    const before = snapshot(clone);
    const failure = await failureOf(base.disk.read('a.txt'));
    expect(failure.message).toBe(`this clone does not have all files of commit ${old}`);
    expect(failure.hint).toContain('without a `filter`');
    expect(failure.hint).toContain(`\`git archive ${old} > /dev/null\``);
    expect(snapshot(clone)).toEqual(before);
    repositoryAt(directory).git('archive', '-o', join(temporaryFolder(), 'all.tar'), old);
    expect(await textOf(await open(old, directory), 'a.txt')).toBe('old');
  });

  test('runs no helper of its remote to get them', async () => {
    const { clone, old } = partialClone();
    const { program, sprung } = createTrap();
    const { git } = repositoryAt(clone);
    git('config', 'remote.origin.url', `ext::${program}`);
    git('config', 'protocol.ext.allow', 'always');
    for (const env of [{}, { GIT_ALLOW_PROTOCOL: 'ext:file' }]) {
      await failureOf((await open(old, join(clone, 'config'), { env })).disk.read('a.txt'));
    }
    await failureOf(open('0123456789012345678901234567890123456789', clone));
    expect(sprung()).toBe(false);
  });

  test('is damaged when it should have them', async () => {
    const { folder, commit, git } = createRepository();
    commit({ 'a.txt': 'a', 'b.txt': 'b', 'sub/c.txt': 'c' });
    const remove = (object: string): void =>
      rmSync(join(folder, '.git', 'objects', object.slice(0, 2), object.slice(2)));
    remove(git('rev-parse', 'HEAD:a.txt'));
    remove(git('rev-parse', 'HEAD:sub'));
    const base = await open('HEAD', folder);
    expect((await failureOf(base.disk.read('a.txt'))).message).toContain('does not have all files');
    expect((await failureOf(base.disk.list('sub'))).message).toContain('does not have all files');
    expect(await textOf(base, 'b.txt')).toBe('b');
  });
});
