/**
 * Changes the program in thousands of small ways, one at a time, and tells which of them no test of the same room notices:
 *
 *     node scripts/mutation.mjs [FILE …]
 *
 * Only what has changed since the last time is tried again (build/mutation/incremental.json). From scratch it takes some ten
 * minutes, so its tool is installed only here, beside the others, and no check waits for it. How the tests are run:
 * bench/mutation/runner.mjs; why the rest goes unnoticed: bench/mutation/argued.json. Exits with 1 when that has no reason
 * for one.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judge, renderJudgement } from '../bench/mutation/judge.mjs';

const version = '9.6.1';
const root = join(import.meta.dirname, '..');
const home = join(root, 'node_modules/.mutation');
const program = join(home, 'node_modules/@stryker-mutator/core/bin/stryker.js');

if (!existsSync(program)) {
  mkdirSync(home, { recursive: true });
  const tool = `@stryker-mutator/core@${version}`;
  const args = ['install', '--prefix', home, '--legacy-peer-deps', '--no-audit', '--no-fund', tool];
  execFileSync('npm', args, { stdio: 'inherit' });
}
// The tool takes one list: of an option that is given twice, it heeds the last.
const files = process.argv.slice(2).join(',');
const chosen = files === '' ? [] : ['--mutate', files];
const { status } = spawnSync(process.execPath, [program, 'run', ...chosen], { cwd: root, stdio: 'inherit' });
process.exitCode = status ?? 1;
if (status === 0) {
  const [report, argued] = ['build/mutation/report.json', 'bench/mutation/argued.json'].map(readJson);
  const judgement = judge(report, argued);
  process.stdout.write(`${renderJudgement(judgement, argued)}\n`);
  if (judgement.unargued.length > 0) process.exitCode = 1;
}

function readJson(path) {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}
