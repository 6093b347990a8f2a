import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config/read/read-config.js';
import type { BaseCommit } from '../../src/git/open-base.js';
import { maxFileSize } from '../../src/model/disk.js';
import { createRepository, type Files, failureOf, open, textOf, textsOf } from './repository.js';

/** The folder `config` of a commit that has these files, all of which are gone from the work tree. */
async function committed(files: Files): Promise<BaseCommit> {
  const { folder, commit, write } = createRepository();
  commit(files);
  rmSync(join(folder, 'config'), { recursive: true, force: true });
  write({ 'config/new.txt': 'not committed' });
  return open('HEAD', join(folder, 'config'));
}

async function identityOf({ disk }: BaseCommit, path: string): Promise<unknown> {
  const file = await disk.read(path);
  return typeof file === 'object' && 'identity' in file ? file.identity : file;
}

async function namesIn({ disk }: BaseCommit, path: string): Promise<string[]> {
  return (await disk.list(path)).map(({ name, isDirectory }) => (isDirectory ? `${name}/` : name));
}

describe('the files of a commit', () => {
  test('are read as they were committed, whatever is in the work tree', async () => {
    const base = await committed({ 'config/a.txt': 'a\r\nb\n', 'config/deep/er/b.txt': '', 'out.txt': '-' });
    expect(await textOf(base, 'a.txt')).toBe('a\r\nb\n');
    expect(await textOf(base, 'deep/er/b.txt')).toBe('');
    const absent = ['new.txt', 'out.txt', 'deep/none.txt', 'none/a.txt'];
    expect(await textsOf(base, absent)).toEqual(absent.map(() => 'missing'));
  });

  test('are bytes that no filter and no attribute has touched', async () => {
    const bytes = Uint8Array.from({ length: 512 }, (_, index) => index % 256);
    const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n';
    const base = await committed({
      '.gitattributes': '*.bin filter=lfs diff=lfs text eol=crlf\n',
      'config/a.bin': pointer,
      'config/b.dat': bytes,
    });
    expect(await textOf(base, 'a.bin')).toBe(pointer);
    expect(await base.disk.read('b.dat')).toMatchObject({ bytes: Buffer.from(bytes) });
  });

  test('may have any name', async () => {
    const names = [
      '词汇.txt',
      'a b.txt',
      '"quoted".txt',
      'new\nline.txt',
      'tab\t.txt',
      '-x.txt',
      'ü/ö.txt',
      '*',
    ];
    const base = await committed(Object.fromEntries(names.map((name) => [`config/${name}`, `in ${name}`])));
    expect(await textsOf(base, names)).toEqual(names.map((name) => `in ${name}`));
    expect(await namesIn(base, '')).toEqual(expect.arrayContaining(['词汇.txt', 'new\nline.txt', 'ü/']));
  });

  test('are executable or not, which is no difference', async () => {
    const repository = createRepository();
    repository.write({ 'a.txt': 'a' });
    repository.git('add', 'a.txt');
    repository.git('update-index', '--chmod=+x', 'a.txt');
    repository.git('commit', '-q', '-m', 'executable');
    expect(await textOf(await open('HEAD', repository.folder), 'a.txt')).toBe('a');
  });

  test('are read up to the largest size, and those after a larger one too', async () => {
    const base = await committed({
      'config/a.txt': 'a',
      'config/fits.txt': new Uint8Array(maxFileSize),
      'config/large.txt': new Uint8Array(maxFileSize + 1),
    });
    const [fits, large, after] = await Promise.all(
      ['fits.txt', 'large.txt', 'a.txt'].map((path) => base.disk.read(path)),
    );
    expect(fits).toMatchObject({ bytes: { length: maxFileSize } });
    expect(large).toBe('too-large');
    expect(after).toMatchObject({ bytes: Buffer.from('a') });
  });

  test('come each with its own content when many are asked for at once', async () => {
    const names = Array.from({ length: 200 }, (_, index) => `${index}.txt`);
    const base = await committed(
      Object.fromEntries(names.map((name) => [`config/${name}`, name.repeat(99)])),
    );
    expect(await textsOf(base, names)).toEqual(names.map((name) => name.repeat(99)));
  });

  test('are no folders and no submodules', async () => {
    const { folder, git, commit } = createRepository();
    const hash = commit({ 'sub/a.txt': 'a' });
    git('update-index', '--add', '--cacheinfo', `160000,${hash},module`);
    git('commit', '-q', '-m', 'a submodule');
    const base = await open('HEAD', folder);
    expect(await textsOf(base, ['', 'sub', 'module', 'module/a.txt', 'sub/a.txt/b'])).toEqual([
      'a-folder',
      'a-folder',
      'no-file',
      'missing',
      { code: 'ENOTDIR' },
    ]);
    expect(await namesIn(base, '')).toEqual(['module/', 'sub/']);
    expect(await namesIn(base, 'module')).toEqual([]);
  });
});

describe('a folder of a commit', () => {
  test('lists what is in it, and nothing where it is none', async () => {
    const base = await committed({ 'config/a.txt': 'a', 'config/b/c.txt': '', 'config/d': { link: 'b' } });
    expect(await namesIn(base, '')).toEqual(['a.txt', 'b/', 'd']);
    expect(await namesIn(base, 'd')).toEqual(['c.txt']);
    for (const path of ['a.txt', 'none', 'b/c.txt']) expect(await namesIn(base, path)).toEqual([]);
  });

  test.each<Files>([{ 'other.txt': '' }, { config: 'a file' }, { config: { link: '/etc' } }])(
    'is empty where the commit has none: %j',
    async (files) => {
      const base = await committed(files);
      expect(await textOf(base, 'vocab.config.yaml')).toBe('missing');
      expect(await namesIn(base, '')).toEqual([]);
    },
  );

  test('may itself be a link to another one', async () => {
    const base = await committed({ config: { link: 'real' }, 'real/a.txt': 'a', 'b.txt': '' });
    expect(await identityOf(base, 'a.txt')).toBe('real/a.txt');
    expect(await namesIn(base, '')).toEqual(['a.txt']);
  });
});

test('what claims to be a folder and is none is an error, not an empty folder', async () => {
  const repository = createRepository();
  for (const content of ['no folder at all', `40000 a\0${'x'.repeat(19)}`, '\0'.repeat(40)]) {
    repository.write({ content });
    const tree = repository.git('hash-object', '-w', '-t', 'tree', '--literally', 'content');
    const base = await open(repository.git('commit-tree', '-m', 'damaged', tree), repository.folder);
    const failure = await failureOf(base.disk.list(''));
    expect(failure.message).toContain('a folder of the commit cannot be read');
    expect(failure.hint).toContain('git fsck');
  }
});

describe('a link of a commit', () => {
  test('is followed inside the folder, to one file of one identity', async () => {
    const base = await committed({
      'config/a.txt': 'a',
      'config/same.txt': 'a',
      'config/deep/up.txt': { link: '../a.txt' },
      'config/twice.txt': { link: './deep/../deep//up.txt' },
      'config/folder': { link: 'deep' },
      'config/back.txt': { link: '../config/a.txt' },
    });
    const paths = ['a.txt', 'deep/up.txt', 'twice.txt', 'folder/up.txt', 'back.txt'];
    expect(await textsOf(base, paths)).toEqual(paths.map(() => 'a'));
    const identities = await Promise.all(paths.map((path) => identityOf(base, path)));
    expect(identities).toEqual(paths.map(() => 'config/a.txt'));
    expect(await identityOf(base, 'same.txt')).toBe('config/same.txt');
  });

  test('is followed to other folders of the commit', async () => {
    const base = await committed({
      'shared/words.txt': 'shared',
      'config/up.txt': { link: '../shared/words.txt' },
      'config/folder': { link: '..' },
    });
    expect(await textsOf(base, ['up.txt', 'folder/shared/words.txt'])).toEqual(['shared', 'shared']);
  });

  test('is not followed out of the commit, and not to where vocabsync keeps its own', async () => {
    const base = await committed({
      '.vocabsync/a.txt': 'secret',
      '.VocabSync/b.txt': 'secret',
      'config/state.txt': { link: '../.vocabsync/a.txt' },
      'config/State.txt': { link: '../.VocabSync/b.txt' },
      'config/above.txt': { link: '../../../../etc/passwd' },
      'config/absolute.txt': { link: '/etc/passwd' },
      'config/folder': { link: '../..' },
    });
    const paths = ['state.txt', 'State.txt', 'above.txt', 'absolute.txt', 'folder', 'folder/out.txt'];
    expect(await textsOf(base, paths)).toEqual(paths.map(() => 'outside'));
    expect(await namesIn(base, 'folder')).toEqual([]);
  });

  test('with a / at its end leads to a folder or nowhere', async () => {
    const base = await committed({
      'config/a.txt': 'a',
      'config/deep/b.txt': 'b',
      'config/file.txt': { link: 'a.txt/' },
      'config/folder': { link: 'deep/' },
    });
    expect(await textsOf(base, ['file.txt', 'folder/b.txt'])).toEqual([{ code: 'ENOTDIR' }, 'b']);
  });

  test('that leads nowhere or round in a circle is no file', async () => {
    const base = await committed({
      'config/dangling.txt': { link: 'none.txt' },
      'config/self.txt': { link: 'self.txt' },
      'config/one': { link: 'two/x' },
      'config/two': { link: 'one/x' },
    });
    expect(await textOf(base, 'dangling.txt')).toBe('missing');
    const loop = { code: 'ELOOP' };
    expect(await textsOf(base, ['self.txt', 'one', 'two/y'])).toEqual([loop, loop, loop]);
  });

  test('may not be longer than a path can be', async () => {
    const repository = createRepository();
    repository.write({ target: 'a/../'.repeat(2000) });
    const object = repository.git('hash-object', '-w', 'target');
    repository.git('update-index', '--add', '--cacheinfo', `120000,${object},long.txt`);
    repository.git('commit', '-q', '-m', 'a long link');
    const base = await open('HEAD', repository.folder);
    expect(await textOf(base, 'long.txt')).toEqual({ code: 'ENAMETOOLONG' });
  });
});

test('a configuration is read from a commit with its patterns and includes', async () => {
  const { folder, commit, git } = createRepository();
  const directory = join(folder, 'infra', 'hotwords');
  commit({
    'infra/hotwords/vocab.config.yaml':
      'version: 1\naccount: { region: singapore }\nvocabularies: ["**/*.vocab.yaml", inc/../b.yaml]\n',
    'infra/hotwords/lists/药物.vocab.yaml':
      'name: drugs\nprefix: acmedrug\ntarget_model: fun-asr\ninclude: [../inc/words.csv]\n',
    'infra/hotwords/lists/again.vocab.yaml': { link: '药物.vocab.yaml' },
    'infra/hotwords/b.yaml': 'name: b\r\nprefix: acmeb\r\ntarget_model: fun-asr\r\nhotwords: [from b]\r\n',
    'infra/hotwords/inc/words.csv': 'text,weight,lang\n阿司匹林,5,zh\n',
  });
  git('rm', '-q', '-r', '.');
  commit({ 'infra/hotwords/vocab.config.yaml': 'version: 1\n' });
  const { root, folder: inCommit } = await open('HEAD~1', directory);
  const { config, diagnostics, sources } = await readConfig({
    disk: root,
    directory,
    path: `${inCommit}/vocab.config.yaml`,
    named: (path) => path,
  });
  expect(diagnostics).toEqual([]);
  const words = config?.vocabularies.map(({ name, entries }) => [name, entries.map(({ text }) => text)]);
  expect(words).toEqual([
    ['drugs', ['阿司匹林']],
    ['b', ['from b']],
  ]);
  expect([...sources.keys()]).toContain('infra/hotwords/inc/words.csv');
});
