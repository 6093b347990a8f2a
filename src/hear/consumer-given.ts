import type { Catalogue } from '../model/catalogue/target-models.js';
import type { Change } from '../model/change.js';
import { type Config, type Consumer, isInstant, isList, type Vocabulary } from '../model/config.js';
import { listAddress } from '../model/desired.js';
import type { DeliveryFacts, ListFacts } from '../model/evaluation/evaluation.js';
import { sameHotwords } from '../model/hotword.js';
import { mapOf, type SentWords } from '../model/instant/sent-words.js';
import type { ObservedList } from '../model/observed.js';
import type { Plan } from '../model/plan.js';
import { composed } from '../model/text/composed.js';
import { settling, sinceUpdate } from '../model/time/last-update.js';
import { type Given, type GivenList, give } from './given.js';

/** What a consumer recognises with: today, and as YAML asks for it. */
export interface ConsumerGiven {
  readonly today: Given;
  /** null: it is not tried. */
  readonly planned: Given | null;
  /** Why not; null: it is, or nobody asked for it. */
  readonly not_planned: string | null;
  readonly delivery: DeliveryFacts;
}

/** Where it is found out. */
export interface Sources {
  readonly config: Config;
  readonly catalogue: Catalogue;
  /** What the account holds; null: no consumer has a list, and it was not asked. */
  readonly plan: Pick<Plan, 'changes' | 'server_time'> | null;
  /** What a published file tells a consumer to send with its requests; undefined: none tells anything. */
  readonly published: (consumer: string) => SentWords | null | undefined;
  /** Whether what YAML asks for is tried too. */
  readonly tryPlanned: boolean;
}

/**
 * Says what a consumer is given today: the list that is bound for it, as the account holds it, and the instant words that a
 * published file tells it to send, or where none does, those of the configuration.
 */
export function givenTo(consumer: Consumer, sources: Sources): ConsumerGiven {
  const { config, plan, published } = sources;
  const vocabularies = vocabulariesOf(consumer, config);
  const change = changeOf(consumer, vocabularies, plan?.changes ?? []);
  const list = change?.before ?? null;
  const asked = instantWords(vocabularies);
  const told = asked === null ? undefined : published(consumer.name);
  const instant = told === undefined ? asked : told;
  const parts = {
    list: list === null ? null : asGiven(list, plan?.server_time ?? null),
    absent: list === null ? (change?.after?.hotwords ?? []) : [],
    vocabularies,
  };
  const today = give({ ...parts, instant });
  const wanted = [...(change?.after?.hotwords.map(({ text }) => text) ?? []), ...Object.keys(asked ?? {})];
  const lacking = lackingIn(today, wanted);
  return {
    today,
    ...planned(change, sources, () => give({ ...parts, instant: asked })),
    delivery: {
      ...deliveryOf({ consumer, change, instant }, sources),
      ...(lacking.length > 0 && { lacking }),
    },
  };
}

/** The words of a list that is not there are counted: what they lack is the list. */
function lackingIn({ words }: Given, wanted: readonly string[]): readonly string[] {
  const given = new Set(words.map(({ text }) => composed(text)));
  return [...new Set(wanted)].filter((text) => !given.has(composed(text)));
}

/** Finds the vocabularies of a consumer, whatever their models are: with a wrong one, it sends their id and words all the same. */
export function vocabulariesOf(
  { vocabularies }: Consumer,
  config: Pick<Config, 'vocabularies'>,
): readonly Vocabulary[] {
  return vocabularies.flatMap(({ value }) => config.vocabularies.find(({ name }) => name === value) ?? []);
}

/** Whether a list of the account has a part in what a consumer is given. */
export function hasList(consumer: Consumer, config: Pick<Config, 'vocabularies'>): boolean {
  return vocabulariesOf(consumer, config).some(isList);
}

/** The list of its model; where its vocabulary has none of that model, the first one is what its program has an id of. */
function changeOf(
  { model }: Consumer,
  vocabularies: readonly Vocabulary[],
  changes: readonly Change[],
): Change | undefined {
  const vocabulary = vocabularies.find(isList);
  if (vocabulary === undefined) return undefined;
  const models = vocabulary.target_models.map(({ value }) => value);
  const target = models.includes(model.value) ? model.value : models[0];
  if (target === undefined) return undefined;
  const address = listAddress(vocabulary.name, target);
  return changes.find((change) => change.after !== null && change.after.address === address);
}

function instantWords(vocabularies: readonly Vocabulary[]): SentWords | null {
  const instant = vocabularies.filter(isInstant);
  return instant.length === 0 ? null : mapOf(instant.flatMap(({ entries }) => entries));
}

type Planned = Pick<ConsumerGiven, 'planned' | 'not_planned'>;

/** Words of a list cannot be tried before they are written. */
function planned(change: Change | undefined, { tryPlanned }: Sources, make: () => Given): Planned {
  if (!tryPlanned) return { planned: null, not_planned: null };
  if (change === undefined) return { planned: make(), not_planned: null };
  const { address, before, after } = change;
  const why =
    before === null
      ? 'is not in the account'
      : after === null || !sameHotwords(before.hotwords, after.hotwords)
        ? 'does not have the words that YAML asks for'
        : null;
  if (why === null) return { planned: make(), not_planned: null };
  return {
    planned: null,
    not_planned: `the list ${address} ${why}, and words of a list cannot be tried before they are applied`,
  };
}

function asGiven(list: ObservedList, now: number | null): GivenList {
  const since = sinceUpdate(list, now);
  return { ...list, settled: typeof since !== 'number' || since >= settling };
}

interface Delivered {
  readonly consumer: Consumer;
  readonly change: Change | undefined;
  readonly instant: SentWords | null;
}

function deliveryOf({ consumer, change, instant }: Delivered, sources: Sources): DeliveryFacts {
  const { config, catalogue, plan } = sources;
  const model = catalogue.get(consumer.model.value) ?? null;
  return {
    model: consumer.model.value,
    region: config.account.region,
    language_hints: consumer.language_hints?.value ?? null,
    read_hints: model?.max_language_hints ?? null,
    takes_instant: model?.instant ?? null,
    list: change === undefined ? null : listFacts(change, plan?.server_time ?? null),
    instant: Object.keys(instant ?? {}).length,
  };
}

function listFacts({ address, before, target_model }: Change, now: number | null): ListFacts {
  if (before === null) return { vocabulary_id: address, target_model, status: null, age_ms: null };
  const { vocabulary_id, status } = before;
  const since = sinceUpdate(before, now);
  return {
    vocabulary_id,
    target_model: before.target_model,
    status,
    age_ms: typeof since === 'number' ? Math.max(0, since) : null,
    ...(since === 'never' && { never_updated: true }),
  };
}
