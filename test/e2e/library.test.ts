import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeInto } from '../support/world.js';
import { compile, execute, installPackage, packedFiles } from './package.js';

/* The programs of docs/library.md, run as by somebody who has installed the package. */

const project = join(import.meta.dirname, '../..');
const page = await readFile(join(project, 'docs/library.md'), 'utf8');

interface Program {
  readonly file: string;
  readonly text: string;
}

/** Those of the page, by the name in their first line. */
const programs: readonly Program[] = [...page.matchAll(/^```js\n\/\/ (\S+)\n(.*?)^```$/gms)].map(
  ([, file = '', text = '']) => ({ file, text }),
);

describe.each([
  { kind: 'strict TypeScript', extension: '.ts' },
  { kind: 'plain JavaScript', extension: '.js' },
])('the programs of docs/library.md, as $kind', ({ extension }) => {
  let folder: string;
  beforeAll(async () => {
    folder = await installPackage(join(project, 'examples/14-ids'));
    await writeInto(folder, 'package.json', '{ "type": "module", "private": true }');
    for (const { file, text } of programs) {
      await writeInto(folder, file.replace(/\.js$/, extension), text);
    }
    if (extension === '.ts')
      await compile(
        folder,
        programs.map(({ file }) => file.replace(/\.js$/, extension)),
      );
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('check, plan and show', async () => {
    const { code, stdout, stderr } = await execute(process.execPath, ['review.js'], folder);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^Valid: 3 lists with 6 hotwords/);
    expect(stdout).toContain('### vocabsync plan');
    expect(await readFile(join(folder, 'plan.html'), 'utf8')).toMatch(/^<!doctype html>/i);
    expect(code).toBe(0);
  });

  it('apply what was approved, and nothing else', async () => {
    const stale = await execute(process.execPath, ['deploy.js', 'vs2:sha256:0'], folder);
    expect(stale.stderr).toContain('error[plan-stale]');
    expect(stale.code).toBe(5);
    const { digest } = JSON.parse(await readFile(join(folder, 'plan.json'), 'utf8'));
    const { code, stdout, stderr } = await execute(process.execPath, ['deploy.js', digest], folder);
    expect(stderr).toBe('');
    expect(stdout).toContain('The account is as the configuration wants it.');
    const [, id] = /VOCAB_WARD_DICTATION_ID=(vocab-acmemed-\w+)/.exec(stdout) ?? [];
    expect(id).toBeDefined();
    expect(await readFile(join(folder, 'build/vocabularies.json'), 'utf8')).toContain(id);
    expect(code).toBe(0);
  });

  it('have an account of their own in a test', async () => {
    const before = await readFile(join(folder, 'build/vocabularies.json'), 'utf8');
    const { code, stdout } = await execute(process.execPath, ['--test', 'recognition.test.js'], folder);
    expect(stdout).toMatch(/pass 1$/m);
    expect(code).toBe(0);
    expect(await readFile(join(folder, 'build/vocabularies.json'), 'utf8')).toBe(before);
  });
});

describe('the packed package', () => {
  it('holds what its users need, and nothing else', async () => {
    const files = await packedFiles();
    const kinds = new Set(files.map(kindOf));
    expect([...kinds].sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'README.zh-CN.md',
      'dist/THIRD-PARTY-NOTICES.txt',
      'dist/cli/*.js',
      'dist/cli/package.json',
      'dist/index.js',
      'dist/library/*.js',
      'dist/types/*.d.ts',
      'package.json',
      'schemas/*.schema.json',
    ]);
  });

  it('has the declarations of the library, and none that nothing leads to', async () => {
    const files = await packedFiles();
    expect(files).toContain('dist/types/index.d.ts');
    expect(files).toContain('dist/types/library/apply.d.ts');
    expect(
      files.filter((file) => /^dist\/types\/(?:cli|action|documents|config\/schema)\//.test(file)),
    ).toEqual([]);
  });
});

function kindOf(file: string): string {
  return file
    .replace(/^(dist\/(?:cli|library))\/[^/]+\.js$/, '$1/*.js')
    .replace(/^dist\/types\/.+\.d\.ts$/, 'dist/types/*.d.ts')
    .replace(/^schemas\/[^/]+\.schema\.json$/, 'schemas/*.schema.json');
}
