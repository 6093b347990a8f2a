import { sep } from 'node:path';
import { VocabError } from '../model/errors.js';
import type { Clock } from '../model/ports.js';
import type { Saying } from '../report/form.js';

/** What a command may know of the process it runs in. Only main.ts touches the process itself. */
export interface Context {
  /** Absolute. */
  readonly cwd: string;
  /** Why no command can run here. */
  readonly unusable?: VocabError;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  readonly clock: Clock;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Whether somebody can be asked, and sees what it is about: stdin, stdout and stderr are terminals. */
  readonly interactive: boolean;
  /** Asks on stderr; resolves with the line that was typed, null when the input ended. */
  readonly ask: (question: string) => Promise<string | null>;
  /** Aborted with a VocabError `interrupted` when somebody wants the process to stop. */
  readonly interruption: AbortSignal;
  /** Hears what is said in the place of a report: of whoever runs the program in a process of its own. */
  readonly onSaid?: (saying: Saying, account: string | null) => void;
  /** The terminal behind stderr; missing where there is none. */
  readonly terminal?: Terminal;
  /** The lines at its foot; missing where nothing can be written over. `run` puts them there. */
  readonly live?: LiveLines;
  readonly pid: number;
  /** Whether a process of this machine runs. */
  readonly isAlive: (pid: number) => boolean;
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

/** Says whether a process of this machine runs. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // There is such a process, only it belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
