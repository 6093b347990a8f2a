import type { Catalogue, Region } from '../model/catalogue/target-models.js';
import type { Config } from '../model/config.js';
import type { Desired } from '../model/desired.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { VocabError } from '../model/errors.js';
import type { QueriedList } from '../model/observed.js';
import type { Plan } from '../model/plan.js';
import type { Ids, PublishedFile } from '../model/result/published.js';
import type { Mention, Reference } from './scan/mention.js';

/* What the doctor looks at. Whoever gathers it reads the world; everything behind it only thinks. */

/** Something that was tried. */
export type Attempt<T> =
  | { readonly done: true; readonly value: T }
  | { readonly done: false; readonly error: VocabError };

export interface Facts {
  /** This machine's clock, epoch milliseconds. */
  readonly now: number;
  readonly catalogue: Catalogue;
  readonly connection: Connection;
  /** The first, smallest request. */
  readonly answer: Attempt<FirstAnswer>;
  /** null: none is needed, and none was found. */
  readonly configuration: Configuration | null;
  readonly account: Attempt<AccountFacts>;
  /** null: nobody can tell what they should say. */
  readonly outputs: OutputFacts | null;
  /** What each evaluation has for clips; none where the configuration cannot be read. */
  readonly manifests: readonly ManifestFact[];
  /** One list and the model it is used with; null: nobody asked. */
  readonly pairing: Pairing | null;
  readonly scan: Scan | null;
}

/** Where the account is asked for, and with what. */
export interface Connection {
  /** null: nobody said. */
  readonly region: Region | null;
  readonly configured_region: Region | null;
  /** The base URL, or `emulator`. */
  readonly endpoint: Attempt<string>;
  readonly endpoint_by: 'option' | 'configuration' | 'region';
  /** The NAME of the variable. */
  readonly api_key_env: string;
  readonly key_is_set: boolean;
  readonly workspace: string | null;
  /** What the vendor's SDKs read from DASHSCOPE_HTTP_BASE_URL in this environment; null: it is not set. */
  readonly sdk_url: string | null;
}

export interface FirstAnswer {
  /** Epoch milliseconds; null when the answer had no date that can be read. */
  readonly server_time: number | null;
  /** This machine's clock when the answer was there. */
  readonly local_time: number;
}

export interface Configuration {
  /** As the user would type it. */
  readonly file: string;
  /** null: too broken to tell. */
  readonly config: Config | null;
  /** null: some of it could not be read, so that nobody knows what is asked of the account. */
  readonly desired: Desired | null;
  /** How its lists could do with fewer slots, an instruction each. */
  readonly packing: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface AccountFacts {
  /** Every list, whoever made it. */
  readonly known_ids: readonly string[];
  /** null: without a configuration that can be read as a whole nobody knows whose the lists are. */
  readonly plan: Plan | null;
}

/** The files that programs read, and what they should say. */
export interface OutputFacts {
  readonly files: readonly OutputFile[];
  /** The ids of the lists that are OK, and the words that go with requests. */
  readonly ids: Ids;
  /** Whether that is everything. An apply writes no file before it is. */
  readonly isWhole: boolean;
}

export interface OutputFile {
  readonly path: string;
  readonly file: Attempt<PublishedFile>;
  /** Whether it says, letter by letter, what an apply would write. */
  readonly isCurrent: boolean;
}

export interface ManifestFact {
  /** The name of the evaluation. */
  readonly evaluation: string;
  /** As the user would type it. */
  readonly file: string;
  /** How many of its lines are as they should be. */
  readonly clips: number;
  readonly diagnostics: readonly Diagnostic[];
}

export interface Pairing {
  readonly vocabulary_id: string;
  /** What recognition is called with; null: nobody said. */
  readonly model: string | null;
  /** null: there is no such list. */
  readonly list: Attempt<QueriedList | null>;
}

export interface Scan {
  /** As the user typed it. */
  readonly root: string;
  readonly files: number;
  /** What was not read, and why, such as `2 binary files`; links and folders of tools are no part of it. */
  readonly left_out: readonly string[];
  /** Whether there were more files than are read. */
  readonly is_cut: boolean;
  readonly mentions: readonly Mention[];
  readonly references: readonly Reference[];
  /** Lists that are mentioned and no part of the plan; null: not readable. */
  readonly queried: ReadonlyMap<string, QueriedList | null>;
}
