import type { Located, Report } from '../model/diagnostic.js';
import type { Reader } from './read/reader.js';
import type { Source } from './text/source.js';

/** What everything that reads a configuration takes from the run, and the file that is being read. */
export interface Reading {
  readonly source: Source;
  readonly report: Report;
  readonly reader: Reader;
  /** The configuration's own path from the root, which no pattern finds; its includes and outputs are relative to it. */
  readonly configPath: string;
  /** The folder of the configuration, absolute. */
  readonly directory: string;
  /** Says whether a path from the root is one of the files that were read. */
  readonly isRead: (path: string) => boolean;
  /** The weight of entries that name none. */
  readonly defaultWeight: number;
  /** The model of vocabularies that name none. */
  readonly defaultModel: Located<string> | null;
}

/** As much as it takes to say what is wrong with a file. */
export type Reporting = Pick<Reading, 'source' | 'report'>;
