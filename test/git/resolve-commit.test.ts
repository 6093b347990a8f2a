import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  createRepository,
  failureOf,
  open,
  type Repository,
  repositoryAt,
  temporaryFolder,
  textOf,
} from './repository.js';

/** `main` has gone on since `topic`, which is checked out, left it. */
function forked(): Repository & { readonly fork: string } {
  const repository = createRepository();
  const fork = repository.commit({ 'a.txt': 'at the fork' });
  repository.commit({ 'a.txt': 'on main' });
  repository.git('checkout', '-q', '-b', 'topic', fork);
  repository.commit({ 'b.txt': 'on topic' });
  return { ...repository, fork };
}

function shallowCloneOf({ folder }: Repository): string {
  const clone = join(temporaryFolder(), 'clone');
  repositoryAt(folder).git('clone', '-q', '--depth=1', '--no-single-branch', `file://${folder}`, clone);
  return clone;
}

describe('a base', () => {
  test('is named as the user named it, with what that was', async () => {
    const { folder, git } = forked();
    const { name } = await open('main', folder);
    expect(name).toBe(`main (${git('rev-parse', 'main').slice(0, 7)})`);
  });

  test('is whatever revision git knows', async () => {
    const { folder, git, fork } = forked();
    git('tag', '-a', '-m', 'annotated', 'v1', 'main');
    git('update-ref', 'refs/remotes/origin/main', 'main');
    const refs = ['v1', 'origin/main', 'HEAD@{0}', 'topic~1', 'main^{/a commit}', fork.slice(0, 8)];
    for (const ref of refs) {
      expect((await open(ref, folder)).name).toBe(
        `${ref} (${git('rev-parse', `${ref}^{commit}`).slice(0, 7)})`,
      );
    }
  });

  test('with three dots is the commit at which HEAD left it', async () => {
    const { folder, fork } = forked();
    const base = await open('main...', folder);
    expect(base).toMatchObject({ name: `main... (${fork.slice(0, 7)})` });
    expect(await textOf(base, 'a.txt')).toBe('at the fork');
  });

  test('is found in a repository with longer hashes', async () => {
    const { folder, commit } = createRepository('--object-format=sha256');
    const hash = commit({ 'sub/a.txt': 'a' });
    const base = await open('HEAD...', folder);
    expect(base.name).toContain(`(${hash.slice(0, 7)})`);
    expect(await textOf(base, 'sub/a.txt')).toBe('a');
  });
});

describe('a base that is not there', () => {
  test('is said to be no commit, and the hint says how to get it', async () => {
    const { folder } = forked();
    const refs = ['gone', '', '...', '^main', 'main..topic', 'main^{tree}', 'main:a.txt', 'a\0b', 'a\nb'];
    for (const ref of refs) {
      const failure = await failureOf(open(ref, folder));
      const named = ref === '...' ? '' : ref;
      expect(failure.message.startsWith(`${named} is no commit of this repository`)).toBe(true);
      expect(failure.hint).toContain('`fetch-depth: 0`');
    }
  });

  test('is fetched by a clone of one branch so that it has its name then', async () => {
    const { folder } = forked();
    const hint = async (ref: string) => (await failureOf(open(ref, folder))).hint;
    expect(await hint('origin/release-2')).toContain(
      '`git fetch origin release-2:refs/remotes/origin/release-2`',
    );
    expect(await hint('v1')).not.toContain('git fetch');
  });

  test('is never taken for an option', async () => {
    const { folder } = forked();
    const refs = ['--help', '--all', '--all...', '-h', '--show-toplevel', '--since=now', '--git-dir=.', '--'];
    for (const ref of refs) {
      const { message } = await failureOf(open(ref, folder));
      expect(message).toContain('is no commit of this repository');
    }
  });

  test('is explained in the words of git, on one short line', async () => {
    const { message } = await failureOf(open('main^{tree}', forked().folder));
    expect(message).toMatch(/^main\^\{tree\} is no commit of this repository: .*tree type$/);
  });

  test('is HEAD before the first commit', async () => {
    const { folder } = createRepository();
    for (const ref of ['HEAD', '@', 'HEAD...']) {
      const failure = await failureOf(open(ref, folder));
      expect(failure).toMatchObject({
        message: 'the current branch has no commit yet',
        hint: 'commit the configuration first',
      });
    }
  });

  test('is the merge base in a clone that is too shallow to have it', async () => {
    const failure = await failureOf(open('origin/main...', shallowCloneOf(forked())));
    expect(failure.message).toBe(
      'origin/main... names no commit: what it names and HEAD have no common one here',
    );
    expect(failure.hint).toContain('`fetch-depth: 0`');
    expect(failure.hint).toContain('`git fetch --unshallow`');
  });
});

describe('a repository', () => {
  const missing = 'no git repository can be used at';

  test('is asked for where there is none', async () => {
    const folder = temporaryFolder();
    const failure = await failureOf(open('main', folder));
    expect(failure.message).toContain(`${missing} ${folder}: not a git repository`);
    expect(failure.hint).toContain('run it in the work tree of a git repository');
  });

  test('has to have a work tree', async () => {
    const { folder } = createRepository('--bare');
    const failure = await failureOf(open('main', folder));
    expect(failure.message).toContain('looks like a git repository itself');
    expect(failure.hint).toContain('work tree');
  });

  test('of another user has to be trusted first', async () => {
    const { folder } = forked();
    const env = { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' };
    const failure = await failureOf(open('main', folder, { env }));
    expect(failure.message).toContain('dubious ownership');
    expect(failure.message).not.toContain('\n');
    expect(failure.hint).toContain('`git config --global --add safe.directory PATH`');
  });

  test('cannot be read without git', async () => {
    const failure = await failureOf(open('main', forked().folder, { env: { PATH: temporaryFolder() } }));
    expect(failure).toMatchObject({
      message: 'git is not installed',
      hint: 'install git, and see that it is in the PATH',
    });
  });

  test('is told apart from a git that speaks another language', async () => {
    const { folder } = forked();
    const env = { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1', LC_ALL: 'C.UTF-8', LANGUAGE: 'de' };
    expect((await failureOf(open('main', folder, { env }))).hint).toContain('safe.directory');
  });

  test('may be one of several work trees', async () => {
    const { folder, git, fork } = forked();
    const second = join(folder, 'second');
    git('worktree', 'add', '-q', '--detach', second, 'main');
    mkdirSync(join(second, 'config'));
    const base = await open('HEAD~1', join(second, 'config'));
    expect(base.name).toContain(`(${fork.slice(0, 7)})`);
  });

  test('may be reached through a link', async () => {
    const { folder, commit } = createRepository();
    commit({ 'real/config/a.txt': 'in the folder' });
    const link = join(temporaryFolder(), 'link');
    symlinkSync(join(folder, 'real'), link);
    expect(await textOf(await open('main', join(link, 'config')), 'a.txt')).toBe('in the folder');
  });

  test('may be named by the environment, as in a hook', async () => {
    const { folder, commit } = createRepository();
    commit({ 'config/a.txt': 'in the folder', 'a.txt': 'at the root' });
    const directory = join(folder, 'config');
    for (const env of [{ GIT_DIR: '.git' }, { GIT_DIR: join(folder, '.git'), GIT_WORK_TREE: '.' }]) {
      expect(await textOf(await open('main', directory, { cwd: folder, env }), 'a.txt')).toBe(
        'in the folder',
      );
    }
  });

  test('may be bare and have its work tree elsewhere', async () => {
    const { folder, commit } = createRepository();
    commit({ 'config/a.txt': 'a' });
    const bare = join(temporaryFolder(), 'bare.git');
    repositoryAt(folder).git('clone', '-q', '--bare', '.', bare);
    rmSync(join(folder, '.git'), { recursive: true });
    const env = { GIT_DIR: bare, GIT_WORK_TREE: folder };
    const base = await open('main', join(folder, 'config'), { cwd: temporaryFolder(), env });
    expect(await textOf(base, 'a.txt')).toBe('a');
  });

  test('that the environment names has to be that of the configuration', async () => {
    const { folder } = forked();
    const elsewhere = temporaryFolder();
    const env = { GIT_DIR: join(folder, '.git'), GIT_WORK_TREE: folder };
    const failure = await failureOf(open('main', elsewhere, { env }));
    expect(failure.message).toBe(`${elsewhere} is not in the work tree ${folder}`);
    expect(failure.hint).toContain('unset GIT_DIR');
  });
});

describe('a folder of the commit that looks like a repository', () => {
  test('is not taken for the one it is in', async () => {
    const real = createRepository();
    real.commit({ 'speech/a.txt': 'real' });
    const forged = createRepository();
    forged.commit({ 'a.txt': 'forged', 'speech/a.txt': 'forged' });
    const speech = join(real.folder, 'speech');
    for (const part of ['HEAD', 'objects', 'refs'])
      cpSync(join(forged.folder, '.git', part), join(speech, part), { recursive: true });
    writeFileSync(join(speech, 'config'), '[core]\n\tbare = false\n\tworktree = ..\n');
    const failure = await failureOf(open('main', speech));
    expect(failure.code).toBe('base-unavailable');
    expect(failure.hint).toContain('remove HEAD, objects and refs');
  });
});

test('a name that is a branch and a tag has to be said in full', async () => {
  const { folder, git, commit } = createRepository();
  commit({ 'a.txt': 'on main' });
  git('checkout', '-q', '-b', 'topic');
  commit({ 'a.txt': 'on topic' });
  git('tag', 'main');
  const failure = await failureOf(open('main', folder));
  expect(failure.message).toContain('main is the name of more than one branch or tag');
  expect(await textOf(await open('refs/heads/main', folder), 'a.txt')).toBe('on main');
});

test('an empty GIT_DIR names no repository', async () => {
  const { folder } = forked();
  const base = await open('main', folder, { env: { GIT_DIR: '', GIT_WORK_TREE: '' } });
  expect(await textOf(base, 'a.txt')).toBe('on main');
});
