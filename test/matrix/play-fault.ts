import type { Fault } from '../../src/emulator/faults.js';
import { VocabError } from '../../src/model/errors.js';
import { createHttpWorld, type HttpWorld } from '../support/http-world.js';
import { breaches } from './breaches.js';
import { falseClaims } from './false-claims.js';
import { config, lists, retired, settled, unlessHolding } from './full-account.js';
import { isAt, type Position, positionsIn } from './position.js';

/** The run that meets the fault. */
export interface FaultyRun {
  readonly name: string;
  /** Whether it is the second run of a change of model, the one that takes the superseded list away. */
  readonly retire: boolean;
  /** Steps at once. */
  readonly parallelism: number;
  /** How long a written list takes to be `OK`, in milliseconds. */
  readonly deploy_ms: number;
}

/** Every request that the run makes when nothing goes wrong. */
export async function positionsOf(run: FaultyRun): Promise<Position[]> {
  const world = await openWorld(run);
  const { requests } = world.emulator;
  const from = requests.length;
  // One step at a time, since side by side a listing may find its pages shifted and start again.
  await world.apply({ ...run, parallelism: 1 }).finally(world.close);
  return positionsIn(requests.slice(from));
}

/** Lets the run meet the fault, runs again without it, and tells in sentences what was not as promised. */
export async function playFault(run: FaultyRun, fault: Fault): Promise<string[]> {
  const world = await openWorld(run);
  try {
    return [
      ...(await meet(world, run, fault)),
      ...(await recover(world, run)),
      ...breaches({ history: world.history, requests: world.emulator.requests }),
    ];
  } finally {
    await world.close();
  }
}

async function openWorld({ retire, deploy_ms }: FaultyRun): Promise<HttpWorld> {
  const world = await createHttpWorld({ config, lists, switches: { deploy_ms } });
  if (retire) await world.apply();
  return world;
}

/** One fault alone is overcome by the run itself; of what lasts, the run must at least tell the truth. */
async function meet({ apply, emulator }: HttpWorld, run: FaultyRun, fault: Fault): Promise<string[]> {
  const before = await emulator.account();
  const from = emulator.requests.length;
  emulator.change({ faults: [fault] });
  const result = await apply({ ...run, ...patienceWith(fault) }).catch(nullIfUnderstood);
  emulator.change({ faults: [] });
  const after = await emulator.account();
  const met = emulator.requests.slice(from).filter(({ action }) => isAt(fault, action));
  const overcome = result?.steps.every(({ status }) => status === 'done') && result.converged;
  return [
    ...(met.length > fault.skip ? [] : ['the run made no such request']),
    ...(result === null ? [] : falseClaims(result, { before, after })),
    ...(result?.converged ? unlessHolding(after, run.retire ? retired : settled) : []),
    ...(overcome || fault.count > 1 ? [] : ['the run did not overcome it']),
  ];
}

/** An answer that never comes is not waited for long; one that is late because the machine is busy, is. */
function patienceWith({ kind }: Fault): { readonly timeout_ms?: number } {
  return kind === 'hang' || kind === 'hang-after' ? { timeout_ms: 400 } : {};
}

/** A run may end before it has begun, but only for a reason it understands. */
function nullIfUnderstood(error: unknown): null {
  if (error instanceof VocabError) return null;
  throw error;
}

async function recover(world: HttpWorld, { retire }: FaultyRun): Promise<string[]> {
  return [
    ...(retire ? [] : await applyAgain(world, { retire: false }, settled)),
    ...(await applyAgain(world, { retire: true }, retired)),
    ...(await stayIdle(world)),
  ];
}

async function applyAgain(
  { apply, emulator }: HttpWorld,
  turn: { readonly retire: boolean },
  wanted: readonly string[],
): Promise<string[]> {
  const { converged } = await apply(turn);
  const problems = unlessHolding(await emulator.account(), wanted);
  return converged ? problems : ['the run after it did not converge', ...problems];
}

async function stayIdle({ apply, history }: HttpWorld): Promise<string[]> {
  const changes = history.length;
  const { steps } = await apply();
  return steps.length === 0 && history.length === changes
    ? []
    : ['a run with nothing left to do did something'];
}
