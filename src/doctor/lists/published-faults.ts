import { listAddress } from '../../model/desired.js';
import { isReady } from '../../model/observed.js';
import type { Plan } from '../../model/plan.js';
import {
  type PublishedConsumer,
  type PublishedContent,
  type ToldConsumer,
  toldTo,
} from '../../model/result/published.js';
import { quotable } from '../../model/text/printable.js';
import type { OutputFacts } from '../facts.js';
import { differingWords, saidOfFew } from './published-words.js';

/** What is wrong with what a file tells programs, a line each. */
export interface PublishedFaults {
  /** Ids that do nothing, or that are in it no more than the lists are that they should be of. */
  readonly stale: readonly string[];
  /** An id or a model that is another one's. */
  readonly pairs: readonly string[];
  /** Consumers that it says nothing of. */
  readonly lacking: readonly string[];
  /** Consumers that are given less than half of their words. */
  readonly silent: readonly string[];
  /** Lists that are being replaced: with them the words are still heard. */
  readonly moving: readonly string[];
  readonly words: readonly string[];
}

/** Compares what a file tells programs with what it should tell them, as far as anybody knows that today. */
export function faultsIn(told: PublishedContent, facts: OutputFacts, plan: Plan): PublishedFaults {
  const account = accountIn(plan);
  const consumers = Object.entries(facts.ids.consumers).map(([name, shall]) =>
    judgeConsumer({ name, shall, told: toldTo(told, name) }, account),
  );
  const lists = judgeLists(told, facts, account);
  const others = idsOfOthers(told, facts).filter((id) => !account.ids.has(id));
  const all = [...consumers, lists, { stale: others.map(gone) }];
  return {
    stale: of(all, 'stale'),
    pairs: of(all, 'pairs'),
    lacking: of(all, 'lacking'),
    silent: of(all, 'silent'),
    moving: of(all, 'moving'),
    words: differingWords(told, facts.ids.consumers),
  };
}

/** The sayings of one kind, each once. */
function of(all: readonly Partial<PublishedFaults>[], kind: keyof PublishedFaults): string[] {
  return [...new Set(all.flatMap((faults) => faults[kind] ?? []))];
}

/** What is known of the ids of an account. */
interface KnownIds {
  readonly ids: ReadonlySet<string>;
  /** The lists of vocabularies that are in effect while others take their place, with the model of each. */
  readonly replaced: ReadonlyMap<string, { readonly target_model: string; readonly by: string }>;
  /** The addresses of the lists that vocabularies have. */
  readonly bound: ReadonlyMap<string, string>;
}

function accountIn({ changes, known_ids }: Plan): KnownIds {
  const bound = new Map<string, string>();
  const replaced = new Map<string, { target_model: string; by: string }>();
  for (const { before, after, address, replaced_by, target_model } of changes) {
    if (before === null) continue;
    if (after !== null) bound.set(before.vocabulary_id, address);
    else if (replaced_by !== null && isReady(before))
      replaced.set(before.vocabulary_id, { target_model, by: replaced_by });
  }
  return { ids: new Set(known_ids), replaced, bound };
}

interface Judged {
  readonly name: string;
  readonly shall: PublishedConsumer;
  readonly told: ToldConsumer | undefined;
}

function judgeConsumer({ name, shall, told }: Judged, account: KnownIds): Partial<PublishedFaults> {
  if (told === undefined) return { lacking: [`${name} is not in it`] };
  const silent = saidOfFew(name, told.vocabulary, shall.vocabulary);
  const model = told.model === null ? 'no model' : `the model ${quotable(told.model)}`;
  const wrongModel = [`${name} is given ${model} in the place of ${shall.model}`];
  const { vocabulary_id } = told;
  if (vocabulary_id === shall.vocabulary_id)
    return { silent, pairs: told.model === shall.model ? [] : wrongModel };
  if (vocabulary_id === null) return { silent, stale: [absent(shall.vocabulary_id)] };
  if (!account.ids.has(vocabulary_id)) return { silent, stale: [gone(vocabulary_id)] };
  const replaced = account.replaced.get(vocabulary_id);
  if (replaced?.target_model === told.model)
    return { silent, moving: [beingReplaced(name, vocabulary_id, account)] };
  const whose = account.bound.get(vocabulary_id);
  if (whose === undefined) return { silent, stale: [noList(vocabulary_id)] };
  const instead =
    shall.vocabulary_id === null ? ', and shall have none' : ` in the place of ${shall.vocabulary_id}`;
  return { silent, pairs: [`${name} is given the id of ${whose}${instead}`] };
}

/** The part of a file that is by vocabulary and model. */
function judgeLists(
  told: PublishedContent,
  { ids, isWhole }: OutputFacts,
  account: KnownIds,
): Partial<PublishedFaults> {
  if (told.format === 'dotenv') return {};
  const all = Object.entries(ids.vocabularies).flatMap(([name, models]) =>
    Object.entries(models).map(([model, { vocabulary_id }]) =>
      judgeList({ name, model, vocabulary_id, has: told.lists.get(name) ?? new Map() }, account),
    ),
  );
  const found = { stale: of(all, 'stale'), pairs: of(all, 'pairs') };
  // A list that has just come waits with all the others, and so do those that it takes the place of.
  return isWhole
    ? { ...found, stale: [...found.stale, ...of(all, 'lacking')], moving: of(all, 'moving') }
    : found;
}

interface JudgedList {
  readonly name: string;
  readonly model: string;
  readonly vocabulary_id: string;
  /** The ids of the vocabulary in the file, by model. */
  readonly has: ReadonlyMap<string, string>;
}

function judgeList(
  { name, model, vocabulary_id, has }: JudgedList,
  account: KnownIds,
): Partial<PublishedFaults> {
  const found = has.get(model);
  if (found === vocabulary_id) return {};
  const before = [...has.values()].find((id) => account.replaced.has(id));
  if (before !== undefined) return { moving: [beingReplaced(name, before, account)] };
  if (found === undefined) return { lacking: [absent(vocabulary_id)] };
  if (!account.ids.has(found)) return { stale: [gone(found)] };
  return { pairs: [`${listAddress(name, model)} is ${found} in it, and not ${vocabulary_id}`] };
}

/** Whatever the file has under a name that nothing is known of today: its list may not be in effect, or the name is gone. */
function idsOfOthers(told: PublishedContent, { ids }: OutputFacts): string[] {
  const known = new Set(Object.keys(ids.consumers).map((name) => toldTo(told, name)));
  const consumers = [...told.consumers.values()].filter((one) => !known.has(one));
  const lists = [...told.lists].flatMap(([name, models]) =>
    [...models].filter(([model]) => ids.vocabularies[name]?.[model] === undefined),
  );
  return [...consumers.flatMap(({ vocabulary_id }) => vocabulary_id ?? []), ...lists.map(([, id]) => id)];
}

function beingReplaced(name: string, id: string, { replaced }: KnownIds): string {
  return `${name} is given ${id}, which ${replaced.get(id)?.by} takes the place of`;
}

function gone(id: string): string {
  return `${quotable(id)} is not in the account`;
}

function noList(id: string): string {
  return `${quotable(id)} is no list of a vocabulary any more`;
}

function absent(id: string | null): string {
  return `${id ?? 'an id'} is not in it`;
}
