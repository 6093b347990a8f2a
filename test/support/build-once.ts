import { execFile } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const project = join(import.meta.dirname, '../..');

/** Builds dist for the tests that run the program as its users do, unless what is there is newer than its sources. */
export async function setup(): Promise<void> {
  const sources = ['src', 'scripts', 'package.json'].map((path) => join(project, path));
  const newest = Math.max(...(await Promise.all(sources.map(lastChange))));
  const built = await stat(join(project, 'dist/cli/main.js')).catch(() => null);
  if (built !== null && built.mtimeMs > newest) return;
  await promisify(execFile)(process.execPath, ['scripts/build.mjs'], { cwd: project });
}

/** Of a file, or of all in a folder. */
async function lastChange(path: string): Promise<number> {
  const own = await stat(path);
  if (!own.isDirectory()) return own.mtimeMs;
  const inner = (await readdir(path)).map((name) => lastChange(join(path, name)));
  return Math.max(own.mtimeMs, ...(await Promise.all(inner)));
}
