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
  /** The terminal behind stderr; missing where there is none. */
  readonly terminal?: Terminal;
  /** The lines at its foot; missing where nothing can be written over. `run` puts them there. */
  readonly live?: LiveLines;
}

export interface Output {
  readonly isTTY: boolean;
  readonly write: (text: string) => void;
}

export interface Terminal {
  /** As it is now: it may be resized at any time. */
  readonly size: () => { readonly columns: number; readonly rows: number };
  /** Calls `act` every `ms` until the function that it returns is called. Keeps no process alive. */
  readonly every: (ms: number, act: () => void) => () => void;
  /** Calls `act` when the process goes on after Ctrl-Z, until the function that it returns is called. */
  readonly onResume: (act: () => void) => () => void;
}

/** What is said at the foot of a terminal while it holds: a line for each thing that is under way. */
export interface LiveLine {
  /** Written before it, `+` in front of what is made; empty: nothing. */
  readonly symbol: string;
  readonly paint: (symbol: string) => string;
  /** What is under way. Where there is no room it is shortened first. */
  readonly what: string;
  /** How far it has come; empty: nothing is known. */
  readonly state: string;
}

/** `steps` of a plan, while any is under way, stand in the place of `stage` and `reading`. */
export type LivePart = 'steps' | 'stage' | 'reading' | 'retry';

export interface LiveLines {
  /** Puts lines there, others in their place, or with null none. They are asked for what they say at each drawing. */
  readonly show: (part: LivePart, lines: ((now: number) => readonly LiveLine[]) | null) => void;
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
