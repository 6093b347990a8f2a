import { spawn } from 'node:child_process';
import { once } from 'node:events';

const disturbing = /^(?:NODE_|VOCABSYNC_|(?:https?|all|no)_proxy$)/i;

/** What a measured process gets: nothing that slows Node's start (NODE_EXTRA_CA_CERTS: 50 ms) or leads it elsewhere. */
export const environment = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !disturbing.test(name))),
  DASHSCOPE_API_KEY: 'bench',
};

/** Runs node with the arguments and resolves to its wall time in milliseconds. Rejects unless it exits with 0. */
export async function run(args, { cwd, env = environment } = {}) {
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
 * The median wall time of every command, by name. The commands take turns, so that whatever else the machine does
 * meets all of them alike.
 */
export async function medianTimes(commands, rounds) {
  const times = Object.fromEntries(commands.map(({ name }) => [name, []]));
  for (const { args, cwd } of commands) await run(args, { cwd });
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, args, cwd } of commands) times[name].push(await run(args, { cwd }));
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]));
}

function median(numbers) {
  const sorted = numbers.toSorted((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
