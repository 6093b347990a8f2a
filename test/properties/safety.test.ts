import { describe, expect, it } from 'vitest';
import { prefixOf } from '../../src/model/observed.js';
import { anyScenario } from './any-scenario.js';
import { type Client, contents, openAccount, openClient } from './client.js';
import { holds } from './holds.js';
import type { Scenario } from './scenario.js';

describe('whatever is desired and whatever the account holds', () => {
  it('a plan sends nothing but listings and queries', () =>
    holds(anyScenario, async (scenario) => {
      const account = await openAccount(scenario);
      const before = await contents(account);
      await openClient(account).plan();
      const actions = new Set(account.emulator.requests.map(({ action }) => action));
      expect([...actions].filter((action) => action !== 'list' && action !== 'query')).toEqual([]);
      expect(await contents(account)).toEqual(before);
    }));

  it('a create never takes the account above its quota', () =>
    holds(anyScenario, async (scenario) => {
      const { writes } = await applied(scenario);
      const slots = writes.filter(({ action }) => action === 'create').map((write) => write.slots);
      expect(Math.max(0, ...slots)).toBeLessThanOrEqual(scenario.desired.policy.list_quota);
    }));

  it('no request names an unmanaged list', () =>
    holds(anyScenario, async (scenario) => {
      const { named } = await applied(scenario);
      expect([...named].filter((id) => isUnmanaged(id, scenario))).toEqual([]);
    }));

  it('nothing is overwritten or deleted that is not kept at that moment', () =>
    holds(anyScenario, async (scenario) => {
      const { writes } = await applied(scenario);
      expect(writes.filter(({ before, isKept }) => before !== null && !isKept)).toEqual([]);
    }));

  it('nothing is deleted whose prefix is protected', () =>
    holds(anyScenario, async (scenario) => {
      const { writes } = await applied(scenario);
      const gone = writes.flatMap(({ action, before }) =>
        action === 'delete' ? (before?.prefix ?? '') : [],
      );
      expect(gone.filter((prefix) => scenario.desired.policy.protect.includes(prefix))).toEqual([]);
    }));

  it('a list that is named under removed is gone after an apply, and no other left but by a reason', () =>
    holds(anyScenario, async (scenario) => {
      const account = await openAccount(scenario);
      const client = openClient(account);
      const planned = await client.plan();
      if (planned.blocked.length > 0) return;
      await client.carryOut(planned);
      const left = (await account.emulator.account()).map(({ vocabulary_id }) => vocabulary_id);
      expect(left.filter((id) => isRemoved(id, scenario))).toEqual([]);
      const gone = scenario.seeds
        .map(({ vocabulary_id = '' }) => vocabulary_id)
        .filter((id) => !left.includes(id));
      expect(gone.filter((id) => !mayGo(id, scenario))).toEqual([]);
    }));
});

/** Plans, and applies if nothing blocks it. */
async function applied(scenario: Scenario): Promise<Client> {
  const client = openClient(await openAccount(scenario));
  const planned = await client.plan();
  if (planned.blocked.length === 0) await client.carryOut(planned);
  return client;
}

/* Whose a list is, told from the documents alone. */

function isUnmanaged(id: string, { desired, seeds }: Scenario): boolean {
  if (!seeds.some(({ vocabulary_id }) => vocabulary_id === id)) return false;
  const prefix = prefixOf(id);
  if (prefix === null) return true;
  const isDeclared =
    desired.lists.some((list) => [list.prefix, ...list.previous_prefixes].includes(prefix)) ||
    desired.instant.some(({ previous_prefixes }) => previous_prefixes.includes(prefix));
  const isInside = desired.policy.namespace !== null && prefix.startsWith(desired.policy.namespace);
  return !isDeclared && !isInside && !isNamed(id, desired.policy.removed);
}

function isRemoved(id: string, { desired }: Scenario): boolean {
  return isNamed(id, desired.policy.removed);
}

function isNamed(id: string, names: readonly string[]): boolean {
  const prefix = prefixOf(id);
  return prefix !== null && (names.includes(id) || names.includes(prefix));
}

/** Somebody said so: `removed`, prune, `--retire` or `--delete-first`. */
function mayGo(id: string, scenario: Scenario): boolean {
  const { desired, shaping } = scenario;
  const isLetGo = desired.policy.prune || shaping.retire || shaping.delete_first;
  return isRemoved(id, scenario) || (isLetGo && !isUnmanaged(id, scenario));
}
