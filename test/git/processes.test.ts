import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { VocabError } from '../../src/model/errors.js';
import {
  createRepository,
  type Environment,
  failureOf,
  open,
  temporaryFolder,
  textOf,
  writeProgram,
} from './repository.js';

const git = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();

/** An environment in which cat-file runs this script first, or instead if it exits. */
function withCatFile(script: string): Environment {
  const folder = temporaryFolder();
  const text = `case " $* " in *' cat-file '*) ${script} ;; esac\nexec '${git}' "$@"`;
  writeProgram(join(folder, 'git'), text);
  return { PATH: `${folder}:${process.env['PATH']}` };
}

function repositoryWithFiles(amount: number): string {
  const { folder, commit } = createRepository();
  commit(Object.fromEntries(Array.from({ length: amount }, (_, index) => [`${index}.txt`, `${index}`])));
  return folder;
}

describe('the files of a commit', () => {
  test('are all read by one process, which is started for the first', async () => {
    const log = join(temporaryFolder(), 'log');
    const base = await open('HEAD', repositoryWithFiles(100), {
      env: withCatFile(`echo started >> '${log}'`),
    });
    expect(existsSync(log)).toBe(false);
    for (let index = 0; index < 100; index++) expect(await textOf(base, `${index}.txt`)).toBe(`${index}`);
    expect(readFileSync(log, 'utf8')).toBe('started\n');
  });

  const hash = '0'.repeat(40);
  test.each([
    ['before it answers', "echo 'fatal: out of memory' >&2; exit 128"],
    ['within its answer', `printf '${hash} tree 400\\nabc'; echo 'fatal: out of memory' >&2; exit 128`],
    ['within the first line of its answer', `printf '${hash} tr'; echo 'fatal: out of memory' >&2; exit 128`],
  ])('cannot be read when git ends %s', async (_when, script) => {
    const base = await open('HEAD', repositoryWithFiles(1), { env: withCatFile(script) });
    for (let attempt = 1; attempt <= 2; attempt++) {
      const failure = await failureOf(base.disk.read('0.txt'));
      expect(failure.message).toBe('git stopped while files of the commit were read: out of memory');
      expect(failure.hint).toContain('git fsck');
    }
  });
});

describe('a commit that is closed', () => {
  test('early leaves nobody waiting', async () => {
    const base = await open('HEAD', repositoryWithFiles(1), { env: withCatFile('exec cat > /dev/null') });
    const waiting = failureOf(base.disk.read('0.txt'));
    await new Promise(setImmediate);
    await base.close();
    expect((await waiting).message).toContain('git stopped');
  });

  test('gives nothing any more, and may be closed again', async () => {
    const base = await open('HEAD', repositoryWithFiles(1));
    expect(await textOf(base, '0.txt')).toBe('0');
    await base.close();
    await base.close();
    await expect(base.disk.read('0.txt')).rejects.toThrow('closed');
  });
});

describe('an interruption', () => {
  const reason = new VocabError('interrupted', 'somebody pressed a key');

  test('ends what is being read, with its own reason', async () => {
    const controller = new AbortController();
    const base = await open('HEAD', repositoryWithFiles(1), {
      env: withCatFile('exec cat > /dev/null'),
      interruption: controller.signal,
    });
    const waiting = base.disk.read('0.txt');
    controller.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    await expect(base.disk.read('0.txt')).rejects.toBe(reason);
  });

  test('leaves nothing to be read afterwards', async () => {
    const controller = new AbortController();
    const base = await open('HEAD', repositoryWithFiles(1), { interruption: controller.signal });
    controller.abort(reason);
    await expect(base.disk.read('0.txt')).rejects.toBe(reason);
  });

  test('ends the search for the commit, with its own reason', async () => {
    const folder = repositoryWithFiles(1);
    await expect(open('HEAD', folder, { interruption: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});
