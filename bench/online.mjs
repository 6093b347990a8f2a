import { join } from 'node:path';
import { fill, startCounter, startEmulator } from './account.mjs';
import { writeInput } from './inputs.mjs';
import { usageOf } from './processes.mjs';

const words = 500;
/** Requests that the client sends at once before it keeps to its rate, and the vendor's rate a second, as documented. */
const burst = 20;
const rate = 10;

/** What a plan of ten lists at 100 ms a call may take beside its round trips, as multiples of `node -e 0`. */
const limits = { 'plan 10 × 500, 100 ms': { times: 3 } };

/**
 * Accounts with so many lists behind so much latency, and the commands that are measured against them: `plan` and `drift`
 * find theirs as the configuration wants it; `apply` has one of its own, in which it turns a word of each list to and fro.
 */
export async function openAccounts(cli, folder, { lists, latency }) {
  const folders = await Promise.all(
    [0, 1].map((turn) =>
      writeInput(join(folder, `account-${lists}-${latency}-${turn}`), { form: 'CSV', lists, words, turn }),
    ),
  );
  const [cwd] = folders;
  const start = () => startEmulator(cli, { cwd, latency, quota: Math.max(10, lists) });
  const [steady, turning] = await Promise.all([start(), start()]);
  await Promise.all([steady, turning].map(({ url }) => fill(url, { lists, words })));
  const suffix = `${lists.toLocaleString('en')} × ${words}, ${latency} ms`;
  let turns = 0;
  const turned = () => join(folders[++turns % 2], 'vocab.config.yaml');
  const commands = [
    { command: 'plan', account: steady, args: (url) => [cli, 'plan', '--quiet', '--endpoint', url] },
    { command: 'drift', account: steady, args: (url) => [cli, 'drift', '--quiet', '--endpoint', url] },
    {
      command: 'apply',
      account: turning,
      args: (url) => [cli, 'apply', '--yes', '--quiet', '--endpoint', url, '-c', turned()],
    },
  ];
  const inARow = {
    command: 'in a row',
    account: steady,
    args: (url) => [join(import.meta.dirname, 'in-a-row.mjs'), url],
  };
  const cases = [...commands, ...(lists === 10 ? [inARow] : [])].map(({ command, account, args }) => {
    const name = `${command} ${suffix}`;
    const once = () => measuredOnce(args, { url: account.url, cwd });
    const limit = limits[name];
    return { name, command, lists, latency, limit, args: () => args(account.url), cwd, once };
  });
  return { cases, stop: () => Promise.all([steady.stop(), turning.stop()]) };
}

/** One run behind an observer, which also delays it a little: what it took, and its calls by action. */
async function measuredOnce(args, { url, cwd }) {
  const counter = await startCounter(url);
  try {
    const usage = await usageOf({ args: () => args(counter.url), cwd }, { rounds: 1 });
    return { usage, calls: counter.calls };
  } finally {
    counter.stop();
  }
}

/** The time under which no program can be, in ms: round trips one after the other, or the documented rate. */
export function floorOf({ command, latency }, calls) {
  const listings = calls.list_vocabulary ?? 0;
  // The last page, which is empty, and the queries need not wait for each other. An update is read, written and read.
  const trips = listings + (command === 'apply' ? 3 : 0);
  return Math.max(trips * latency, (Math.max(0, totalOf(calls) - burst) / rate) * 1000);
}

export function totalOf(calls) {
  return Object.values(calls).reduce((sum, count) => sum + count, 0);
}

/** The fewest calls that a command can do with: see docs/performance.md. */
export function fewestCalls({ command, lists }) {
  const full = Math.ceil(lists / 50);
  // An empty page is the end. A listing of several pages is read twice: a list that goes meanwhile moves another out of sight.
  const listing = (full + 1) * (full > 1 ? 2 : 1);
  // An apply plans before and after; an update is read before and until it is OK.
  return command === 'apply' ? 2 * (listing + lists) + 3 * lists : listing + lists;
}
