/**
 * Looks at the tarball that would be published: its manifest (publint), its types (attw), that the command in it runs
 * with nothing installed beside it, and that the library loads by its name. `npm pack` builds first.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const shown = { stdio: 'inherit' };
const folder = mkdtempSync(join(tmpdir(), 'vocabsync-package-'));

try {
  const tarball = pack(folder);
  execFileSync('npx', ['publint', 'run', tarball, '--strict'], shown);
  execFileSync('npx', ['attw', tarball, '--profile', 'esm-only', '--no-emoji', '--no-summary'], shown);
  checkCommand(tarball, folder);
  execFileSync(process.execPath, ['--input-type=module', '--eval', "await import('vocabsync')"], shown);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function pack(destination) {
  execFileSync('npm', ['pack', '--silent', '--pack-destination', destination], shown);
  return join(destination, `vocabsync-${version}.tgz`);
}

function checkCommand(tarball, destination) {
  execFileSync('tar', ['-xzf', tarball, '-C', destination], shown);
  const command = join(destination, 'package/dist/cli/main.js');
  const printed = execFileSync(command, ['--version'], { encoding: 'utf8' }).trim();
  if (printed !== version) throw new Error(`the packed command says it is ${printed}, not ${version}`);
}
