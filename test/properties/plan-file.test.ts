import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VocabError } from '../../src/model/errors.js';
import type { Plan, ReviewedPlan } from '../../src/model/plan.js';
import { planDocument } from '../../src/report/json/documents.js';
import { renderJson } from '../../src/report/json/envelope.js';
import { compareReviewed } from '../../src/schedule/compare-reviewed.js';
import { parsePlanFile } from '../../src/workspace/plan-file.js';
import { anyScenario, anySteadyScenario } from './any-scenario.js';
import { type Account, contents, contentsInPeace, openAccount, openClient } from './client.js';
import { holds } from './holds.js';
import type { Scenario } from './scenario.js';

const anyStop = fc.record({
  scenario: anySteadyScenario,
  stopAfter: fc.nat(6),
});

describe('a plan file', () => {
  it('is equal to the plan it was made of', () =>
    holds(anyScenario, async (scenario) => {
      const plan = await openClient(await openAccount(scenario)).plan();
      expect(compareReviewed(throughFile(plan, scenario), plan)).toEqual([]);
    }));

  it('is stale for a plan of another digest', () =>
    holds(fc.tuple(anyScenario, anyScenario), async ([scenario, { desired }]) => {
      const account = await openAccount(scenario);
      const one = await openClient(account).plan();
      const other = await openClient({ ...account, scenario: { ...scenario, desired } }).plan();
      const reasons = compareReviewed(throughFile(one, scenario), other);
      expect(reasons.length > 0).toBe(one.digest !== other.digest);
    }));

  it('is accepted again after its apply was stopped anywhere, and the rest of it ends where all of it would have', () =>
    holds(anyStop, async ({ scenario, stopAfter }) => {
      const account = await openAccount(scenario);
      const plan = await openClient(account).plan();
      if (plan.blocked.length > 0) return;
      await carryOutUntil(stopAfter, plan, account);
      const client = openClient(account);
      const fresh = await client.plan();
      expect(compareReviewed(throughFile(plan, scenario), fresh)).toEqual([]);
      expect(fresh.blocked).toEqual([]);
      await client.carryOut(fresh);
      expect(await contents(account)).toEqual(await contentsInPeace(scenario));
    }));
});

function throughFile(plan: Plan, { shaping }: Scenario): ReviewedPlan {
  const document = planDocument({ kind: 'plan', version: '0', about: null }, plan, shaping);
  return parsePlanFile(renderJson(document), 'plan.json');
}

/** Until as many steps have ended, as after a Ctrl-C then. */
async function carryOutUntil(stopAfter: number, plan: Plan, account: Account): Promise<void> {
  const controller = new AbortController();
  let ended = 0;
  const stopWhenDue = () => {
    if (ended >= stopAfter) controller.abort(new VocabError('interrupted', 'stopped'));
  };
  stopWhenDue();
  await openClient(account).carryOut(plan, {
    stop: controller.signal,
    onEvent: ({ kind }) => {
      if (kind === 'ended') ended += 1;
      stopWhenDue();
    },
  });
}
