import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FaultKind, faultActions, faultKinds } from '../../src/emulator/faults.js';
import { isVocabError } from '../../src/model/errors.js';
import { anySteadyScenario } from './any-scenario.js';
import { type Account, contents, contentsInPeace, openAccount, openClient } from './client.js';
import { holds } from './holds.js';

/** Without those that nothing but a deadline ends. */
const endingKinds = faultKinds.filter((kind): kind is FaultKind => !kind.startsWith('hang'));

const anyTrouble = fc.record({
  scenario: anySteadyScenario,
  faults: fc.array(
    fc.record({
      kind: fc.constantFrom(...endingKinds),
      action: fc.constantFrom(...faultActions),
      skip: fc.nat(6),
      count: fc.integer({ min: 1, max: 3 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
});

describe('an apply whose requests fail and whose answers are lost', () => {
  it('makes no list twice, and the next apply ends where one in peace would have', () =>
    holds(anyTrouble, async ({ scenario, faults }) => {
      const account = await openAccount(scenario);
      if ((await openClient(account).plan()).blocked.length > 0) return;
      account.emulator.change({ faults });
      await applyIfPossible(account);
      account.emulator.change({ faults: [] });
      const made = await keysMade(account);
      expect(made).toEqual([...new Set(made)]);
      const client = openClient(account);
      const next = await client.plan();
      expect(next.blocked).toEqual([]);
      await client.carryOut(next);
      expect(await contents(account)).toEqual(await contentsInPeace(scenario));
    }));
});

async function applyIfPossible(account: Account): Promise<void> {
  const client = openClient(account);
  try {
    await client.carryOut(await client.plan());
  } catch (error) {
    if (!isVocabError(error)) throw error;
  }
}

/** One for each list that was not there at the start. */
async function keysMade({ emulator, scenario }: Account): Promise<string[]> {
  const old = new Set(scenario.seeds.map(({ vocabulary_id }) => vocabulary_id));
  const made = (await emulator.account()).filter(({ vocabulary_id }) => !old.has(vocabulary_id));
  return made.map(({ prefix, target_model }) => `${prefix}@${target_model}`);
}
