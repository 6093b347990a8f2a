import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const disturbing = /^(?:NODE_|VOCABSYNC_|(?:https?|all|no)_proxy$)/i;

/** What a measured process gets: nothing that slows Node's start (NODE_EXTRA_CA_CERTS: 50 ms) or leads it elsewhere. */
export const environment = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !disturbing.test(name))),
  DASHSCOPE_API_KEY: 'bench',
};

/** Runs node with the arguments and resolves to its wall time in milliseconds. Rejects unless it exits with 0. */
async function run(args, { cwd, env = environment } = {}) {
  const start = performance.now();
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (chunk) => {
    complaint += chunk;
  });
  const [code] = await once(child, 'close');
  const elapsed = performance.now() - start;
  if (code !== 0) throw new Error(`node ${args.join(' ')} exited with ${code}:\n${complaint}`);
  return elapsed;
}

/**
 * The wall times of every command, by name. The commands take turns, so that whatever else the machine does meets all
 * of them alike.
 */
export async function takeTurns(commands, rounds) {
  const times = new Map(commands.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, args, cwd } of commands) {
      const elapsed = await run(argsOf(args), { cwd });
      // The first warms the disk's cache.
      if (round > 0) times.get(name).push(elapsed);
    }
  }
  return times;
}

/** Processor time in ms and the most memory ever held in MB, the medians of a few runs. */
export async function usageOf({ args, cwd }, { rounds = 3 } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'vocabsync-usage-'));
  try {
    const all = [];
    for (let round = 0; round < rounds; round += 1) {
      all.push(await runWithUsage(argsOf(args), { cwd, file: join(folder, `${round}.json`) }));
    }
    return {
      wall_ms: median(all.map(({ wall_ms }) => wall_ms)),
      cpu_ms: median(all.map(({ cpu_ms }) => cpu_ms)),
      peak_mb: median(all.map(({ peak_mb }) => peak_mb)),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runWithUsage(args, { cwd, file }) {
  const preload = join(import.meta.dirname, 'usage.cjs');
  const env = { ...environment, BENCH_USAGE_FILE: file };
  const wall_ms = await run(['--require', preload, ...args], { cwd, env });
  return { wall_ms, ...JSON.parse(await readFile(file, 'utf8')) };
}

/** A command may have other arguments each time, so that an apply has something to do. */
function argsOf(args) {
  return typeof args === 'function' ? args() : args;
}

export function median(numbers) {
  const sorted = numbers.toSorted((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
