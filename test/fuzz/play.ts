import { chanceOf } from '../support/chance.js';
import type { Content } from './read-config.js';
import { targets } from './targets.js';

/** What came of one input. */
export interface Played {
  readonly target: string;
  readonly seed: number;
  readonly content: Content;
  /** Empty when all is well. */
  readonly problems: readonly string[];
  readonly ms: number;
}

export const names: readonly string[] = Object.keys(targets);

/** The longest that one input may take, in milliseconds. */
const longest_ms = 1000;

/** Plays the input of a seed, the same whenever it is asked for. */
export async function play(target: string, seed: number): Promise<Played> {
  const once = await playOnce(target, seed);
  if (once.ms <= longest_ms) return once;
  // The machine may have had something else to do.
  const again = [await playOnce(target, seed), await playOnce(target, seed)];
  const ms = Math.min(once.ms, ...again.map((each) => each.ms));
  const slow = ms > longest_ms ? [`it took ${Math.round(ms)} ms`] : [];
  return { ...once, ms, problems: [...once.problems, ...slow] };
}

async function playOnce(target: string, seed: number): Promise<Played> {
  const found = targets[target];
  if (found === undefined) throw new RangeError(`there is no target ${target}, only ${names.join(', ')}`);
  const chance = chanceOf(seed);
  const content = found.draw(chance);
  const watch = startWatch();
  const problems = await found.play(content, chance).catch((error: unknown) => [stackOf(error)]);
  return { target, seed, content, problems, ms: watch() };
}

/** The time that passed, or what this process had of the processor since, where a busy machine gave it less. */
function startWatch(): () => number {
  const [start, used] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(used);
    return Math.min(performance.now() - start, (user + system) / 1000);
  };
}

/** Nothing that is read may lead to an exception that is not understood. */
function stackOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}\n${error.stack}` : String(error);
}

/** For people who shall look into it. */
export function spell({ target, seed, content, problems }: Played): string {
  const shown = typeof content === 'string' ? JSON.stringify(content) : Buffer.from(content).toString('hex');
  return [
    `${target}, seed ${seed}: ${problems.join('; ')}`,
    `  again: npm run fuzz -- --only ${target} --seed ${seed} --runs 1`,
    `  input: ${shown}`,
  ].join('\n');
}
