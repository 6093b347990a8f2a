/**
 * Everything a change must pass. The package comes before the tests, since packing builds dist, and tests run what is in there;
 * the static checks need neither, and go on beside both.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';

const beside = ['check:types', 'check:lint', 'check:dead', 'check:format'];
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));

// Nothing here asks anybody outside, and Node reads the certificates anew in each process: a third of its time.
const { NODE_EXTRA_CA_CERTS: _certificates, ...others } = process.env;
const env = { ...others, PATH: [resolve('node_modules/.bin'), others.PATH].join(delimiter) };

const failed = [];
const statics = inTurn(beside);
await run('check:package', 'inherit');
await run('test', 'inherit');
for (const { name, output } of await statics) process.stdout.write(`\n> ${name}\n${output}`);
if (failed.length > 0) console.error(`\nfailed: ${failed.join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;

async function inTurn(names) {
  const done = [];
  for (const name of names) done.push({ name, output: await run(name, 'pipe') });
  return done;
}

/** As `npm run` does it, whose own start takes longer than some of these. Resolves to what it printed, if that is kept for later. */
function run(name, stdio) {
  return new Promise((done) => {
    const script = spawn(scripts[name], { shell: true, env, stdio: ['ignore', stdio, stdio] });
    const output = [];
    for (const stream of [script.stdout, script.stderr]) stream?.on('data', (data) => output.push(data));
    script.on('close', (code) => {
      if (code !== 0) failed.push(name);
      done(Buffer.concat(output).toString());
    });
  });
}
