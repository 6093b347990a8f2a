import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TransportFailure } from '../../src/model/errors.js';
import type { Transport } from '../../src/model/ports.js';
import { anySteadyScenario } from './any-scenario.js';
import { type Account, contents, contentsInPeace, openAccount, openClient } from './client.js';
import { holds } from './holds.js';

const anyDeath = fc.record({
  scenario: anySteadyScenario,
  /** Requests that are answered. */
  requests: fc.nat(40),
  /** Whether the next one is still carried out. */
  isLastHeard: fc.boolean(),
});

describe('an apply that dies between any two requests', () => {
  it('leaves an account that the next apply brings to where one in peace would have', () =>
    holds(anyDeath, async ({ scenario, requests, isLastHeard }) => {
      const account = await openAccount(scenario);
      if ((await openClient(account).plan()).blocked.length > 0) return;
      await applyUntilDeath(account, { requests, isLastHeard });
      const client = openClient(account);
      const next = await client.plan();
      expect(next.blocked).toEqual([]);
      await client.carryOut(next);
      expect(await contents(account)).toEqual(await contentsInPeace(scenario));
    }));
});

type Death = Pick<typeof anyDeath extends fc.Arbitrary<infer T> ? T : never, 'requests' | 'isLastHeard'>;

async function applyUntilDeath(account: Account, death: Death): Promise<void> {
  const dying = openClient(account, (transport) => cutOff(transport, death));
  try {
    await dying.carryOut(await dying.plan());
  } catch (error) {
    if (!(error instanceof Error)) throw error;
  }
}

/** From some request on there is no answer any more: to the account it is the same as a process that was killed. */
function cutOff(transport: Transport, { requests, isLastHeard }: Death): Transport {
  let sent = 0;
  return async (request) => {
    sent += 1;
    if (sent <= requests) return transport(request);
    if (sent === requests + 1 && isLastHeard) await transport(request);
    throw new TransportFailure('sent', 'killed');
  };
}
