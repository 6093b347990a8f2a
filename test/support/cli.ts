import type { Prompts } from '../../src/cli/asking/prompts.js';
import type { Context, Output } from '../../src/cli/context.js';
import type { ExitCode } from '../../src/cli/exit-code.js';
import { run } from '../../src/cli/program.js';
import { printBug } from '../../src/cli/showing/print-bug.js';
import type { Clock } from '../../src/model/ports.js';
import { manualClock } from './emulator.js';
import { scriptedPrompts } from './prompts.js';
import type { Screen } from './screen.js';

export interface Surroundings {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Does not pass by itself unless given: whoever sleeps is awake at once. */
  readonly clock?: Clock;
  /** Whether stdin, stdout and stderr are terminals. */
  readonly terminal?: boolean;
  /** What stdout and stderr are written to instead, as far as they are terminals. */
  readonly screen?: Screen;
  /** What is typed at the question; null: the input ends. Without it, a question fails the test. */
  readonly answer?: () => string | null | Promise<string | null>;
  /** Who answers questions that are more than a line; without it, such a question fails the test. */
  readonly prompts?: Prompts;
  /** What comes from a pipe; without it, there is none. */
  readonly input?: string | Uint8Array;
  /** Aborted by the test to play the user's Ctrl-C. */
  readonly interruption?: AbortSignal;
}

export interface Ended {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

/** The program as main.ts runs it, in a process that is made up. */
export async function runCli(args: readonly string[], surroundings: Surroundings): Promise<Ended> {
  const { cwd, env = {}, clock = manualClock(), screen, answer, input } = surroundings;
  const { interruption = new AbortController().signal, prompts = scriptedPrompts() } = surroundings;
  const { terminal = screen !== undefined } = surroundings;
  const stdout = capture(terminal, screen);
  const stderr = capture(terminal, screen);
  const context: Context = {
    cwd,
    env,
    version: '1.2.3',
    clock,
    stdout,
    stderr,
    interactive: terminal,
    ...(input === undefined ? {} : { input: async () => Buffer.from(input) }),
    ask: asking(answer, stderr),
    prompts,
    interruption,
    ...(screen === undefined ? {} : { terminal: screen.terminal }),
    pid: 4711,
    isAlive: () => false,
  };
  const code = await runOrReport(args, context);
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

async function runOrReport(args: readonly string[], context: Context): Promise<ExitCode> {
  try {
    return await run(args, context);
  } catch (error) {
    return printBug(error, context);
  }
}

function capture(isTTY: boolean, screen?: Screen): Output & { text(): string } {
  const written: string[] = [];
  const write = (text: string) => {
    written.push(text);
    if (isTTY) screen?.write(text);
  };
  return { isTTY, write, text: () => written.join('') };
}

function asking(answer: Surroundings['answer'], stderr: Output): Context['ask'] {
  return async (question) => {
    if (answer === undefined) throw new Error(`nobody expected to be asked: ${question}`);
    stderr.write(question);
    return answer();
  };
}
