import type { SeedList } from '../../../src/emulator/emulator.js';
import type { EmulatorSwitches } from '../../../src/emulator/switches.js';
import { idOf } from '../../support/build.js';
import type { Chance } from '../../support/chance.js';

/*
 * An account that two parties share: vocabsync, to which the namespace belongs, and somebody who writes to whatever list
 * they like. Small enough that both are at the same few lists and slots all the time.
 */

/** A list as the configuration wants it. */
export interface Wanted {
  readonly prefix: string;
  readonly target_model: string;
  readonly words: readonly string[];
}

export interface DrawnAccount {
  readonly list_quota: number;
  readonly switches: Partial<EmulatorSwitches>;
  readonly seeds: readonly SeedList[];
}

const vocabularies = ['med', 'rep', 'sal', 'sup'] as const;
const models = ['fun-asr', 'fun-asr-realtime'] as const;
const pool = ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta'] as const;

/** Inside the namespace, and of no vocabulary: lists with it are orphans. */
const orphanPrefix = 'acmeold';
/** Outside of it; the second one nearly is not. */
const theirPrefixes = ['other', 'acm', 'zzz'] as const;

/** Whether vocabsync may name such a list in a request. */
export function isOurs(vocabulary_id: string): boolean {
  return vocabulary_id.startsWith('vocab-acme');
}

/** @param usual how long a list takes to be deployed, in milliseconds */
export function drawAccount(chance: Chance, usual: number): DrawnAccount {
  const list_quota = 5 + chance.below(6);
  const switches = {
    // Where the vendor would let us, nothing but our own care keeps us below the quota.
    quota: chance.is(0.5) ? list_quota : 100,
    deploy_ms: chance.pick([0, usual]),
    page_cap: chance.pick([null, null, 3]),
    order: chance.pick(['newest', 'oldest', 'shuffled'] as const),
  };
  const seeds = Array.from({ length: chance.below(list_quota) }, (_, index) => {
    const key = anyKey(chance);
    return { ...key, vocabulary_id: idOf(key.prefix, index + 1), vocabulary: vocabularyOf(anyWords(chance)) };
  });
  return { list_quota, switches, seeds };
}

/** What a configuration wants of that account: some of the vocabularies, and never more than there are slots. */
export function drawWanted(chance: Chance, list_quota: number): Wanted[] {
  const all = vocabularies.flatMap((name) =>
    models.map((target_model) => ({ prefix: `acme${name}`, target_model, words: anyWords(chance) })),
  );
  const most = Math.min(list_quota - 1, 5);
  return all.filter(() => chance.is(0.5)).slice(0, most);
}

export function configOf(wanted: readonly Wanted[], list_quota: number): string {
  const lines = wanted.map(
    ({ prefix, target_model, words }) =>
      `  - { name: ${prefix}-${target_model}, prefix: ${prefix}, target_model: ${target_model}, hotwords: [${words.join(', ')}] }`,
  );
  return `version: 1
account: { region: singapore, list_quota: ${list_quota} }
namespace: acme
prune: true
guards: { update_interval: 0s, max_deletes: 100, max_hotword_loss: 100% }
vocabularies:${lines.length === 0 ? ' []' : ''}
${lines.join('\n')}
`;
}

/** One of our keys as a rule, an orphan's or one of theirs else. */
export function anyKey(chance: Chance): Pick<Wanted, 'prefix' | 'target_model'> {
  const target_model = chance.pick(models);
  if (chance.is(0.6)) return { prefix: `acme${chance.pick(vocabularies)}`, target_model };
  return { prefix: chance.pick([orphanPrefix, ...theirPrefixes]), target_model };
}

export function theirKey(chance: Chance): Pick<Wanted, 'prefix' | 'target_model'> {
  return { prefix: chance.pick(theirPrefixes), target_model: chance.pick(models) };
}

export function anyWords(chance: Chance): string[] {
  const some = pool.filter(() => chance.is(0.4));
  return some.length === 0 ? [chance.pick(pool)] : some;
}

/** As it is sent. */
export function vocabularyOf(words: readonly string[]) {
  return words.map((text) => ({ text, weight: 4 }));
}
