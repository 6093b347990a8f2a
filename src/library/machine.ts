import type { Clock } from '../model/ports.js';
import { systemClock } from './clock.js';
import { version } from './version.js';

/** What a run takes from the machine that it is on. A test puts something else in the place of any of it. */
export interface Machine {
  /** The working directory, absolute: files are named relative to it. */
  readonly cwd: string;
  /** For the API key, the proxy, and what git needs. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  /** The version of vocabsync, for documents and the User-Agent. */
  readonly version: string;
  /** The number of this process: locks and backups are told apart by it. */
  readonly pid: number;
  /** Whether a process of this machine runs: a lock of one that does not is left over. */
  readonly isAlive: (pid: number) => boolean;
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

/** This very process: its working directory, environment and clock. */
export function thisMachine(): Machine {
  return {
    cwd: process.cwd(),
    env: process.env,
    clock: systemClock,
    version,
    pid: process.pid,
    isAlive,
  };
}
