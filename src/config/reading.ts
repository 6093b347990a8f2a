import type { Located, Report } from '../model/diagnostic.js';
import type { Reader } from './read/reader.js';
import type { Source } from './text/source.js';
import type { WeightForm } from './words/text/weight-forms.js';

/** What it takes to read the hotwords of one file. */
export interface WordReading {
  readonly source: Source;
  readonly report: Report;
  /** The weight of entries that name none. */
  readonly defaultWeight: number;
  /** Left out: the file is one of ours, and what is not as it should be is a mistake. */
  readonly foreign?: ForeignReading;
}

/** What another program has written shall become ours, so more of it is understood and less is refused. */
export interface ForeignReading {
  /** Hears that the words carry their weights in themselves, as `word|8` does. */
  readonly onForm: (form: WeightForm) => void;
  /** Hears of a key or a column that is not read. */
  readonly onUnread: (name: string) => void;
}

/** What everything that reads a configuration takes from the run, and the file that is being read. */
export interface Reading extends WordReading {
  readonly reader: Reader;
  /** The configuration's own path from the root, which no pattern finds; its includes and outputs are relative to it. */
  readonly configPath: string;
  /** The folder of the configuration, absolute. */
  readonly directory: string;
  /** Says whether a path from the root is one of the files that were read. */
  readonly isRead: (path: string) => boolean;
  /** The model of vocabularies that name none. */
  readonly defaultModel: Located<string> | null;
}

/** As much as it takes to say what is wrong with a file. */
export type Reporting = Pick<Reading, 'source' | 'report'>;
