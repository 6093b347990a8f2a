import type { Entry } from '../../model/config.js';
import type { Located } from '../../model/diagnostic.js';

/** What a cell of a table can be. */
export type Field = 'text' | 'weight' | 'lang' | 'note' | 'expires';
export const fields: readonly Field[] = ['text', 'weight', 'lang', 'note', 'expires'];
/** The keys of an entry in YAML and JSON. */
export const entryKeys: readonly string[] = [...fields, 'extra'];

/** A file with hotwords, as a vocabulary names it. */
export interface Include {
  /** As it is written: relative to the file of the vocabulary. */
  readonly file: Located<string>;
  /** The headers of a table that has its own, by field; null for one whose headers are the fields. */
  readonly columns: Columns | null;
}

export type Columns = ReadonlyMap<Field, Located<string>>;

/** What a file gave. */
export interface IncludedWords {
  readonly entries: readonly Entry[];
  /** The model that the file itself says its words are for, as the vendor's answers do. */
  readonly target_model: Located<string> | null;
}
