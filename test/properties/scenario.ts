import type { SentEntry } from '../../src/emulator/account-state.js';
import type { SeedList } from '../../src/emulator/emulator.js';
import type { EmulatorSwitches } from '../../src/emulator/switches.js';
import { type Desired, strayAddress } from '../../src/model/desired.js';
import type { Hotword } from '../../src/model/hotword.js';
import type { Allowance, Shaping } from '../../src/model/plan.js';
import { hotwordsOf, wordsKey } from './stored-words.js';

/** A repository, an account, and how one is brought to the other. */
export interface Scenario {
  readonly desired: Desired;
  readonly seeds: readonly SeedList[];
  readonly switches: Partial<EmulatorSwitches>;
  readonly shaping: Shaping;
  /** Whether every guard is lifted that can be. */
  readonly allowsAll: boolean;
  readonly parallelism: number;
}

export const models = ['fun-asr', 'fun-asr-realtime'] as const;
export const otherModel = 'fun-asr-mtl';
/** Of the vocabularies, by their position; the last one lies outside the namespace. */
export const declaredPrefixes = ['acmea', 'acmeb', 'acmec', 'other'] as const;
export const previousPrefixes = ['acmep', 'oldp'] as const;
export const prefixes = [...declaredPrefixes, ...previousPrefixes, 'acmeo', 'acmez', 'zzz', 'acm'] as const;

/**
 * Whether a list that has to be updated has a duplicate with its old words, and nobody lets the duplicate go. Once the list is
 * updated, the duplicate passes for a rival, and every later plan is blocked.
 */
export function hasStayingDuplicate({ desired, seeds }: Scenario): boolean {
  const staying = desired.lists.filter(
    ({ prefix }) => !desired.policy.prune || desired.policy.protect.includes(prefix),
  );
  return staying.some(({ prefix, target_model, hotwords }) => {
    const outdated = seeds
      .filter((seed) => seed.prefix === prefix && seed.target_model === target_model)
      .map((seed) => wordsKey(hotwordsOf(seed)))
      .filter((words) => words !== wordsKey(hotwords));
    return new Set(outdated).size < outdated.length;
  });
}

export function allowancesOf({ desired, allowsAll }: Scenario): readonly Allowance[] {
  return allowsAll ? allAllowances(desired) : [];
}

export function allAllowances({ lists, instant }: Desired): readonly Allowance[] {
  const strays = prefixes.flatMap((prefix) =>
    [...models, otherModel].map((model) => strayAddress(prefix, model)),
  );
  const addresses = [...lists.map(({ address }) => address), ...instant.map(({ name }) => name), ...strays];
  const named = addresses.flatMap((address) => [`hotword-loss=${address}`, `drop-fields=${address}`]);
  return ['max-deletes', ...named];
}

export function sentEntry({ text, weight, lang, extra }: Hotword, form: 'NFC' | 'NFD' = 'NFC'): SentEntry {
  return { text: text.normalize(form), weight, ...(lang === null ? {} : { lang }), ...extra };
}
