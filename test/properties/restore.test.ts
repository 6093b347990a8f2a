import { describe, expect, it } from 'vitest';
import type { BackedUpList } from '../../src/model/observed.js';
import { parseBackup } from '../../src/workspace/parse-backup.js';
import { renderBackup } from '../../src/workspace/render-backup.js';
import { anyScenario } from './any-scenario.js';
import { type Account, contentOf, contents, openAccount, openClient } from './client.js';
import { holds } from './holds.js';

describe('a restore', () => {
  it('brings back word for word what an apply has overwritten and deleted, and a second one does nothing', () =>
    holds(anyScenario, async (scenario) => {
      const { policy } = scenario.desired;
      const roomy = { ...scenario, desired: { ...scenario.desired, policy: { ...policy, list_quota: 30 } } };
      const account = await openAccount(roomy);
      const { backups, lost } = await applyAndKeep(account);
      const client = openClient(account);
      const planned = await client.planRestore(backups);
      expect(planned.blocked).toEqual([]);
      const { steps } = await client.carryOutRestore(planned, backups);
      expect(steps.filter(({ status }) => status !== 'done')).toEqual([]);
      expect(missing(lost, await contents(account))).toEqual([]);
      expect((await client.planRestore(backups)).steps).toEqual([]);
    }));

  it('touches no list that is not among the backups, and deletes none', () =>
    holds(anyScenario, async (scenario) => {
      const account = await openAccount(scenario);
      const { backups } = await applyAndKeep(account);
      const client = openClient(account);
      const planned = await client.planRestore(backups);
      if (planned.blocked.length === 0) await client.carryOutRestore(planned, backups);
      const touched = client.writes.filter(({ action }) => action !== 'create');
      const kept = new Set(backups.map(({ vocabulary_id }) => vocabulary_id));
      expect(
        touched.filter(({ action, vocabulary_id }) => action === 'delete' || !kept.has(vocabulary_id)),
      ).toEqual([]);
      expect(
        client.writes.every(
          ({ slots }) => slots <= Math.max(scenario.desired.policy.list_quota, scenario.seeds.length),
        ),
      ).toBe(true);
    }));
});

/** Applies, notes what was overwritten and deleted, and reads back the files it would have been kept in. */
async function applyAndKeep(account: Account) {
  const client = openClient(account);
  const planned = await client.plan();
  if (planned.blocked.length === 0) await client.carryOut(planned);
  const backups = client.backups.map((list): BackedUpList => parseBackup(renderBackup(list), 'backup.yaml'));
  return { backups, lost: client.writes.flatMap(({ before }) => (before === null ? [] : contentOf(before))) };
}

/** What is wanted more often than it is there. */
function missing(wanted: readonly string[], present: readonly string[]): string[] {
  const left = [...present];
  return wanted.filter((content) => {
    const index = left.indexOf(content);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}
