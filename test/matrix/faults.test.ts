import pLimit from 'p-limit';
import { describe, expect, it } from 'vitest';
import { type Fault, type FaultKind, faultKinds, spellFault } from '../../src/emulator/faults.js';
import { type FaultyRun, playFault, positionsOf } from './play-fault.js';
import type { Position } from './position.js';

const runs: readonly FaultyRun[] = [
  { name: 'an apply', retire: false, parallelism: 1, deploy_ms: 500 },
  { name: 'an apply with ten steps at once', retire: false, parallelism: 10, deploy_ms: 0 },
  { name: 'an apply --retire', retire: true, parallelism: 1, deploy_ms: 500 },
];

const single = await Promise.all(runs.map(async (run) => ({ run, positions: await positionsOf(run) })));

/** The whole account from each request on, and each action from its first request on. */
const lasting = single.slice(0, 1).map(({ run, positions }) => ({
  run,
  positions: [
    ...positions.map((_, skip): Position => ({ action: 'any', skip })),
    ...positions.filter(({ skip }) => skip === 0),
  ],
}));

for (const { run, positions } of single) {
  const cases = positions.length * faultKinds.length;
  describe(`${run.name} on a full account that fails once (${cases} cases)`, () => {
    it.each(faultKinds)('overcomes it and keeps every promise, whichever request meets %s', async (kind) => {
      expect(await play(run, faultsAt(positions, { kind, count: 1 }))).toEqual([]);
    });
  });
}

for (const { run, positions } of lasting) {
  const cases = positions.length * faultKinds.length;
  describe(`${run.name} on a full account that fails from some request on (${cases} cases)`, () => {
    it.each(faultKinds)(
      'keeps every promise and is made good by the next, whichever request is the first to meet %s',
      async (kind) => {
        expect(await play(run, faultsAt(positions, { kind, count: 1000 }))).toEqual([]);
      },
    );
  });
}

/** Cases played at once: some of them wait for answers that never come. */
const limit = pLimit(16);

function faultsAt(
  positions: readonly Position[],
  what: { readonly kind: FaultKind; readonly count: number },
): Fault[] {
  return positions.map((position) => ({ ...position, ...what }));
}

/** Each breach with its fault as `--fault` has it: `create:cut-after@2` is the second create. */
async function play(run: FaultyRun, faults: readonly Fault[]): Promise<string[]> {
  const played = faults.map((fault) =>
    limit(async () => {
      const found = await playFault(run, fault).catch((error: unknown) => [String(error)]);
      return found.map((breach) => `${spellFault(fault)}: ${breach}`);
    }),
  );
  return (await Promise.all(played)).flat();
}
