import { describe, expect, it } from 'vitest';
import type { SeedList } from '../../src/emulator/emulator.js';
import { TransportFailure } from '../../src/model/errors.js';
import type { Hotword } from '../../src/model/hotword.js';
import { desired, desiredList, idOf, noShaping, word, words } from '../support/build.js';
import { startOfTime } from '../support/emulator.js';
import { contentOf, contents, inputOf, openAccount, openClient } from './client.js';
import { type Scenario, sentEntry } from './scenario.js';

/* Counterexamples, shrunk and kept: each was found by a property of this folder. */

describe('two lists of one key', () => {
  it('both come back in one restore, though both are made anew', async () => {
    const seeds = [list(1, words('alpha')), list(2, words('beta')), list(3, words('beta'))];
    const account = await openAccount(
      scenario({ desired: desired({ lists: [], removed: ['acmemed'] }), seeds }),
    );
    const client = openClient(account);
    await client.carryOut(await client.plan());
    expect(await contents(account)).toEqual([]);
    await client.carryOutRestore(await client.planRestore(client.backups), client.backups);
    expect(await contents(account)).toEqual(seeds.map(contentOf).sort());
  });
});

describe('a duplicate with the words that an update overwrites', () => {
  const duplicates = [list(1, words('old')), list(2, words('old'))];

  it('is a rival from then on when nobody lets it go', async () => {
    const client = openClient(
      await openAccount(scenario({ desired: desired({ prune: false }), seeds: duplicates })),
    );
    const planned = await client.plan();
    expect(planned.changes.map(({ action, reason }) => `${action} ${reason}`)).toEqual([
      'keep duplicate',
      'update hotwords_changed',
    ]);
    const { final } = await client.carryOut(planned);
    expect(final?.blocked.map(({ rule }) => rule)).toEqual(['rival']);
  });

  it("is in nobody's way when an apply dies at its delete", async () => {
    const account = await openAccount(scenario({ seeds: duplicates }));
    const dying = openClient(
      account,
      (transport) => (request) =>
        inputOf(request).action === 'delete'
          ? Promise.reject(new TransportFailure('sent', 'killed'))
          : transport(request),
    );
    await dying.carryOut(await dying.plan());
    const next = await openClient(account).plan();
    expect(next.blocked).toEqual([]);
  });
});

describe('the fields that an update would drop', () => {
  it('are named in the same order in whichever order the account shows its words', async () => {
    const extra = { translation: 'x' };
    const held = [word('alpha', { extra }), word('beta', { extra })];
    const messages = [held, held.toReversed()].map(async (order) => {
      const account = await openAccount(scenario({ seeds: [list(1, order)], allowsAll: false }));
      return (await openClient(account).plan()).blocked.map(({ message }) => message);
    });
    const [one, other] = await Promise.all(messages);
    expect(one).toEqual([expect.stringContaining('"alpha" (translation), "beta" (translation)')]);
    expect(other).toEqual(one);
  });
});

describe('the moment between our last look at a list and our write to it', () => {
  it('is seen by nobody: what is put there then is overwritten, and only what was looked at is kept', async () => {
    const account = await openAccount(scenario({ seeds: [list(1, words('old'))] }));
    const client = openClient(account, (transport) => async (request) => {
      const { action, vocabulary_id } = inputOf(request);
      const theirs = {
        ...JSON.parse(request.body),
        input: { action: 'update_vocabulary', vocabulary_id, vocabulary: [{ text: 'theirs', weight: 4 }] },
      };
      if (action === 'update') await account.emulator.transport({ ...request, body: JSON.stringify(theirs) });
      return transport(request);
    });
    await client.carryOut(await client.plan());
    expect(
      client.writes.map(({ before, isKept }) => [before?.vocabulary.map(({ text }) => text), isKept]),
    ).toEqual([[['theirs'], false]]);
    expect(client.backups.map(({ hotwords }) => hotwords)).toEqual([words('old')]);
  });
});

function scenario(fields: Partial<Scenario> = {}): Scenario {
  return {
    desired: desired(),
    seeds: [],
    switches: {},
    shaping: noShaping,
    allowsAll: true,
    parallelism: 2,
    ...fields,
  };
}

/** Of the key of `desiredList()`. */
function list(serial: number, hotwords: readonly Hotword[]): SeedList {
  const { prefix, target_model } = desiredList();
  const vocabulary = hotwords.map((each) => sentEntry(each));
  return {
    vocabulary_id: idOf(prefix, serial),
    prefix,
    target_model,
    vocabulary,
    created_at: startOfTime - 600_000,
  };
}
