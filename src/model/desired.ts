import type { SuperHotwords } from './catalogue/target-models.js';
import type { AccountConfig, ConfigPolicy } from './config.js';
import type { Location, RuleLevels, Unlocated } from './diagnostic.js';
import type { Hotword, Remarks } from './hotword.js';
import type { InstantWords } from './instant/instant-words.js';

/** One list that shall exist: a vocabulary for one of its models. */
export interface DesiredList {
  /** `name@target_model`: how people and flags call this list. */
  readonly address: string;
  readonly name: string;
  readonly prefix: string;
  readonly target_model: string;
  /** Lists under these prefixes are superseded by this one. */
  readonly previous_prefixes: readonly string[];
  readonly vocabulary_ids: readonly string[];
  readonly hotwords: readonly Hotword[];
  /** For reports, as the owner is; nothing else looks at them. */
  readonly remarks: Remarks;
  readonly owner: string | null;
  /** Names of the consumers that use exactly this list. */
  readonly consumers: readonly string[];
  /** How many hotwords the target model takes at most. */
  readonly max_hotwords: number;
  /** Which of them are super ones to it, and how many of those it takes. */
  readonly super_hotwords: SuperHotwords;
  /** Whether every model of its vocabulary takes instant hotwords: it could do without its slots. */
  readonly could_be_instant: boolean;
  /** Where its vocabulary stands; null for a list that no file describes. */
  readonly location: Location | null;
}

/** What may become of the lists, and how many there may be: the configuration's word, without where it stands. */
export type Policy = Unlocated<ConfigPolicy & Pick<AccountConfig, 'list_quota'>>;

/** What a consumer is given: at most one list, and the words of any number of instant vocabularies. */
export interface DesiredConsumer {
  readonly name: string;
  readonly model: string;
  /** The address of its list; null: it has none. */
  readonly list: string | null;
  /** Names of its instant vocabularies. */
  readonly instant: readonly string[];
}

/** Everything the configuration asks of the account, and what goes to applications beside it. */
export interface Desired {
  readonly lists: readonly DesiredList[];
  /** Nothing is written to the account for these. */
  readonly instant: readonly InstantWords[];
  readonly consumers: readonly DesiredConsumer[];
  readonly policy: Policy;
  /** How seriously rules are taken. Left out: as they are. */
  readonly levels?: RuleLevels;
}

/** A number of lists, or of instant vocabularies, and of all the hotwords in them. */
export interface Size {
  readonly count: number;
  readonly hotwords: number;
}

/** How much a configuration asks for. */
export interface DesiredSize {
  readonly lists: Size;
  readonly instant: Size;
}

/** How a list of a vocabulary is called. */
export function listAddress(name: string, target_model: string): string {
  return `${name}@${target_model}`;
}

/** How a vocabulary claims the lists of a prefix that it had. */
export function howToClaim(
  { name, previous_prefixes }: Pick<DesiredList, 'name' | 'previous_prefixes'>,
  prefix: string,
): string {
  return `add \`previous_prefixes: [${[...previous_prefixes, prefix].join(', ')}]\` to ${name}: the list is then kept until \`--retire\``;
}

/** How a list that no vocabulary names is called. */
export function strayAddress(prefix: string, target_model: string): string {
  return `${prefix}@${target_model}`;
}

/** Whether the lists of a prefix are ours even when no vocabulary names them. */
export function inNamespace(prefix: string, { namespace }: Pick<Policy, 'namespace'>): boolean {
  return namespace !== null && prefix.startsWith(namespace);
}
