import type { ModelAddition, Region } from './catalogue/target-models.js';
import type { Located, Location, RuleLevel, RuleLevels } from './diagnostic.js';
import type { Hotword, Remark } from './hotword.js';

/** A desired hotword with what is said of it for people, and the place it was written at. */
export interface Entry extends Hotword, Remark {
  readonly location: Location;
}

/** How a text carries a weight: `word :1.5`, `word|8`, `word: 4`, `word,4`, `word^2`, `word 580436 n`, `word 20`, by a tab. */
export type WeightStyle =
  | 'sherpa'
  | 'bar'
  | 'label'
  | 'colon'
  | 'comma'
  | 'caret'
  | 'bracket'
  | 'sign'
  | 'jieba'
  | 'number'
  | 'tab';

/** A hotword of a file that another program has written. */
export interface ForeignWord extends Omit<Entry, 'weight'> {
  /** On whatever scale the file has, and any number; null: the file names none. */
  readonly weight: number | null;
}

/** How words reach recognition: as a list of the account, or with each request. */
export const deliveries = ['list', 'instant'] as const;
export type Delivery = (typeof deliveries)[number];

interface AnyVocabulary {
  readonly name: string;
  readonly target_models: readonly Located<string>[];
  readonly previous_prefixes: readonly Located<string>[];
  /** Who answers for it, in one line for people. */
  readonly owner: Located<string> | null;
  readonly entries: readonly Entry[];
  /** Where its name stands, or its mapping when it has none. */
  readonly location: Location;
}

/** A vocabulary that is kept in the account: one list, and one slot, for each target model. */
export interface ListVocabulary extends AnyVocabulary {
  readonly delivery: 'list';
  readonly prefix: Located<string>;
  /** Lists that are bound whatever else matches: the way out of a rival. */
  readonly vocabulary_ids: readonly Located<string>[];
}

/** A vocabulary whose words go with each recognition request: it has no list, no id and needs no slot. */
export interface InstantVocabulary extends AnyVocabulary {
  readonly delivery: 'instant';
}

/** Named words as the user wrote them, includes read in, defaults applied, not yet checked against the vendor's limits. */
export type Vocabulary = ListVocabulary | InstantVocabulary;

export function isList(vocabulary: Vocabulary): vocabulary is ListVocabulary {
  return vocabulary.delivery === 'list';
}

export function isInstant(vocabulary: Vocabulary): vocabulary is InstantVocabulary {
  return vocabulary.delivery === 'instant';
}

/** A program that recognises speech with the words of vocabularies. */
export interface Consumer {
  readonly name: string;
  /** One or several; at most one of them is a list, since recognition takes one id. */
  readonly vocabularies: readonly Located<string>[];
  readonly model: Located<string>;
  /** null: recognition is not restricted to languages. */
  readonly language_hints: Located<readonly string[]> | null;
  readonly location: Location;
}

/** A consumer's name as part of a variable's: `call-centre` is `CALL_CENTRE`. */
export function environmentName(consumer: string): string {
  return consumer.toUpperCase().replace(/[^A-Z0-9]+/g, '_');
}

/** The forms in which ids are written for applications. */
export const outputFormats = ['json', 'yaml', 'dotenv', 'ts'] as const;
/** A form in which ids are written for applications. */
export type OutputFormat = (typeof outputFormats)[number];

/** A file that publishes the ids of the lists. */
export interface Output {
  /** Relative to the config's folder, inside it. */
  readonly path: string;
  readonly format: OutputFormat;
}

/** Limits on what one run may do without being told so. */
export interface Guards {
  /** Orphans one run may delete. */
  readonly max_deletes: number;
  /** The share of a list's words that may go, 0 to 1. */
  readonly max_hotword_loss: number;
  /** Between two updates of one list, in milliseconds. */
  readonly update_interval: number;
}

/** The account that a configuration describes, and how it is reached. */
export interface AccountConfig {
  /** What people call it: two accounts of one region are told apart by it. null: it has no name. */
  readonly name: string | null;
  readonly region: Region;
  /** `emulator`, the URL of a vendor host, or null for the region's host. */
  readonly endpoint: Located<string> | null;
  readonly api_key_env: string;
  /** Lists that the account may hold. */
  readonly list_quota: number;
  readonly workspace: string | null;
}

/** What may become of the lists of the account, beside what the vocabularies ask. */
export interface ConfigPolicy {
  /** Lists whose prefix starts with this are ours even when no vocabulary names them. */
  readonly namespace: Located<string> | null;
  /** Whether orphans inside the namespace are deleted. */
  readonly prune: boolean;
  /** Prefixes or vocabulary_ids whose lists shall go. */
  readonly removed: readonly Located<string>[];
  /** Exact prefixes whose lists are never deleted. */
  readonly protect: readonly Located<string>[];
  readonly guards: Guards;
}

/** A line under `rules:`. */
export interface RuleSetting {
  readonly rule: string;
  readonly level: RuleLevel;
  /** Where the id of the rule stands. */
  readonly location: Location;
}

/** A check whether the words of a consumer are heard: a line under `evaluations:`. */
export interface EvaluationConfig {
  readonly name: string;
  /** The name of a consumer. */
  readonly consumer: Located<string>;
  /** The manifest of its clips, relative to the config's folder. */
  readonly clips: Located<string>;
  /** A share, 0 to 1; null: any. */
  readonly min_recall: number | null;
  /** Words heard where nobody said them; null: any number. */
  readonly max_false: number | null;
  /** How often each clip is recognised. */
  readonly repeat: number;
  readonly location: Location;
}

/** A configuration as it was read, defaults applied, not yet checked against the vendor's limits. */
export interface Config {
  /** As the user would type it. */
  readonly file: string;
  /** Absolute; paths in the config are relative to it. */
  readonly directory: string;
  readonly account: AccountConfig;
  readonly policy: ConfigPolicy;
  /** The weight of hotwords that name none. */
  readonly default_weight: number;
  readonly vocabularies: readonly Vocabulary[];
  /** How many more are named of which nothing is known, not even the names: why was said. */
  readonly unread_vocabularies: number;
  readonly consumers: readonly Consumer[];
  readonly outputs: readonly Output[];
  readonly evaluations: readonly EvaluationConfig[];
  /** Additions to the built-in catalogue, by model name. */
  readonly models: Readonly<Record<string, ModelAddition>>;
  /** How seriously rules are taken, where the configuration says so; as written, not yet checked. */
  readonly rules: readonly RuleSetting[];
  /** Where the `vocabularies` key stands, for what is said of all of them. */
  readonly vocabularies_location: Location;
}

/** What `rules:` says of each rule that it names. */
export function levelsOf({ rules }: Pick<Config, 'rules'>): RuleLevels {
  return new Map(rules.map(({ rule, level }) => [rule, level]));
}
