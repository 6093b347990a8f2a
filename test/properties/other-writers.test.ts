import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isVocabError } from '../../src/model/errors.js';
import type { Plan } from '../../src/model/plan.js';
import { anyScenario } from './any-scenario.js';
import { type Client, openAccount, openClient, type Write } from './client.js';
import { holds } from './holds.js';
import { anyOtherWrites, besideOtherWrites, type Manners, type OtherWrite } from './other-writer.js';
import type { Scenario } from './scenario.js';
import { hotwordsOf, wordsKey } from './stored-words.js';

/** One request at a time and no pauses, so that what we do to a list comes right after we have looked at it. */
const anyMeeting = fc.record({
  scenario: anyScenario.map(({ desired, ...scenario }) => {
    const guards = { ...desired.policy.guards, update_interval: 0 };
    const policy = { ...desired.policy, guards };
    return { ...scenario, desired: { ...desired, policy }, parallelism: 1 };
  }),
  writes: anyOtherWrites,
});

/** In an account whose own quota is the one in the configuration, so that somebody else can take the last slot. */
const anyCollision = fc.record({
  scenario: anyScenario.map((scenario) => {
    const quota = Math.max(scenario.seeds.length, scenario.desired.policy.list_quota);
    return { ...scenario, switches: { ...scenario.switches, quota } };
  }),
  writes: anyOtherWrites,
});

describe('beside somebody who creates, updates and deletes any list at any time', () => {
  it('no list is overwritten or deleted but with the words that a plan saw in it, and those are kept', () =>
    holds(anyMeeting, async ({ scenario, writes }) => {
      const { client } = await meet(scenario, writes, 'never-between-look-and-write');
      expect(
        destructive(client).filter((write) => !wasPlanned(write, wordsThen(write), client.plans)),
      ).toEqual([]);
      expect(destructive(client).filter(({ isKept }) => !isKept)).toEqual([]);
    }));

  it('no create takes the account above its quota, though the vendor would let it', () =>
    holds(anyMeeting, async ({ scenario, writes }) => {
      const { client } = await meet(scenario, writes, 'never-between-look-and-write');
      const slots = client.writes.filter(({ action }) => action === 'create').map((write) => write.slots);
      expect(Math.max(0, ...slots)).toBeLessThanOrEqual(scenario.desired.policy.list_quota);
    }));

  it('what we write over was put there after our last look, or is what a plan saw', () =>
    holds(anyCollision, async ({ scenario, writes }) => {
      const { client } = await meet(scenario, writes, 'anywhere');
      expect(
        destructive(client).filter((write) => !wasPlanned(write, wordsSeen(write), client.plans)),
      ).toEqual([]);
    }));

  it('the next run converges, or says what is in its way', () =>
    holds(anyCollision, async ({ scenario, writes }) => {
      const { account } = await meet(scenario, writes, 'anywhere');
      const client = openClient(account);
      const next = await client.plan();
      if (next.blocked.length > 0) return;
      const { steps } = await client.carryOut(next);
      expect(steps.map(({ status }) => status)).toEqual(next.steps.map(() => 'done'));
    }));

  it('a step fails only for what somebody else did: a conflict, no slot, a list that is gone or not ready', () =>
    holds(anyCollision, async ({ scenario, writes }) => {
      const { errors } = await meet(scenario, writes, 'anywhere');
      const understood = errors.filter((error) =>
        isVocabError(error, 'conflict', 'not-found', 'quota-full', 'not-ready', 'listing-incomplete'),
      );
      expect(errors).toEqual(understood);
    }));
});

/** Enough for any list to be `OK`, and not too much for one that somebody has deleted. */
const wait = 10_000;

/** Plans and applies among unmanaged writes. */
async function meet(scenario: Scenario, writes: readonly OtherWrite[], manners: Manners) {
  const account = await openAccount(scenario);
  const client = openClient(account, besideOtherWrites(account.emulator, writes, manners));
  const errors = await errorsOf(client);
  return { account, client, errors };
}

async function errorsOf(client: Client): Promise<unknown[]> {
  try {
    const planned = await client.plan();
    if (planned.blocked.length > 0) return [];
    const { steps, final_error } = await client.carryOut(planned, { wait });
    return [...steps.flatMap(({ error }) => error ?? []), ...(final_error === null ? [] : [final_error])];
  } catch (error) {
    return [error];
  }
}

function destructive({ writes }: Client): Write[] {
  return writes.filter(({ action }) => action !== 'create');
}

function wordsThen({ before }: Write): string | null {
  return before && wordsKey(hotwordsOf(before));
}

function wordsSeen({ seen }: Write): string | null {
  return seen && wordsKey(seen);
}

/** Whether a plan has shown the list with these words, and what would be written to it. */
function wasPlanned({ vocabulary_id }: Write, words: string | null, plans: readonly Plan[]): boolean {
  return plans.some(({ changes }) =>
    changes.some(
      ({ before }) => before?.vocabulary_id === vocabulary_id && wordsKey(before.hotwords) === words,
    ),
  );
}
