import { chmodSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FormattedFile } from '../../src/cli/formatting/read-files.js';
import { writeFiles } from '../../src/cli/formatting/write-files.js';
import { key, openRepository, type Repository } from './repository.js';

const untidy = {
  config: 'vocabularies:\n- words/*.yaml\nversion:   1\naccount: {region: singapore}\n',
  words: "hotwords: [ b,a ]\nname: 'm'\nprefix: acmem\ntarget_model: fun-asr\ninclude: [more.yaml, x.csv]\n",
  more: '-   c\n',
};
const tidy = {
  config: 'version: 1\naccount: { region: singapore }\nvocabularies:\n  - words/*.yaml\n',
  words: 'name: m\nprefix: acmem\ntarget_model: fun-asr\nhotwords: [b, a]\ninclude: [more.yaml, x.csv]\n',
  more: '- c\n',
};

function files(of: typeof untidy) {
  return {
    'vocab.config.yaml': of.config,
    'words/m.yaml': of.words,
    'words/more.yaml': of.more,
    'words/x.csv': 'text , weight\nd,5\n',
    'other.yaml': 'hotwords:   [z]\n',
  };
}

function read({ directory }: Repository, file: string): string {
  return readFileSync(join(directory, file), 'utf8');
}

/** Every list of words would be one of the vocabularies, too. */
const config = (text: string) => text.replace('words/*.yaml', 'words/m.yaml');
const before = files({ ...untidy, config: config(untidy.config) });
const after = files({ ...tidy, config: config(tidy.config) });

describe('vocabsync fmt', () => {
  it('formats the configuration and every YAML file that it names, and nothing else', async () => {
    const repository = await openRepository(before);
    const { code, stdout, stderr } = await repository.vocabsync('fmt');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(`~ vocab.config.yaml  changed: first at line 1
~ words/m.yaml       changed: first at line 1
~ words/more.yaml    changed: first at line 1

Format: 3 files changed
`);
    for (const file of ['vocab.config.yaml', 'words/m.yaml', 'words/more.yaml'] as const)
      expect(read(repository, file)).toBe(after[file]);
    expect(read(repository, 'words/x.csv')).toBe(before['words/x.csv']);
    expect(read(repository, 'other.yaml')).toBe(before['other.yaml']);
    expect((await repository.vocabsync('fmt --check')).code).toBe(0);
    expect((await repository.vocabsync('fmt')).stdout).toContain('Format: 3 files unchanged');
  });

  it('formats another configuration, and the files that are named', async () => {
    const repository = await openRepository({
      ...before,
      'b.config.yaml': untidy.config.replace('words/*', 'words/m*'),
    });
    expect((await repository.vocabsync('fmt -c b.config.yaml --check')).stdout).toContain('b.config.yaml');
    const { code, stdout } = await repository.vocabsync('fmt words/more.yaml other.yaml ./other.yaml');
    expect(code).toBe(0);
    expect(stdout).toContain('2 files changed');
    expect(read(repository, 'other.yaml')).toBe('hotwords: [z]\n');
    expect(read(repository, 'words/m.yaml')).toBe(before['words/m.yaml']);
  });

  it('checks, writes nothing, and ends with 2 when there is work', async () => {
    const repository = await openRepository({ ...before, 'words/more.yaml': tidy.more });
    const { code, stdout } = await repository.vocabsync('fmt --check');
    expect(code).toBe(2);
    expect(stdout).toBe(`~ vocab.config.yaml  would change: first at line 1
~ words/m.yaml       would change: first at line 1
= words/more.yaml    unchanged

Format: 2 files would change, 1 unchanged

Next:
  $ vocabsync fmt
`);
    expect(read(repository, 'words/m.yaml')).toBe(before['words/m.yaml']);
    const json = JSON.parse((await repository.vocabsync('fmt --check --format json')).stdout) as object;
    expect(json).toMatchObject({
      kind: 'fmt',
      dry_run: true,
      files: [{ path: 'vocab.config.yaml', action: 'change' }, {}, { action: 'keep' }],
    });
    expect((await repository.vocabsync('fmt --check --format github')).stdout).toContain(
      '::error file=words/m.yaml,line=1',
    );
    expect((await repository.vocabsync('fmt --check --sort words/m.yaml')).stdout).toContain(
      '$ vocabsync fmt --sort words/m.yaml',
    );
  });

  it('sorts hotwords only when asked', async () => {
    const repository = await openRepository(after);
    await repository.vocabsync('fmt');
    expect(read(repository, 'words/m.yaml')).toContain('hotwords: [b, a]');
    await repository.vocabsync('fmt --sort');
    expect(read(repository, 'words/m.yaml')).toContain('hotwords: [a, b]');
  });

  it('keeps permissions and links, and takes off a byte-order mark', async () => {
    const repository = await openRepository({ ...before, 'real.yaml': `\ufeff${tidy.words}` });
    const real = join(repository.directory, 'real.yaml');
    chmodSync(real, 0o666);
    symlinkSync('real.yaml', join(repository.directory, 'link.yaml'));
    expect((await repository.vocabsync('fmt link.yaml')).stdout).toContain('link.yaml  changed');
    expect(readFileSync(real, 'utf8')).toBe(tidy.words);
    expect(statSync(real).mode & 0o777).toBe(0o666);
  });
});

describe('what fmt cannot format', () => {
  it('is said as validate says it, and nothing is written of the rest', async () => {
    const repository = await openRepository({ ...before, 'words/m.yaml': 'name: [\n' });
    const { code, stdout } = await repository.vocabsync('fmt');
    expect(code).toBe(3);
    expect(stdout).toContain('error[yaml-syntax]');
    expect(stdout).toContain('--> words/m.yaml:2:1');
    expect(stdout).toContain('= words/m.yaml       left alone: it has errors');
    expect(stdout).toContain('~ vocab.config.yaml  would change');
    expect(read(repository, 'vocab.config.yaml')).toBe(before['vocab.config.yaml']);
    expect((await repository.vocabsync('fmt --check')).code).toBe(3);
  });

  it.each([
    ['a missing configuration', 'fmt -c none.yaml', 'error[config-missing]: there is no file none.yaml'],
    ['a missing file', 'fmt none.yaml', 'error[file-missing]: there is no file none.yaml'],
    ['a folder', 'fmt words', 'error[file-unreadable]: words is a folder'],
    ['another format', 'fmt words/x.csv', 'error[usage]: fmt writes YAML, and words/x.csv is none'],
    ['a file that is not ours', 'fmt ci.yaml', 'error[fmt-unknown-file]'],
    ['no UTF-8', 'fmt gbk.yaml', 'error[not-utf8]'],
    ['a link out of the work tree', 'fmt out.yaml', 'error[path-outside]'],
    ['a key', 'fmt secret.yaml', 'error[key-in-config]'],
    ['stdin beside a file', 'fmt - other.yaml', 'error[usage]: - stands for stdin'],
    ['stdin that is not there', 'fmt -', 'error[usage]: there is nothing to read from stdin'],
  ])('%s', async (_what, args, said) => {
    const repository = await openRepository({
      ...before,
      'ci.yaml': 'on: push\njobs: {}\n',
      'gbk.yaml': Buffer.from([0xc8, 0xc8]),
      'secret.yaml': `hotwords:   [a]\nowner: ${key}\n`,
    });
    const outside = await openRepository({ 'a.yaml': untidy.words });
    symlinkSync(join(outside.directory, 'a.yaml'), join(repository.directory, 'out.yaml'));
    const { code, stdout, stderr } = await repository.vocabsync(args);
    expect(stdout + stderr).toContain(said);
    expect(stdout + stderr).not.toContain(key);
    expect(code).toBe(3);
    expect(read(outside, 'a.yaml')).toBe(untidy.words);
  });

  it.skipIf(process.getuid?.() === 0)(
    'is a file that cannot be written: what was written before is said, and the exit code is 6',
    async () => {
      const repository = await openRepository(before);
      chmodSync(join(repository.directory, 'words/m.yaml'), 0o444);
      const { code, stdout, stderr } = await repository.vocabsync('fmt');
      expect(stderr).toContain('error[file-unwritable]');
      expect(stdout).toContain('~ vocab.config.yaml  changed');
      expect(stdout).toContain('= words/m.yaml       left alone: not written');
      expect(code).toBe(6);
      expect(read(repository, 'words/more.yaml')).toBe(before['words/more.yaml']);
    },
  );
});

describe('fmt -', () => {
  it('writes what it reads from stdin to stdout, and nothing else', async () => {
    const { vocabsync } = await openRepository({});
    expect(await vocabsync('fmt -', { input: untidy.words })).toEqual({
      code: 0,
      stdout: tidy.words,
      stderr: '',
    });
    expect((await vocabsync('fmt - --sort', { input: untidy.words })).stdout).toContain('[a, b]');
  });

  it('says on stderr what is wrong with it, and writes nothing', async () => {
    const { vocabsync } = await openRepository({});
    const { code, stdout, stderr } = await vocabsync('fmt -', { input: 'name: [' });
    expect(stderr).toContain('--> stdin:1:8');
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect((await vocabsync('fmt -', { input: Buffer.from([0xc8]) })).code).toBe(3);
  });

  it('checks it', async () => {
    const { vocabsync } = await openRepository({});
    const { code, stdout } = await vocabsync('fmt - --check', { input: untidy.words });
    expect(stdout).toContain('~ stdin  would change: first at line 1');
    expect(code).toBe(2);
    expect((await vocabsync('fmt - --check', { input: tidy.words })).code).toBe(0);
  });

  it('refuses a form that would be in the way of the text', async () => {
    const { vocabsync } = await openRepository({});
    expect((await vocabsync('fmt - --format json', { input: tidy.words })).code).toBe(3);
  });
});

describe('a file that somebody saves meanwhile', () => {
  it('is left alone, and nothing is written after it', async () => {
    const repository = await openRepository(before);
    const path = (file: string) => join(repository.directory, file);
    const file = (name: keyof typeof before, text: string): FormattedFile => ({
      path: name,
      present: { identity: path(name), bytes: Buffer.from(text), text },
      formatted: { text: after[name], keepsOrder: false },
    });
    const { outcomes, failure } = await writeFiles([
      file('vocab.config.yaml', before['vocab.config.yaml']),
      file('words/m.yaml', 'hotwords: [what was read]\n'),
      file('words/more.yaml', before['words/more.yaml']),
    ]);
    expect(failure).toMatchObject({ code: 'conflict' });
    expect(outcomes.map(({ action }) => action)).toEqual(['change', 'leave', 'leave']);
    expect(read(repository, 'vocab.config.yaml')).toBe(after['vocab.config.yaml']);
    expect(read(repository, 'words/m.yaml')).toBe(before['words/m.yaml']);
    expect(read(repository, 'words/more.yaml')).toBe(before['words/more.yaml']);
  });
});
