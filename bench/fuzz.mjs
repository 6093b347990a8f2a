/**
 * Reads what no one should write: mutated and made-up configurations, words in every form, plan files, backups, documents and
 * answers of a server. None may end in anything but an answer or an error that is understood, or take a second.
 *
 *     node bench/fuzz.mjs [--runs N] [--seed FROM] [--only TARGET] [--most N]
 *     node bench/fuzz.mjs --growth [--only TARGET]
 *
 * An input is made of its target and seed alone. Run I reads the input of seed FROM + I, of each target in turn; it says how
 * far it has come, so that what was ended can go on with --seed. Each failing input is told with the line that plays it again;
 * after --most of them it ends. With --growth, inputs of two sizes tell whether time grows faster than they do. Exits with 1
 * when there was anything.
 */
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    most: { type: 'string', default: '10' },
    growth: { type: 'boolean', default: false },
  },
});
const [runs, from, most] = [values.runs, values.seed, values.most].map(Number);

const bundle = resolve('build/fuzz/all.mjs');
await mkdir(resolve('build/fuzz'), { recursive: true });
await build({
  entryPoints: ['test/fuzz/all.ts'],
  outfile: bundle,
  bundle: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  sourcemap: 'inline',
  logLevel: 'warning',
});
process.setSourceMapsEnabled(true);
const { growthOf, names, play, shapes, spell } = await import(pathToFileURL(bundle).href);

const chosen = values.only === undefined ? names : [values.only];
await (values.growth ? measureGrowth() : readMany());

async function measureGrowth() {
  for (const shape of shapes.filter(({ target }) => chosen.includes(target))) {
    const started = performance.now();
    const growth = await growthOf(shape);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const verdict =
      growth === null ? 'grows with it' : `8 times as much takes ${growth.toFixed(0)} times as long`;
    console.log(`${shape.target}, ${shape.name}: ${verdict} (${seconds} s)`);
    if (growth !== null) process.exitCode = 1;
  }
}

async function readMany() {
  const started = performance.now();
  const slowest = new Map();
  let failed = 0;
  let told = started;
  let seed = from;
  for (; seed < from + runs && failed < most; seed++) {
    const target = chosen[seed % chosen.length];
    const played = await play(target, seed);
    if (played.ms > (slowest.get(target)?.ms ?? 0)) slowest.set(target, played);
    if (played.problems.length > 0) {
      failed++;
      console.log(spell(played));
    }
    if (performance.now() - told > 30_000) {
      told = performance.now();
      console.error(`${seed + 1 - from} of ${runs} inputs, ${failed} failed; go on with --seed ${seed + 1}`);
    }
  }
  const seconds = (performance.now() - started) / 1000;
  console.log(`${seed - from} inputs in ${seconds.toFixed(0)} s, ${failed} failed; the next seed is ${seed}`);
  for (const [target, played] of slowest) {
    console.log(`  the slowest of ${target}: ${played.ms.toFixed(0)} ms, seed ${played.seed}`);
  }
  if (failed > 0) process.exitCode = 1;
}
