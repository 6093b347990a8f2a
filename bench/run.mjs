/**
 * How long whole processes take, measured against the floor under them, `node -e 0`, in the same run: limits are
 * multiples of that floor and hold on any machine. Exits with 1 when something is over its limit.
 *
 *     node bench/run.mjs [--rounds N] [--cli FILE]
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startCounter, startEmulator } from './account.mjs';
import { formNames, writeInput, writeLongList } from './inputs.mjs';
import { environment, medianTimes, run } from './processes.mjs';
import { printTable } from './table.mjs';

const latency = 100;
const roundTrips = 2;

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '15' },
    cli: { type: 'string', default: 'dist/cli/main.js' },
  },
});
const cli = resolve(values.cli);
const folder = await mkdtemp(join(tmpdir(), 'vocabsync-bench-'));
try {
  const results = await measure();
  printTable([['case', 'measured', '× node -e 0', 'limit', ''], ...results.map(toRow)]);
  if (results.some(isOver)) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function measure() {
  const [text, csv, yaml] = await Promise.all(
    ['text', 'csv', 'yaml'].map((form) => writeInput(join(folder, form), form)),
  );
  const emulator = await startEmulator(cli, { cwd: text, latency: `${latency}ms` });
  try {
    await run([cli, 'apply', '--yes', '--endpoint', emulator.url], { cwd: text });
    const plan = (url) => ({ args: [cli, 'plan', '--detailed-exitcode', '--endpoint', url], cwd: text });
    return [
      ...(await measureTimes({ text, csv, yaml, plan: plan(emulator.url) })),
      ...(await measureCalls(plan, emulator.url)),
      await measureMemory(plan(emulator.url)),
      ...(await measureGrowth()),
    ];
  } finally {
    await emulator.stop();
  }
}

async function measureTimes({ text, csv, yaml, plan }) {
  const cases = [
    { name: '--version', args: [cli, '--version'], times: 2.2 },
    { name: 'validate, text includes', args: [cli, 'validate'], cwd: text, times: 6 },
    { name: 'validate, CSV includes', args: [cli, 'validate'], cwd: csv, times: 6 },
    { name: 'validate, block YAML', args: [cli, 'validate'], cwd: yaml, times: 20 },
    { name: `plan, ${latency} ms a call`, ...plan, times: 8, waiting: roundTrips * latency },
  ];
  const medians = await medianTimes([{ name: 'floor', args: ['-e', '0'] }, ...cases], Number(values.rounds));
  const { floor } = medians;
  const results = cases.map(({ name, times, waiting = 0 }) => {
    const limitText = waiting === 0 ? `${times}×` : `${waiting} ms + ${times}×`;
    return { name, value: medians[name], unit: 'ms', limit: waiting + times * floor, limitText, floor };
  });
  return [{ name: 'node -e 0', value: floor, unit: 'ms', limit: Infinity, limitText: '', floor }, ...results];
}

/** In a run of its own: what counts the calls also delays them. */
async function measureCalls(plan, url) {
  const counter = await startCounter(url);
  const { args, cwd } = plan(counter.url);
  await run(args, { cwd });
  counter.stop();
  const { list_vocabulary, query_vocabulary, ...others } = counter.calls;
  const other = Object.values(others).reduce((sum, calls) => sum + calls, 0);
  return [
    { name: 'plan, list calls', value: list_vocabulary, unit: '', limit: 2 },
    { name: 'plan, query calls', value: query_vocabulary, unit: '', limit: 10 },
    { name: 'plan, other calls', value: other, unit: '', limit: 0 },
  ];
}

/** How the time grows with the length of a list, for every form of words: ten times the words, some ten times the time. */
async function measureGrowth() {
  const lengths = [10_000, 100_000];
  const cases = [];
  for (const form of formNames) {
    for (const length of lengths) {
      const cwd = await writeLongList(join(folder, `${form}${length}`), form, length);
      cases.push({ name: `${form} ${length}`, args: [cli, 'validate', '--quiet'], cwd });
    }
  }
  const medians = await medianTimes([{ name: 'floor', args: ['-e', '0'] }, ...cases], 5);
  const above = (form, length) => medians[`${form} ${length}`] - medians.floor;
  return formNames.map((form) => ({
    name: `100,000 words against 10,000, ${form}`,
    value: above(form, lengths[1]) / above(form, lengths[0]),
    unit: '×',
    limit: 12,
  }));
}

async function measureMemory({ args, cwd }) {
  const file = join(folder, 'peak-memory');
  const preload = join(import.meta.dirname, 'peak-memory.cjs');
  await run(['--require', preload, ...args], { cwd, env: { ...environment, BENCH_PEAK_MEMORY_FILE: file } });
  const kilobytes = Number(await readFile(file, 'utf8'));
  return { name: 'plan, peak memory', value: kilobytes / 1024, unit: 'MB', limit: 130 };
}

function toRow(result) {
  const { name, value, unit, floor, limit, limitText = `${limit} ${unit}`.trim() } = result;
  const ratio = floor === undefined ? '' : `${(value / floor).toFixed(1)}×`;
  return [name, `${Math.round(value)} ${unit}`.trim(), ratio, limitText, isOver(result) ? 'over' : 'ok'];
}

// Not `value > limit`: what was never measured has not kept its limit.
function isOver({ value, limit }) {
  return !(value <= limit);
}
