import { environmentName, type OutputFormat } from '../config.js';
import type { SentWords } from '../instant/sent-words.js';

/** What applications need to know to use their lists. */
export interface Ids {
  /** By vocabulary name, then by target model: every list that is there. */
  readonly vocabularies: Readonly<Record<string, Readonly<Record<string, PublishedList>>>>;
  /** By consumer name: those whose list, if they have one, is `OK`, since an id of any other does nothing. */
  readonly consumers: Readonly<Record<string, PublishedConsumer>>;
}

/** A list as applications are told of it. */
export interface PublishedList {
  readonly vocabulary_id: string;
  /** The vendor's; with any other than `OK`, recognition ignores the list. */
  readonly status: string;
}

/** What a call of recognition takes, to the letter; with another model, the id does nothing. */
export interface PublishedConsumer {
  readonly model: string;
  /** null: it recognises without a list. */
  readonly vocabulary_id: string | null;
  /** Words that go with each request, with their weights, sorted; null: none do. */
  readonly vocabulary: SentWords | null;
}

/** A file under `outputs`, as the program reads it that it is for. */
export type PublishedFile = { readonly path: string } & (
  | { readonly kind: 'absent' }
  /** `why` goes on after the name of the file: `is not JSON`. */
  | { readonly kind: 'unreadable'; readonly why: string }
  | ({ readonly kind: 'read' } & PublishedContent)
);

/** What a file tells programs. */
export interface PublishedContent {
  readonly format: OutputFormat;
  /** By consumer, as the form spells it: `toldTo` finds one. */
  readonly consumers: ReadonlyMap<string, ToldConsumer>;
  /** By vocabulary, then by target model: the id. A form that has no such part has none. */
  readonly lists: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** What a file tells the program of one consumer. Other than in what was written, a hand may have left anything out. */
export type ToldConsumer = { readonly [Field in keyof PublishedConsumer]: PublishedConsumer[Field] | null };

/** undefined: the file says nothing of the consumer. */
export function toldTo({ format, consumers }: PublishedContent, consumer: string): ToldConsumer | undefined {
  return consumers.get(format === 'dotenv' ? environmentName(consumer) : consumer);
}
