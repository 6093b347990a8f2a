/**
 * Changes the program in thousands of small ways, one at a time, and tells which of them no test of the same room notices:
 *
 *     node scripts/mutation.mjs [FILE …]
 *
 * Only what has changed since the last time is tried again (build/mutation/incremental.json). It takes hours from
 * scratch, so its tools are installed only here, beside the others, and no check waits for it.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

const version = '9.6.1';
const root = join(import.meta.dirname, '..');
// Inside node_modules, so that the runner finds the vitest that the tests import.
const home = join(root, 'node_modules/.mutation');
const program = join(home, 'node_modules/@stryker-mutator/core/bin/stryker.js');

if (!existsSync(program)) {
  mkdirSync(home, { recursive: true });
  const tools = ['core', 'vitest-runner'].map((name) => `@stryker-mutator/${name}@${version}`);
  const args = ['install', '--prefix', home, '--legacy-peer-deps', '--no-audit', '--no-fund', ...tools];
  execFileSync('npm', args, { stdio: 'inherit' });
}
const files = process.argv.slice(2).flatMap((file) => ['--mutate', file]);
const { status } = spawnSync(process.execPath, [program, 'run', ...files], { cwd: root, stdio: 'inherit' });
process.exitCode = status ?? 1;
