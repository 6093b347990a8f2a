import { sep } from 'node:path';
import type { Machine } from '../library/machine.js';
import { VocabError } from '../model/errors.js';
import type { Saying } from '../report/form.js';
import type { Prompts } from './asking/prompts.js';

/** What a command may know of the process it runs in. Only main.ts touches the process itself. */
export interface Context extends Machine {
  /** Why no command can run here. */
  readonly unusable?: VocabError;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Whether somebody can be asked, and sees what it is about: stdin, stdout and stderr are terminals. */
  readonly interactive: boolean;
  /** Reads stdin to its end; left out: there is none. */
  readonly input?: () => Promise<Uint8Array>;
  /** Asks on stderr; resolves with the line that was typed, null when the input ended. */
  readonly ask: (question: string) => Promise<string | null>;
  /** Asks on stderr for more than a line. Only where `interactive`. */
  readonly prompts: Prompts;
  /** Aborted with a VocabError `interrupted` when somebody wants the process to stop. */
  readonly interruption: AbortSignal;
  /** Hears what is said in the place of a report: of whoever runs the program in a process of its own. */
  readonly onSaid?: (saying: Saying, account: string | null) => void;
}

export interface Output {
  readonly isTTY: boolean;
  readonly write: (text: string) => void;
}

/** Asks where the program runs, which may be a folder that somebody has deleted meanwhile. */
export function workingDirectory(ask: () => string): Pick<Context, 'cwd' | 'unusable'> {
  try {
    return { cwd: ask() };
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
    const unusable = new VocabError('usage', 'the working directory does not exist any more', {
      hint: 'change into a folder that exists, and run it there',
      cause,
    });
    return { cwd: sep, unusable };
  }
}
