/**
 * The installation, the demo and the whole suite on every supported Node, each in a fresh clone of the last commit:
 *
 *     node scripts/test-nodes.mjs [VERSION …]
 *
 * The other Nodes come from the npm registry, as the packages that `npm i node` itself takes its program from.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const versions = process.argv.length > 2 ? process.argv.slice(2) : ['20', '22', '24', '26'];
const folder = mkdtempSync(join(tmpdir(), 'vocabsync-nodes-'));
// A test runs this Node as somebody else, who must get at it.
chmodSync(folder, 0o755);
try {
  const rows = versions.map(tryVersion);
  for (const { version, step, seconds } of rows) {
    console.log(`${version.padEnd(10)} ${step ?? 'all done'} in ${seconds} s`);
  }
  if (rows.some(({ step }) => step !== null)) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @returns the step that failed, null when none did */
function tryVersion(major) {
  const start = Date.now();
  const node = install(major);
  const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
  const clone = join(folder, `clone-${major}`);
  execFileSync('git', ['clone', '--quiet', root, clone]);
  const npm = (...args) => runWith(node, [npmProgram(), ...args], clone);
  const failed = [
    { name: 'npm ci', works: () => isClean(npm('ci', '--no-audit', '--no-fund')) },
    { name: 'npm run demo', works: () => npm('run', 'demo').status === 0 },
    { name: 'npm test', works: () => npm('test').status === 0 },
  ].find(({ name, works }) => {
    console.log(`${version}: ${name}`);
    return !works();
  });
  rmSync(clone, { recursive: true, force: true });
  return {
    version,
    step: failed === undefined ? null : `${failed.name} failed`,
    seconds: Math.round((Date.now() - start) / 1000),
  };
}

/** A package that this Node is too old or too new for is only warned of, and breaks somebody later. */
function isClean({ status, stderr }) {
  return status === 0 && !stderr.includes('EBADENGINE');
}

function install(major) {
  const place = join(folder, `node-${major}`);
  mkdirSync(place);
  writeFileSync(join(place, 'package.json'), '{}');
  const name = `node-${process.platform}-${process.arch}`;
  const { status, stderr } = runWith(
    process.execPath,
    [npmProgram(), 'install', '--no-audit', '--no-fund', '--no-save', `${name}@${major}`],
    place,
  );
  if (status !== 0) throw new Error(`Node ${major} could not be installed:\n${stderr}`);
  return join(place, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** Runs with this Node as `node` for everything that is started from there. */
function runWith(node, args, cwd) {
  // npm tells its children where node is, and the outer one would win.
  const { NODE: _, npm_node_execpath: _node, npm_execpath: _npm, ...rest } = process.env;
  const env = { ...rest, PATH: `${dirname(node)}${delimiter}${rest.PATH ?? ''}` };
  const result = spawnSync(node, args, { cwd, env, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (result.status !== 0) console.log(`${result.stdout}\n${result.stderr}`.slice(-8000));
  return result;
}

/** That of the npm which started this, else the one beside this Node. */
function npmProgram() {
  const inherited = process.env.npm_execpath;
  if (inherited?.endsWith('npm-cli.js')) return inherited;
  const beside = join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js');
  if (existsSync(beside)) return beside;
  return execFileSync('npm', ['root', '--global'], { encoding: 'utf8' }).trim().concat('/npm/bin/npm-cli.js');
}
