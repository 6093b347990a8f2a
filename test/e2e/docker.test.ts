import { execFileSync, spawnSync } from 'node:child_process';
import { chmod, chown, cp, mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDockerfile, type Stage, valuesOf } from '../ci-examples/dockerfile.js';
import { project } from '../ci-examples/read-example.js';
import { isWhole } from '../support/sample.js';
import { config, temporaryFolder, writeInto } from '../support/world.js';

/* There is no Docker where the tests run. What its file says is read, and what it does outside of Alpine is done. */

const [build, image] = readDockerfile() as [Stage, Stage];

/** What `.dockerignore` lets in. */
async function context(): Promise<string[]> {
  const lines = (await readFile(join(project, '.dockerignore'), 'utf8')).split('\n');
  return lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
}

/** The folder /src of the build, after its instructions. */
async function buildIn(folder: string): Promise<void> {
  const allowed = await context();
  for (const { name, rest } of build.instructions) {
    const words = rest.split(' ');
    if (name === 'COPY') {
      for (const source of words.slice(0, -1)) {
        expect(allowed).toContain(source);
        await cp(join(project, source), join(folder, source), { recursive: true });
      }
    }
    // The packages that it would install are there, and so is what this very script has made of these sources.
    if (rest === 'npm ci') await symlink(join(project, 'node_modules'), join(folder, 'node_modules'));
    else if (rest === 'node scripts/build.mjs' && !isWhole)
      await cp(join(project, 'dist'), join(folder, 'dist'), { recursive: true });
    else if (name === 'RUN') execFileSync('/bin/sh', ['-c', rest], { cwd: folder, stdio: 'pipe' });
  }
}

/** The files of the program as the image has them. */
async function programOf(): Promise<string> {
  const [source, target] = [await temporaryFolder(), await temporaryFolder()];
  await buildIn(source);
  for (const copy of valuesOf(image, 'COPY').filter((rest) => rest.includes(' /src/'))) {
    const [, from = '', to = ''] = copy.split(' ');
    const at = to.endsWith('/') ? join(to, from.split('/').at(-1)!) : to;
    await cp(from.replace('/src', source), join(target, at), { recursive: true });
  }
  for (const folder of [source, target]) await chmod(folder, 0o755);
  return target;
}

describe('the image', () => {
  it('is built in a stage of its own, and has neither npm nor packages', () => {
    expect([build.name, image.name]).toEqual(['build', null]);
    expect(image.image).toMatch(/^alpine:\d/);
    // The libraries of one release fit the other.
    expect(build.image.replace('node:24-alpine', '')).toBe(image.image.replace('alpine:', ''));
    expect(valuesOf(image, 'RUN').join('\n')).not.toMatch(/\bnpm\b/);
    expect(valuesOf(image, 'COPY').join('\n')).not.toContain('node_modules');
  });

  it('runs the program, as nobody who is root, in the folder that is mounted', () => {
    expect(valuesOf(image, 'USER')).toEqual(['1000:1000']);
    expect(valuesOf(image, 'WORKDIR')).toEqual(['/work']);
    expect(valuesOf(image, 'ENTRYPOINT')).toEqual(['["vocabsync"]']);
    const order = image.instructions.map(({ name }) => name);
    expect(order.lastIndexOf('RUN')).toBeLessThan(order.indexOf('USER'));
  });

  it('takes in nothing that it is not built of', async () => {
    const ignore = await readFile(join(project, '.dockerignore'), 'utf8');
    expect(ignore.split('\n').filter((line) => line !== '' && !/^[#!]/.test(line))).toEqual(['*']);
    const copied = [
      ...valuesOf(build, 'COPY'),
      ...valuesOf(image, 'COPY').filter((rest) => !rest.startsWith('--from')),
    ].flatMap((rest) => rest.split(' ').slice(0, -1));
    expect((await context()).toSorted()).toEqual([...new Set(copied)].toSorted());
  });

  it('has a program that runs with a read-only root and somebody else’s files, but for .vocabsync', async () => {
    const root = await programOf();
    const link = valuesOf(image, 'RUN').find((rest) => rest.includes('ln -s'))!;
    const main = join(root, /ln -s (\S+)/.exec(link)![1]!);
    const work = await temporaryFolder();
    await writeInto(work, 'vocab.config.yaml', config({ medical: ['alpha'] }));
    await mkdir(join(work, '.vocabsync'));
    const isRoot = process.getuid?.() === 0;
    const nobody = isRoot ? { uid: 65_534, gid: 65_534 } : {};
    if (isRoot) await chown(join(work, '.vocabsync'), 65_534, 65_534);
    await chmod(work, 0o555);
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [main, ...args], {
        cwd: work,
        env: { TMPDIR: join(work, 'nowhere') },
        encoding: 'utf8',
        ...nobody,
      });
    expect(run('validate')).toMatchObject({ status: 0, stderr: '' });
    expect(run('schema', 'config').status).toBe(0);
    expect(run('plan', '--endpoint', 'emulator', '--detailed-exitcode').status).toBe(2);
    expect(run('apply', '--yes', '--endpoint', 'emulator')).toMatchObject({ status: 0 });
    expect(run('drift', '--endpoint', 'emulator').status).toBe(0);
    expect((await readdir(work)).toSorted()).toEqual(['.vocabsync', 'vocab.config.yaml']);
    expect(await readdir(root)).toEqual(['opt']);
    // Where it is refused, it says so.
    const refused = run('init', '--yes', '--dir', 'new');
    expect(refused.status).toBe(3);
    expect(refused.stderr).toMatch(/cannot write new: EACCES.*; nothing was written/);
    await chmod(work, 0o755);
  });
});
