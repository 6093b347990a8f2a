/**
 * Everything a change must pass. The static checks leave a core idle, so the tests run beside them; only the package
 * comes first, since packing builds dist, and tests run what is in there.
 */
import { spawn } from 'node:child_process';

const first = ['check:package'];
const beside = ['check:format', 'check:lint', 'check:types', 'check:dead'];

const failed = [];
for (const name of first) await run(name, 'inherit');
const statics = inTurn(beside);
await run('test', 'inherit');
for (const { name, output } of await statics) process.stdout.write(`\n> ${name}\n${output}`);
if (failed.length > 0) console.error(`\nfailed: ${failed.join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;

async function inTurn(names) {
  const done = [];
  for (const name of names) done.push({ name, output: await run(name, 'pipe') });
  return done;
}

/** Resolves to what it printed, if that is kept for later. */
function run(name, stdio) {
  return new Promise((resolve) => {
    const script = spawn('npm', ['run', '--silent', name], { stdio: ['ignore', stdio, stdio] });
    const output = [];
    for (const stream of [script.stdout, script.stderr]) stream?.on('data', (data) => output.push(data));
    script.on('close', (code) => {
      if (code !== 0) failed.push(name);
      resolve(Buffer.concat(output).toString());
    });
  });
}
