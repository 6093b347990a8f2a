import type { Envelope } from '../json/envelope.js';
import type { Sources } from '../view/diagnostics.js';

/** What a saying is told from, beside what it is about. */
export interface Teller {
  /** The beginning of its document. */
  readonly envelope: Envelope;
  /** The texts that are quoted, by the names that diagnostics use. */
  readonly sources: Sources;
}
