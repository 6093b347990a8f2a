/** A command a README shows, and the output it shows below it. */
export interface Shown {
  readonly command: string;
  readonly output: readonly string[];
}

/** What a README shows: in ```` ```console ```` blocks, where `$ ` begins a command, and as `` `vocabsync …` `` in its text. */
export function parseReadme(text: string): Shown[] {
  const blocks = [...text.matchAll(/^```console\n(.*?)^```$/gms)].map(([, block = '']) => block);
  const prose = text.replaceAll(/^```.*?^```$/gms, '');
  const mentioned = [...prose.matchAll(/`vocabsync ([^`]+)`/g)].map(([, command = '']) => command);
  return [
    ...blocks.flatMap(parseBlock),
    ...mentioned.map((command) => ({ command: squeeze(command), output: [] })),
  ];
}

/** The lines a text does not contain in their order. */
export function missingLines(lines: readonly string[], text: string): string[] {
  let from = 0;
  return lines.filter((line) => {
    const at = text.indexOf(line, from);
    if (at >= 0) from = at + line.length;
    return at < 0;
  });
}

/** Without indentation, alignment and line breaks. */
export function squeeze(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function parseBlock(block: string): Shown[] {
  return block.split(/^\$ vocabsync /m).flatMap((part, index) => {
    const [command = '', ...output] = part.split('\n').map(squeeze);
    return index === 0 ? [] : { command, output: output.filter((line) => line !== '') };
  });
}
