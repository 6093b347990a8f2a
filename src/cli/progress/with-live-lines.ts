import type { Context, Output } from '../context.js';
import { type DrawnLines, drawLines } from './live-lines.js';

/**
 * Runs something in a context with live lines on its terminal. Whatever is written to that terminal meanwhile, results
 * included, finds the lines gone, so the two never mix.
 */
export async function withLiveLines<T>(context: Context, act: (live: Context) => Promise<T>): Promise<T> {
  const { terminal } = context;
  if (terminal === undefined) return act(context);
  const live = drawLines(context.stderr, terminal, context);
  try {
    return await act({
      ...context,
      live,
      stdout: beside(live, context.stdout),
      stderr: beside(live, context.stderr),
      ask: askingBeside(live, context.ask),
    });
  } finally {
    live.close();
  }
}

function beside(live: DrawnLines, output: Output): Output {
  return {
    ...output,
    write(text) {
      if (text === '') return;
      // Also what goes into a pipe: mostly somebody at its other end writes it to this very terminal.
      live.hide();
      output.write(text);
      if (output.isTTY) live.hold(!text.endsWith('\n'));
    },
  };
}

function askingBeside(live: DrawnLines, ask: Context['ask']): Context['ask'] {
  return async (question) => {
    live.hide();
    live.hold(true);
    try {
      return await ask(question);
    } finally {
      live.hold(false);
    }
  };
}
