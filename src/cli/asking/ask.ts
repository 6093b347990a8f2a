export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** Ctrl-C at the question, which a terminal in raw mode does not turn into a signal. */
  readonly onInterrupt: () => void;
}

/** The line that is typed after a question; null when the input ends instead. Only for a terminal. */
export async function ask(
  question: string,
  { input, output, onInterrupt }: Terminal,
): Promise<string | null> {
  const { createInterface } = await import('node:readline');
  const lines = createInterface({ input, output });
  lines.on('SIGINT', () => {
    onInterrupt();
    lines.close();
  });
  try {
    return await new Promise((resolve) => {
      lines.once('close', () => resolve(null));
      lines.question(question, resolve);
    });
  } finally {
    lines.close();
  }
}
