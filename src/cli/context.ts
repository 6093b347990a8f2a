import type { Clock } from '../model/ports.js';
import type { Saying } from '../report/form.js';

/** What a command may know of the process it runs in. Only main.ts touches the process itself. */
export interface Context {
  readonly cwd: string;
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
  readonly onSaid?: (saying: Saying) => void;
  readonly pid: number;
  /** Whether a process of this machine runs. */
  readonly isAlive: (pid: number) => boolean;
}

export interface Output {
  readonly isTTY: boolean;
  readonly write: (text: string) => void;
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
