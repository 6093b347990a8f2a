import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

const main = join(import.meta.dirname, '../../dist/cli/main.js');

export interface Ended {
  /** null: a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ProcessOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Nothing of the environment the tests run in, but the way to programs. */
const environment = { PATH: process.env['PATH'] ?? '' };

/** Runs the built program to its end, without an input. */
export function vocabsync(args: string, options: ProcessOptions): Promise<Ended> {
  return end(start(args, options));
}

/** Starts the built program; it is gone when the running test is. */
export function start(args: string, { cwd, env = {} }: ProcessOptions): ChildProcess {
  const words = args.split(' ').filter((word) => word !== '');
  return launch(process.execPath, [main, ...words], { cwd, env });
}

/** Runs a line of the shell, in which $VOCABSYNC is the built program. */
export function shell(line: string, { cwd, env = {} }: ProcessOptions): Promise<Ended> {
  const VOCABSYNC = `"${process.execPath}" "${main}"`;
  return end(launch('/bin/sh', ['-c', line.replaceAll('$VOCABSYNC', VOCABSYNC)], { cwd, env }));
}

/** The first line that a process prints, while it goes on. */
export async function firstLine({ stdout }: ChildProcess): Promise<string> {
  let seen = '';
  for await (const chunk of stdout ?? []) {
    seen += String(chunk);
    if (seen.includes('\n')) return seen.slice(0, seen.indexOf('\n'));
  }
  throw new Error('it ended without a line');
}

function launch(file: string, args: readonly string[], { cwd, env }: Required<ProcessOptions>): ChildProcess {
  const child = spawn(file, args, {
    cwd,
    env: { ...environment, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

async function end(child: ChildProcess): Promise<Ended> {
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw new Error('it was started without pipes');
  const [out, err, [code]] = await Promise.all([text(stdout), text(stderr), once(child, 'close')]);
  return { code, stdout: out, stderr: err };
}
