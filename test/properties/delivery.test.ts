import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { StoredList } from '../../src/emulator/account-state.js';
import { isUsable, type Plan } from '../../src/model/plan.js';
import type { Transport } from '../../src/model/ports.js';
import type { PublishedConsumer } from '../../src/model/result/published.js';
import { check } from '../../src/pipelines/check.js';
import { collectIds } from '../../src/report/ids/collect-ids.js';
import { createWorld, type World } from '../support/world.js';
import { holds } from './holds.js';
import { hotwordsOf, wordsKey } from './stored-words.js';

/*
 * One vocabulary that is moved between lists and requests, to and fro, in an account that is full or nearly so. Its one
 * application runs with what was last deployed, and whoever retires deploys before. Whatever is done in which order, the
 * application must be heard with its words at every moment.
 */

const models = ['qwen-audio-3.1-asr-flash-streaming', 'qwen-audio-3.1-asr-flash'] as const;
const prefixes = ['acmea', 'acmeb'] as const;
/** Never edited away. */
const core = ['alpha', 'beta'];

interface Form {
  readonly delivery: 'list' | 'instant';
  readonly prefix: (typeof prefixes)[number];
  readonly target_model: (typeof models)[number];
  readonly more: readonly string[];
}

interface Act {
  /** What the configuration says from then on; null: what it said. */
  readonly form: Form | null;
  /** retire: applied, deployed, and then retired, as the docs say. */
  readonly next: 'apply' | 'deploy' | 'retire';
}

const anyForm: fc.Arbitrary<Form> = fc.record({
  delivery: fc.constantFrom('list', 'instant'),
  prefix: fc.constantFrom(...prefixes),
  target_model: fc.constantFrom(...models),
  more: fc.subarray(['gamma', 'delta', 'epsilon']),
});

const anyActs: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.record({
    form: fc.option(anyForm, { freq: 3 }),
    next: fc.constantFrom('apply', 'apply', 'deploy', 'retire'),
  }),
  { minLength: 4, maxLength: 10 },
);

/** The account holds ten lists at most. */
const anyStory = fc.record({ acts: anyActs, foreign: fc.constantFrom(9, 9, 8, 7) });

it('a vocabulary that moves between list and requests is heard at every moment, with no slot too many and nothing lost', () =>
  holds(anyStory, async ({ acts, foreign }) => {
    const app = await openApplication(foreign);
    for (const act of acts) await app.carryOut(act);
    await app.settle();
    expect(app.faults).toEqual([]);
  }));

async function openApplication(foreign: number) {
  const faults: string[] = [];
  let published: PublishedConsumer | null = null;
  let deployed: PublishedConsumer | null = null;
  let last: readonly StoredList[] = [];
  const world: World = await createWorld({
    files: { 'vocab.config.yaml': textOf(first) },
    interpose: (transport) => watching(transport),
  });
  await world.emulator.seed(
    Array.from({ length: foreign }, (_, index) => ({
      prefix: `foreign${index}`,
      target_model: models[0],
      vocabulary: [{ text: 'theirs', weight: 4 }],
    })),
  );
  last = await world.emulator.account();
  const theirs = last;
  await apply();
  deployed = published;
  return { faults, carryOut, settle };

  function watching(transport: Transport): Transport {
    return async (request) => {
      const answer = await transport(request);
      await look();
      return answer;
    };
  }

  /** At every moment at which the account can have changed. */
  async function look(): Promise<void> {
    const lists = await world.emulator.account();
    if (lists.length > 10) faults.push(`${lists.length} lists`);
    if (theirs.some((list) => !lists.some((other) => isDeepStrictEqual(list, other))))
      faults.push('a list of others was touched');
    for (const list of last)
      if (!isThere(list, lists) && !isBackedUp(list, world)) faults.push(`lost ${list.vocabulary_id}`);
    const heard =
      deployed === null
        ? core
        : wordsHeard(
            deployed,
            lists.filter(({ ready_at }) => ready_at <= world.clock.now()),
          );
    const unheard = core.filter((text) => !heard.includes(text));
    if (unheard.length > 0) faults.push(`${JSON.stringify(deployed)} is not heard with ${unheard.join()}`);
    last = lists;
  }

  async function carryOut({ form, next }: Act): Promise<void> {
    if (form !== null) await world.write('vocab.config.yaml', textOf(form));
    switch (next) {
      case 'apply':
        await apply();
        return;
      case 'deploy':
        deployed = published;
        return look();
      case 'retire':
        if (!(await apply())) return;
        deployed = published;
        await look();
        await apply(true);
    }
  }

  /** Publishes as apply does. Resolves to whether it did. */
  async function apply(retire = false): Promise<boolean> {
    const planned = await world.plan({ shaping: { retire } });
    if (planned.blocked.length > 0) return false;
    const { final, converged } = await world.carryOut(planned, { shaping: { retire } });
    if (!converged || final === null || !isUsable(final)) faults.push('an apply has not converged');
    else published = await givenBy(final);
    if ((await world.plan({ shaping: { retire } })).steps.length > 0)
      faults.push('a second apply would do more');
    return true;
  }

  async function givenBy(final: Plan): Promise<PublishedConsumer | null> {
    const { desired } = await check({ cwd: world.directory }, { now: () => 0 });
    const { consumers } = collectIds(final, desired?.consumers ?? []);
    return consumers['captions'] ?? null;
  }

  /** What is asked for at the end is there, or there is a slot too few for it. */
  async function settle(): Promise<void> {
    const planned = await world.plan();
    const rules = planned.blocked.map(({ rule }) => rule);
    if (rules.some((rule) => rule !== 'no-slot')) faults.push(`blocked by ${rules.join()}`);
    if (planned.quota.in_use < 10 && rules.length > 0) faults.push('blocked though there is a slot');
  }
}

const first: Form = { delivery: 'list', prefix: 'acmea', target_model: models[0], more: [] };

function textOf({ delivery, prefix, target_model, more }: Form): string {
  const hotwords = `hotwords: [${[...core, ...more].join(', ')}]`;
  const others = prefixes.filter((other) => delivery === 'instant' || other !== prefix).join(', ');
  const way = delivery === 'instant' ? 'delivery: instant' : `prefix: ${prefix}`;
  return `version: 1
account: { region: singapore }
namespace: acme
prune: true
guards: { update_interval: 0s }
vocabularies:
  - { name: participants, ${way}, target_model: ${target_model}, previous_prefixes: [${others}], ${hotwords} }
consumers:
  - { name: captions, vocabulary: participants, model: ${target_model} }
`;
}

function isThere(list: StoredList, lists: readonly StoredList[]): boolean {
  const now = lists.find(({ vocabulary_id }) => vocabulary_id === list.vocabulary_id);
  return now !== undefined && wordsKey(hotwordsOf(now)) === wordsKey(hotwordsOf(list));
}

function isBackedUp(list: StoredList, { backups }: World): boolean {
  return backups.some(
    ({ vocabulary_id, hotwords }) =>
      vocabulary_id === list.vocabulary_id && wordsKey(hotwords) === wordsKey(hotwordsOf(list)),
  );
}

/** By the vendor's rules: a list that is OK does something with the model that it was made for, and the words of a request always. */
function wordsHeard(
  { model, vocabulary_id, vocabulary }: PublishedConsumer,
  lists: readonly StoredList[],
): string[] {
  const list = lists.find((each) => each.vocabulary_id === vocabulary_id && each.target_model === model);
  return [...Object.keys(vocabulary ?? {}), ...(list?.vocabulary ?? []).map(({ text }) => text)];
}
