import { describe, expect, it } from 'vitest';
import { faultKinds } from '../../src/emulator/faults.js';
import { oneIn } from '../support/sample.js';
import { faultsAt, playAll } from './play-all.js';
import { type FaultyRun, positionsOf } from './play-fault.js';
import type { Position } from './position.js';

const run: FaultyRun = { name: 'an apply', retire: false, parallelism: 1, deploy_ms: 500 };
const requests = await positionsOf(run);

/** The whole account from some request on, and each action from its first request on. */
const positions: readonly Position[] = [
  ...oneIn(
    40,
    requests.map((_, skip): Position => ({ action: 'any', skip })),
  ),
  ...requests.filter(({ skip }) => skip === 0),
];

/** Each kind fails from two of them on, other kinds from others, unless all are tried. */
const cases = faultKinds.map((kind, index) => ({
  kind,
  met: oneIn(Math.ceil(positions.length / 2), positions, index),
}));
const count = cases.reduce((sum, { met }) => sum + met.length, 0);

describe(`an apply on a full account that fails from some request on (${count} cases)`, () => {
  it.each(cases)(
    'keeps every promise and is made good by the next, whichever request is the first to meet $kind',
    async ({ kind, met }) => {
      expect(await playAll(run, faultsAt(met, { kind, count: 1000 }))).toEqual([]);
    },
    180_000,
  );
});
