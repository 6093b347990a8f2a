import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isVocabError, TransportFailure } from '../../src/model/errors.js';
import { prefixOf } from '../../src/model/observed.js';
import type { Clock, Transport } from '../../src/model/ports.js';
import { startOfTime } from '../support/emulator.js';
import { anySettledScenario } from './any-scenario.js';
import { type Account, contentOf, inputOf, openAccount, openClient } from './client.js';
import { holds } from './holds.js';
import type { Scenario } from './scenario.js';
import { wordsKey } from './stored-words.js';

/** One list a key at the start, and no desired one pinned, or under `protect`, which would keep the loser. */
const anyRace = fc.record({
  scenario: anySettledScenario.map(withoutDuplicates),
  deploy_ms: fc.tuple(fc.constantFrom(0, 900, 2500), fc.constantFrom(0, 900, 2500)),
  lateness: fc.nat(24),
  lost: fc.tuple(fc.option(fc.nat(2)), fc.option(fc.nat(2))),
  scheduler: fc.scheduler(),
});

describe('two applies at once, whose requests and pauses end in any order', () => {
  it('end with exactly one list a key, with the words desired', () =>
    holds(anyRace, async ({ scenario, scheduler, ...pace }) => {
      const { desired } = scenario;
      const policy = { ...desired.policy, list_quota: 40 };
      const roomy = onOnePage({ ...scenario, desired: { ...desired, policy } });
      const account = await race(roomy, scheduler, pace);
      expect(await ofDesiredKeys(account)).toEqual(wanted(scenario));
    }));

  it('never take the account above its quota, and the next apply makes what found no slot', () =>
    holds(anyRace, async ({ scenario, scheduler, ...pace }) => {
      const quota = scenario.desired.policy.list_quota;
      const tight = { ...scenario, switches: { ...scenario.switches, quota } };
      const account = await race(tight, scheduler, pace);
      const created = account.emulator.requests.filter(
        ({ action, status }) => action === 'create' && status === 200,
      );
      expect(Math.max(0, ...created.map(({ slots }) => slots ?? 0))).toBeLessThanOrEqual(quota);
      const client = openClient(account);
      const next = await scheduler.waitFor(client.plan(), settled);
      if (next.blocked.length > 0) return;
      await scheduler.waitFor(client.carryOut(next), settled);
      expect(await ofDesiredKeys(account)).toEqual(wanted(scenario));
    }));
});

interface Pace {
  /** What the lists of either run take. */
  readonly deploy_ms: readonly [number, number];
  /** Which create of either run gets no answer; null: none. */
  readonly lost: readonly [number | null, number | null];
  /** Turns that the first run's creates let the other one go ahead. */
  readonly lateness: number;
}

async function race(scenario: Scenario, scheduler: fc.Scheduler, pace: Pace): Promise<Account> {
  const account = await openAccount(scenario, scheduledClock(scheduler));
  const turnsOf = { create: pace.lateness };
  const runs = [
    run(account, losing(pace.lost[0], inTurn(scheduler, turnsOf)), pace.deploy_ms[0]),
    run(account, losing(pace.lost[1], inTurn(scheduler)), pace.deploy_ms[1]),
  ];
  await scheduler.waitFor(Promise.all(runs), settled);
  return account;
}

async function run(account: Account, transport: (inner: Transport) => Transport, deploy_ms: number) {
  const client = openClient(account, (inner) =>
    transport((request) => {
      account.emulator.change({ deploy_ms });
      return inner(request);
    }),
  );
  const planned = await orNothing(client.plan());
  if (planned?.blocked.length === 0) await client.carryOut(planned);
}

/** A plan is refused when the other run's writes shift the pages of the listing each time they are read. */
async function orNothing<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (isVocabError(error, 'listing-incomplete')) return null;
    throw error;
  }
}

/** Each request waits for its turn to arrive, and each answer for its turn to be heard. */
function inTurn(
  scheduler: fc.Scheduler,
  turnsOf: Readonly<Record<string, number>> = {},
): (inner: Transport) => Transport {
  return (inner) => async (request) => {
    const { action } = inputOf(request);
    const turns = turnsOf[action] ?? 0;
    for (let turn = 0; turn <= turns; turn++) {
      await scheduler.schedule(Promise.resolve(), `${action} arrives`);
    }
    const answer = await inner(request);
    await scheduler.schedule(Promise.resolve(), `${action} is answered`);
    return answer;
  };
}

/** Carries out one create, and loses the answer on its way back. */
function losing(
  lost: number | null,
  transport: (inner: Transport) => Transport,
): (inner: Transport) => Transport {
  return (inner) => {
    const send = transport(inner);
    let creates = 0;
    return async (request) => {
      const answer = await send(request);
      if (inputOf(request).action !== 'create' || creates++ !== lost) return answer;
      throw new TransportFailure('sent', 'the connection was reset');
    };
  };
}

/** Time passes when somebody's pause ends. Whoever wakes late was slow. */
function scheduledClock(scheduler: fc.Scheduler): Clock {
  let now = startOfTime;
  return {
    now: () => now,
    async sleep(ms) {
      const until = now + ms;
      await scheduler.schedule(Promise.resolve(), `pause until ${until - startOfTime}`);
      now = Math.max(now, until);
    },
  };
}

/** Lets everything run that can, so that the scheduler has all of it to choose from. */
async function settled(act: () => Promise<void>): Promise<void> {
  await act();
  await new Promise((resolve) => setImmediate(resolve));
}

function withoutDuplicates(scenario: Scenario): Scenario {
  const { desired, seeds } = scenario;
  const unique = new Map(seeds.map((seed) => [`${seed.prefix}@${seed.target_model}`, seed]));
  const lists = desired.lists.map((list) => ({ ...list, vocabulary_ids: [] }));
  const protect = desired.policy.protect.filter((prefix) => !lists.some((list) => list.prefix === prefix));
  return {
    ...scenario,
    desired: { ...desired, lists, policy: { ...desired.policy, protect } },
    seeds: [...unique.values()],
    allowsAll: true,
  };
}

/** Then no write of the other run can make a listing unreadable. */
function onOnePage(scenario: Scenario): Scenario {
  return { ...scenario, switches: { ...scenario.switches, page_cap: null } };
}

async function ofDesiredKeys({ emulator, scenario: { desired } }: Account): Promise<string[]> {
  const lists = (await emulator.account()).filter(({ vocabulary_id, target_model }) =>
    desired.lists.some(
      (list) => list.prefix === prefixOf(vocabulary_id) && list.target_model === target_model,
    ),
  );
  return lists.map(contentOf).sort();
}

function wanted({ desired }: Scenario): string[] {
  return desired.lists
    .map(({ prefix, target_model, hotwords }) => `${prefix}@${target_model}: ${wordsKey(hotwords)}`)
    .sort();
}
