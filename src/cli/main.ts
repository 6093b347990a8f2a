import { systemClock } from './clock.js';
import type { Context, Output } from './context.js';
import { run } from './program.js';
import { version } from './version.js';

/*
 * The only file that touches the process. It sets the exit code and lets the process end by itself, so that what is
 * still on its way to a pipe arrives.
 */

const context: Context = {
  cwd: process.cwd(),
  env: process.env,
  version,
  clock: systemClock,
  stdout: output(process.stdout),
  stderr: output(process.stderr),
  interactive: [process.stdin, process.stdout, process.stderr].every(({ isTTY }) => isTTY === true),
  ask: async (question) => {
    const { ask } = await import('./ask.js');
    return ask(question, process.stdin, process.stderr);
  },
};

// `vocabsync plan | head` closes the pipe early, which is no failure of ours. The run still goes on to its end: an apply
// must not be cut off because nobody reads on.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

try {
  process.exitCode = await run(process.argv.slice(2), context);
} catch (error) {
  const { printBug } = await import('./print.js');
  process.exitCode = printBug(error, context);
}

function output(stream: NodeJS.WriteStream): Output {
  return { isTTY: stream.isTTY === true, write: (text) => void stream.write(text) };
}
