/**
 * How long whole processes take, what of the processor and memory they need, and how often they call the vendor. Measured
 * against the floor under all of them, `node -e 0`, in the same run, so that limits hold on any machine; what goes over HTTP
 * also against its own floor, which is the round trips or the vendor's rate. Exits with 1 when something is over its limit.
 *
 *     node bench/run.mjs [--rounds N] [--only TEXT] [--lists 10,100] [--json FILE] [--cli FILE] [--compare REVISION]
 *
 * --only leaves out what has not the text in its name; --lists the accounts of other sizes (an apply of 1,000 lists takes
 * some ten minutes by the vendor's rate); --compare builds another revision, lets both take turns and tells their ratio.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { diffCases, growthCases, validateCases, versionCase } from './offline.mjs';
import { fewestCalls, floorOf, openAccounts, totalOf } from './online.mjs';
import { median, takeTurns, usageOf } from './processes.mjs';
import { buildRevision } from './revision.mjs';
import { heading, printTable, rowOf } from './table.mjs';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '15' },
    only: { type: 'string', default: '' },
    lists: { type: 'string', default: '10,100,1000' },
    json: { type: 'string', default: 'build/bench.json' },
    cli: { type: 'string', default: 'dist/cli/main.js' },
    compare: { type: 'string' },
  },
});
const rounds = Number(values.rounds);
const isWanted = ({ name }) => name.includes(values.only);
const node = { name: 'node -e 0', args: ['-e', '0'] };

const folder = await mkdtemp(join(tmpdir(), 'vocabsync-bench-'));
try {
  const cli = resolve(values.cli);
  if (values.compare === undefined) await measureAll(cli);
  else await compareWith(values.compare, cli);
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function measureAll(cli) {
  const offline = [
    versionCase(cli),
    ...(await validateCases(cli, folder)),
    ...(await diffCases(cli, folder)),
  ].filter(isWanted);
  const many = offline.filter((one) => one.rounds === 'many');
  const few = offline.filter((one) => one.rounds === 'few');
  const times = await takeTurns([node, ...many], rounds);
  const node_ms = median(times.get(node.name));
  const report = [{ name: node.name, wall_ms: node_ms, ...without(await usageOf(node), 'wall_ms') }];
  for (const one of many) report.push(await asResult(one, median(times.get(one.name)), node_ms));
  for (const one of few) report.push(await asResult(one, null, node_ms));
  limitGrowth(report, { small: 'diff 100 × 500', large: 'diff 1,000 × 500' }, node_ms);
  for (const lists of sizes()) report.push(...(await measureAccounts(cli, lists, node_ms)));
  report.push(...(await measureGrowth(cli, node_ms)));
  printTable([heading, ...report.map((result) => rowOf(result, node_ms))]);
  await keep(report, node_ms);
  if (report.some(({ limit }) => limit?.kept === false)) process.exitCode = 1;
}

function sizes() {
  return values.lists.split(',').filter(Boolean).map(Number);
}

/** @param wall_ms null: only as often as the processor time is measured */
async function asResult(one, wall_ms, node_ms) {
  const usage = await usageOf(one);
  const result = { name: one.name, ...usage, ...(wall_ms === null ? {} : { wall_ms }) };
  return { ...result, ...limited(one.limit, result, { node_ms, waiting: 0 }) };
}

/** A limit is a number of times `node -e 0`, beside what has to be waited for; the most memory may be limited too. */
function limited(limit, { wall_ms, peak_mb }, { node_ms, waiting }) {
  if (limit === undefined) return {};
  const times = limit.times >= 10 ? limit.times.toFixed(0) : limit.times;
  const text = [
    waiting === 0 ? `${times}×` : `${waiting} ms + ${times}×`,
    ...(limit.peak_mb === undefined ? [] : [`${limit.peak_mb} MB`]),
  ].join(', ');
  const kept = wall_ms <= waiting + limit.times * node_ms && peak_mb <= (limit.peak_mb ?? peak_mb);
  return { limit: { text, kept } };
}

/**
 * Small accounts one after the other, in turns. In larger ones the vendor's rate makes each command wait for seconds or
 * minutes, so all of them run side by side, once.
 */
async function measureAccounts(cli, lists, node_ms) {
  const latencies = [0, 100, 300];
  const measure = (latency) => measureAccount(cli, { lists, latency }, node_ms);
  if (lists >= 100) return (await Promise.all(latencies.map(measure))).flat();
  const results = [];
  for (const latency of latencies) results.push(...(await measure(latency)));
  return results;
}

async function measureAccount(cli, size, node_ms) {
  const account = await openAccounts(cli, folder, size);
  try {
    const cases = account.cases.filter(isWanted);
    if (size.lists >= 100) return await Promise.all(cases.map((one) => measureOnline(one, node_ms)));
    const times = await takeTurns(cases, Math.ceil(rounds / 3));
    const results = [];
    for (const one of cases) results.push(await measureOnline(one, node_ms, median(times.get(one.name))));
    return results;
  } finally {
    await account.stop();
  }
}

/** @param wall_ms left out: that of the run in which the calls are counted */
async function measureOnline(one, node_ms, wall_ms) {
  const { usage, calls } = await one.once();
  const waiting = floorOf(one, calls);
  const total = totalOf(calls);
  const result = {
    name: one.name,
    ...usage,
    ...(wall_ms === undefined ? {} : { wall_ms }),
    calls: total,
    floor_ms: node_ms + waiting,
  };
  const speed = limited(one.limit, result, { node_ms, waiting });
  return { ...result, ...(speed.limit === undefined ? fewest(one, total) : speed) };
}

function fewest(one, total) {
  const most = fewestCalls(one);
  return { limit: { text: `${most} calls`, kept: total <= most } };
}

/** How the time above the floor grows: ten times as much, some ten times the time. */
async function measureGrowth(cli, node_ms) {
  const cases = (await growthCases(cli, folder)).filter(isWanted);
  if (cases.length === 0) return [];
  const times = await takeTurns(
    cases.flatMap(({ small, large }) => [small, large]),
    3,
  );
  const timeOf = ({ name }) => median(times.get(name));
  return cases.map(({ name, of, small, large }) => {
    const factor = (timeOf(large) - node_ms) / (timeOf(small) - node_ms);
    return { name, wall_ms: timeOf(large), limit: growthLimit(factor, of) };
  });
}

/** Ten times the lists, some ten times the time above the floor. */
function limitGrowth(report, { small, large }, node_ms) {
  const [less, more] = [small, large].map((name) => report.find((one) => one.name === name));
  if (less !== undefined && more !== undefined)
    more.limit = growthLimit((more.wall_ms - node_ms) / (less.wall_ms - node_ms), small);
}

function growthLimit(factor, of) {
  return { text: `12× of ${of}, is ${factor.toFixed(1)}×`, kept: factor <= 12 };
}

/** Both revisions do the same in turns; the median of the ratios of neighbouring runs is told, not the ratio of medians. */
async function compareWith(revision, cli) {
  const other = await buildRevision(revision, folder);
  try {
    const pairs = await Promise.all(
      [cli, other.cli].map(async (program, index) => {
        const place = join(folder, String(index));
        const cases = [
          versionCase(program),
          ...(await validateCases(program, place)),
          ...(await diffCases(program, place)),
        ];
        return cases.filter(isWanted).filter((one) => one.rounds === 'many');
      }),
    );
    const [mine, theirs] = pairs.map((cases, side) =>
      cases.map((one) => ({ ...one, name: `${side} ${one.name}` })),
    );
    const times = await takeTurns(
      mine.flatMap((one, index) => [one, theirs[index]]),
      rounds,
    );
    const rows = mine.map(({ name }, index) => {
      const [own, others] = [times.get(name), times.get(theirs[index].name)];
      const ratios = own.map((time, round) => time / others[round]);
      return [
        name.slice(2),
        `${Math.round(median(own))} ms`,
        `${Math.round(median(others))} ms`,
        median(ratios).toFixed(3),
      ];
    });
    printTable([['case', 'here', revision, 'ratio'], ...rows]);
  } finally {
    await other.remove();
  }
}

async function keep(results, node_ms) {
  if (values.json === '') return;
  await mkdir(dirname(resolve(values.json)), { recursive: true });
  const machine = { node: process.version, cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length };
  await writeFile(
    resolve(values.json),
    `${JSON.stringify({ machine, date: today(), node_ms, results }, null, 2)}\n`,
  );
}

function today() {
  return new Date().toISOString().slice(0, 10);
}

function without(object, key) {
  const { [key]: _, ...rest } = object;
  return rest;
}
