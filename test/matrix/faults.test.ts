import { describe, expect, it } from 'vitest';
import { faultKinds } from '../../src/emulator/faults.js';
import { oneIn } from '../support/sample.js';
import { faultsAt, playAll } from './play-all.js';
import { type FaultyRun, positionsOf } from './play-fault.js';

const runs: readonly (FaultyRun & { readonly stride: number })[] = [
  { name: 'an apply', retire: false, parallelism: 1, deploy_ms: 500, stride: 2 },
  { name: 'an apply with ten steps at once', retire: false, parallelism: 10, deploy_ms: 0, stride: 8 },
  { name: 'an apply --retire', retire: true, parallelism: 1, deploy_ms: 500, stride: 6 },
];

const played = await Promise.all(runs.map(async (run) => ({ run, positions: await positionsOf(run) })));

for (const { run, positions } of played) {
  // Where a run takes one in so many, each kind meets other requests.
  const cases = faultKinds.map((kind, index) => ({
    kind,
    met: oneIn(10 * run.stride, positions, index * run.stride),
  }));
  const count = cases.reduce((sum, { met }) => sum + met.length, 0);
  describe(`${run.name} on a full account that fails once (${count} cases)`, () => {
    it.each(cases)(
      'overcomes it and keeps every promise, whichever request meets $kind',
      async ({ kind, met }) => {
        expect(await playAll(run, faultsAt(met, { kind, count: 1 }))).toEqual([]);
      },
    );
  });
}
