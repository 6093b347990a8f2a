import pLimit from 'p-limit';
import { type Fault, type FaultKind, spellFault } from '../../src/emulator/faults.js';
import { type FaultyRun, playFault } from './play-fault.js';
import type { Position } from './position.js';

/** Cases played at once: some of them wait for answers that never come. */
const limit = pLimit(16);

export function faultsAt(
  positions: readonly Position[],
  what: { readonly kind: FaultKind; readonly count: number },
): Fault[] {
  return positions.map((position) => ({ ...position, ...what }));
}

/** Each breach with its fault as `--fault` has it: `create:cut-after@2` is the second create. */
export async function playAll(run: FaultyRun, faults: readonly Fault[]): Promise<string[]> {
  const played = faults.map((fault) =>
    limit(async () => {
      const found = await playFault(run, fault).catch((error: unknown) => [String(error)]);
      return found.map((breach) => `${spellFault(fault)}: ${breach}`);
    }),
  );
  return (await Promise.all(played)).flat();
}
