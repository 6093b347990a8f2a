import { fstatSync, writeFileSync } from 'node:fs';
import { systemClock } from '../library/clock.js';
import { isAlive } from '../library/machine.js';
import { version } from '../library/version.js';
import { VocabError } from '../model/errors.js';
import { openPrompts } from './asking/prompts.js';
import { type Context, type Output, type Terminal, workingDirectory } from './context.js';
import { exitCodes } from './exit-code.js';

/*
 * The only file that touches the process. It sets the exit code and lets the process end by itself, so that what is
 * still on its way to a pipe arrives.
 */

// Node 22 and newer keep what they have compiled, in the folder for temporary files; Node 20 has no such thing. What this
// file imports is compiled by then, and the larger part of the program is not. NODE_DISABLE_COMPILE_CACHE turns it off.
const compiling = process.getBuiltinModule('node:module') as unknown as {
  readonly enableCompileCache?: () => unknown;
};
compiling.enableCompileCache?.();

const interruption = new AbortController();
let unwritable = false;

const context: Context = {
  ...workingDirectory(() => process.cwd()),
  env: process.env,
  version,
  clock: systemClock,
  stdout: output(process.stdout, 1),
  stderr: output(process.stderr, 2),
  // Not before somebody asks: Node makes a stream of stdin, which most commands never read.
  get interactive() {
    return [process.stdin, process.stdout, process.stderr].every(({ isTTY }) => isTTY === true);
  },
  input: async () => {
    const parts: Buffer[] = [];
    for await (const part of process.stdin) parts.push(part as Buffer);
    return Buffer.concat(parts);
  },
  ask: async (question) => {
    const { ask } = await import('./asking/ask.js');
    return ask(question, { input: process.stdin, output: process.stderr, onInterrupt: interrupt });
  },
  prompts: openPrompts({
    get input() {
      return process.stdin;
    },
    output: process.stderr,
    signal: interruption.signal,
  }),
  interruption: interruption.signal,
  ...(process.stderr.isTTY === true ? { terminal: terminalOf(process.stderr) } : {}),
  pid: process.pid,
  isAlive,
};

// The first time, what is under way comes to its end and is reported; the second time, nothing is waited for.
process.on('SIGINT', interrupt);
process.on('SIGTERM', interrupt);

// `vocabsync plan | head` closes the pipe early, which is no failure of ours. The run still goes on to its end: an apply
// must not be cut off because nobody reads on.
process.stdout.on('error', onUnwritable);
process.stderr.on('error', noteUnwritable);

void runToEnd();

async function runToEnd(): Promise<void> {
  const args = process.argv.slice(2);
  // Whoever asks for the version asks for no command line: wrappers and images do so at each start.
  if (args.length === 1 && args[0] === '--version') return context.stdout.write(`${version}\n`);
  try {
    const { run } = await import('./program.js');
    const exitCode = await run(args, context);
    process.exitCode = exitCode === exitCodes.done && unwritable ? exitCodes.partial : exitCode;
  } catch (error) {
    const { printBug } = await import('./showing/print-bug.js');
    process.exitCode = printBug(error, context);
  }
}

function onUnwritable(error: unknown): void {
  if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return;
  const isTold = unwritable;
  noteUnwritable();
  // Once is enough, however many writes fail.
  if (isTold) return;
  const why = error instanceof Error ? error.message : String(error);
  process.stderr.write(`cannot write the result: ${why}\n`);
}

/** A stream tells of its error after the run may have ended: whatever came of that, nobody has the result. */
function noteUnwritable(): void {
  unwritable = true;
  if ((process.exitCode ?? exitCodes.done) === exitCodes.done) process.exitCode = exitCodes.partial;
}

function interrupt(): void {
  if (interruption.signal.aborted) process.exit(exitCodes.interrupted);
  interruption.abort(new VocabError('interrupted', 'interrupted; once more ends it at once'));
}

function terminalOf(stream: NodeJS.WriteStream): Terminal {
  return {
    size: () => ({ columns: stream.columns, rows: stream.rows }),
    every(ms, act) {
      const timer = setInterval(act, ms).unref();
      return () => clearInterval(timer);
    },
    onResume(act) {
      process.on('SIGCONT', act);
      return () => void process.off('SIGCONT', act);
    },
  };
}

function output(stream: NodeJS.WriteStream, fd: number): Output {
  return {
    isTTY: stream.isTTY === true,
    write: isFile(fd) ? intoFile(fd) : (text) => void stream.write(text),
  };
}

/** Node's stream for a file takes a write of which only a part had room for one that was done. */
function intoFile(fd: number): Output['write'] {
  return (text) => {
    try {
      writeFileSync(fd, text);
    } catch (error) {
      if (fd === 1) onUnwritable(error);
      else noteUnwritable();
    }
  };
}

/** A descriptor that is closed is none. */
function isFile(fd: number): boolean {
  try {
    return fstatSync(fd).isFile();
  } catch {
    return false;
  }
}
