import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/model/plan.js';
import { anySwitches } from './any-draft.js';
import { anyScenario } from './any-scenario.js';
import { openAccount, openClient } from './client.js';
import { holds } from './holds.js';
import type { Scenario } from './scenario.js';

/** The same repository and account, written and shown in another order. */
const anyTwoOrders = fc
  .tuple(anyScenario, anySwitches, fc.infiniteStream(fc.nat(1000)))
  .map(([scenario, spelling, chance]): [Scenario, Scenario] => {
    const { desired, seeds, switches } = scenario;
    const shuffled = <T>(items: readonly T[]): T[] => shuffle(items, chance);
    const lists = shuffled(desired.lists).map((list) => ({
      ...list,
      hotwords: shuffled(list.hotwords),
      previous_prefixes: shuffled(list.previous_prefixes),
    }));
    const instant = shuffled(desired.instant).map((sent) => ({
      ...sent,
      hotwords: shuffled(sent.hotwords),
      previous_prefixes: shuffled(sent.previous_prefixes),
    }));
    const { removed, protect } = desired.policy;
    const policy = { ...desired.policy, removed: shuffled(removed), protect: shuffled(protect) };
    const other = { lists, instant, policy };
    const { deploy_ms, pending_status, time_zone_minutes } = switches;
    return [
      scenario,
      {
        ...scenario,
        desired: { ...desired, ...other },
        seeds: shuffled(seeds).map((seed) => ({ ...seed, vocabulary: shuffled(seed.vocabulary) })),
        switches: { ...spelling, deploy_ms, pending_status, time_zone_minutes, quota: 100 },
      } as Scenario,
    ];
  });

describe('the order of everything that comes in', () => {
  it('has no influence on the digest, the steps, and what blocks them', () =>
    holds(anyTwoOrders, async ([one, other]) => {
      expect(essence(await planOf(other))).toEqual(essence(await planOf(one)));
    }));
});

async function planOf(scenario: Scenario): Promise<Plan> {
  return openClient(await openAccount(scenario)).plan();
}

function essence({ digest, quota, steps, blocked, changes, instant }: Plan) {
  return {
    digest,
    quota,
    blocked,
    steps: steps.map(({ change, replacements, ...step }) => ({
      ...step,
      list: `${change.address} ${change.before?.vocabulary_id}`,
      replacements: replacements.map(({ vocabulary_id }) => vocabulary_id),
    })),
    changes: changes.map(({ action, address, reason, replaced_by }) => ({
      action,
      address,
      reason,
      replaced_by,
    })),
    instant: instant.map(({ name, replaces }) => [name, replaces.map(({ vocabulary_id }) => vocabulary_id)]),
  };
}

function shuffle<T>(items: readonly T[], chance: fc.Stream<number>): T[] {
  const keyed = items.map((item) => ({ item, key: chance.next().value ?? 0 }));
  return keyed.sort((left, right) => left.key - right.key).map(({ item }) => item);
}
