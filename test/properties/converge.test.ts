import { describe, expect, it } from 'vitest';
import type { Plan, Step } from '../../src/model/plan.js';
import { anyScenario, anySteadyScenario } from './any-scenario.js';
import { contents, openAccount, openClient } from './client.js';
import { holds } from './holds.js';
import type { Scenario } from './scenario.js';
import { wordsKey } from './stored-words.js';

describe('for any desired state and any account', () => {
  it('a plan after an apply is empty, and another apply sends no writes', () =>
    holds(anySteadyScenario, async (scenario) => {
      const client = openClient(await openAccount(scenario));
      const first = await client.plan();
      if (first.blocked.length > 0) return;
      const { steps, converged } = await client.carryOut(first);
      expect(steps.map(({ status }) => status)).toEqual(first.steps.map(() => 'done'));
      expect(converged).toBe(true);
      const sent = client.writes.length;
      const again = await client.carryOut(await client.plan());
      expect(again.steps).toEqual([]);
      expect(client.writes).toHaveLength(sent);
    }));

  it('a second apply deletes only what waited for its replacement, and a third nothing', () =>
    holds(anyScenario, async (scenario) => {
      const client = openClient(await openAccount(scenario));
      const first = await client.plan();
      if (first.blocked.length > 0) return;
      await client.carryOut(first);
      const second = await client.plan();
      expect(second.steps.filter((step) => !waited(step, first))).toEqual([]);
      if (second.blocked.length > 0) return;
      await client.carryOut(second);
      expect((await client.plan()).steps).toEqual([]);
    }));

  it('every desired list is there with its words after an apply', () =>
    holds(anyScenario, async (scenario) => {
      const account = await openAccount(scenario);
      const client = openClient(account);
      const first = await client.plan();
      if (first.blocked.length > 0) return;
      await client.carryOut(first);
      expect(await contents(account)).toEqual(expect.arrayContaining(wantedContents(scenario)));
    }));
});

function waited({ op, change: { before } }: Step, { changes }: Plan): boolean {
  const then = changes.find((change) => change.before?.vocabulary_id === before?.vocabulary_id);
  return op === 'delete' && then?.reason === 'replacement_not_ready';
}

function wantedContents({ desired }: Scenario): string[] {
  return desired.lists.map(
    ({ prefix, target_model, hotwords }) => `${prefix}@${target_model}: ${wordsKey(hotwords)}`,
  );
}
