import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rename, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { isWhole } from '../support/sample.js';
import { writeInto } from '../support/world.js';

const project = join(import.meta.dirname, '../..');
const tsc = join(project, 'node_modules/typescript/bin/tsc');

/** A copy of a folder in which the packed package is installed, with its dependencies linked from here: no network. */
export async function installPackage(source: string): Promise<string> {
  const tarball = await packed();
  const folder = await mkdtemp(join(tmpdir(), 'vocabsync-installed-'));
  const shipped = (path: string) => !['.vocabsync', 'build'].includes(basename(path));
  await cp(source, folder, { recursive: true, filter: shipped });
  const modules = join(folder, 'node_modules');
  await mkdir(modules);
  await succeed('tar', ['-xzf', tarball, '-C', modules], folder);
  await rename(join(modules, 'package'), join(modules, 'vocabsync'));
  const { dependencies } = JSON.parse(await readFile(join(project, 'package.json'), 'utf8'));
  for (const name of [...Object.keys(dependencies), '@types/node']) {
    await mkdir(dirname(join(modules, name)), { recursive: true });
    await symlink(join(project, 'node_modules', name), join(modules, name), 'junction');
  }
  return folder;
}

/** What is published, by path. */
export async function packedFiles(): Promise<readonly string[]> {
  const listed = await succeed('tar', ['-tzf', await packed()], project);
  return listed
    .trim()
    .split('\n')
    .map((path) => path.replace(/^package\//, ''));
}

let tarball: Promise<string> | undefined;

/** Packs once. The scripts of the package would build anew, under the feet of the other tests. */
function packed(): Promise<string> {
  tarball ??= (async () => {
    await declare();
    const folder = await mkdtemp(join(tmpdir(), 'vocabsync-packed-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    const args = ['pack', '--ignore-scripts', '--offline', '--silent', '--pack-destination', folder];
    return join(folder, (await succeed('npm', args, project)).trim());
  })();
  return tarball;
}

/** Checks programs as strictly as can be, and puts JavaScript beside them. */
export async function compile(folder: string, files: readonly string[]): Promise<void> {
  const compilerOptions = {
    target: 'ES2023',
    lib: ['ES2023'],
    module: 'NodeNext',
    moduleResolution: 'NodeNext',
    types: ['node'],
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noPropertyAccessFromIndexSignature: true,
    verbatimModuleSyntax: true,
    // Not of the package either is anything taken on trust, nor of Node, which takes longer than all the rest.
    skipLibCheck: !isWhole,
  };
  await writeInto(folder, 'tsconfig.json', JSON.stringify({ compilerOptions, files }));
  await succeed(process.execPath, [tsc, '-p', folder], folder);
}

/** `npm run build` writes the declarations too; what only made the program has not. */
async function declare(): Promise<void> {
  const built = await stat(join(project, 'dist/index.js'));
  const declared = await stat(join(project, 'dist/types/index.d.ts')).catch(() => null);
  if (declared !== null && declared.mtimeMs >= built.mtimeMs) return;
  await succeed(process.execPath, [tsc, '-p', 'tsconfig.build.json'], project);
  await succeed(process.execPath, ['scripts/prune-types.mjs'], project);
}

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end, with nothing of the environment of the tests. */
export function execute(command: string, args: readonly string[], cwd: string): Promise<Ended> {
  const env = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '' };
  return new Promise((resolve) => {
    execFile(command, args, { cwd, env }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), stdout, stderr }),
    );
  });
}

async function succeed(command: string, args: readonly string[], cwd: string): Promise<string> {
  const { code, stdout, stderr } = await execute(command, args, cwd);
  if (code === 0) return stdout;
  throw new Error(`${command} ${args.join(' ')} ended with ${code}\n${stdout}${stderr}`);
}
