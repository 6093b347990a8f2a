import { sep } from 'node:path';
import { VocabError } from '../model/errors.js';
import type { Clock } from '../model/ports.js';
import type { Saying } from '../report/form.js';
import type { Prompts } from './asking/prompts.js';

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
  /** Asks on stderr for more than a line. Only where `interactive`. */
  readonly prompts: Prompts;
  /** Aborted with a VocabError `interrupted` when somebody wants the process to stop. */
  readonly interruption: AbortSignal;
  /** Hears what is said in the place of a report: of whoever runs the program in a process of its own. */
  readonly onSaid?: (saying: Saying, account: string | null) => void;
  readonly pid: number;
  /** Whether a process of this machine runs. */
  readonly isAlive: (pid: number) => boolean;
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

/** Says whether a process of this machine runs. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // There is such a process, only it belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
