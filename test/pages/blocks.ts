/** A fenced block of a page. */
export interface Block {
  /** What stands behind the fence: `sh`, `console`, `yaml`; empty: it shows what a program prints, or a tree of files. */
  readonly language: string;
  /** Without the indentation of the fence. */
  readonly text: string;
  /** Where the fence stands, from 1. */
  readonly line: number;
}

/** Finds the fenced blocks of a page, also those in a list. */
export function blocksOf(page: string): Block[] {
  return [...page.matchAll(/^( *)```(\w*)\n([^]*?)^\1```$/gm)].map(
    ({ 1: indent = '', 2: language = '', 3: text = '', index }) => ({
      language,
      text: text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
      line: page.slice(0, index).split('\n').length,
    }),
  );
}

/** A command, with what a page shows below it and says of how it ends. */
export interface Shown {
  readonly command: string;
  /** How it may end: well, or as a comment behind it says, `exit 2: drift`. */
  readonly exits: readonly number[];
  readonly output: readonly string[];
}

/** Reads the commands of a block: each line of `sh`, in a `console` what follows `$ `. */
export function commandsOf({ language, text }: Block): Shown[] {
  const whole = text.replaceAll(/\\\n\s*/g, '');
  if (language === 'sh') {
    return whole
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.startsWith('#'))
      .map((line) => ({ ...commandOf(line), output: [] }));
  }
  return whole
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [line = '', ...output] = part.split('\n');
      return { ...commandOf(line), output: output.map(squeeze).filter((row) => row !== '' && row !== '…') };
    });
}

function commandOf(line: string): Pick<Shown, 'command' | 'exits'> {
  const { 1: command = line, 2: comment = '' } = /^(.*?)(?:\s+#\s(.*))?$/.exec(line) ?? [];
  return { command, exits: [0, ...[...comment.matchAll(/\bexit (\d+)/g)].map(([, code]) => Number(code))] };
}

/** Without alignment and line breaks. */
export function squeeze(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
