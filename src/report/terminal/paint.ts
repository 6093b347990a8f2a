import type { Palette } from '../palette.js';
import type { Symbol } from '../view/report-view.js';

/** The colour that goes with a symbol and never replaces it. */
export function painter(symbol: Symbol, palette: Palette): (text: string) => string {
  switch (symbol) {
    case '+':
      return palette.add;
    case '~':
      return palette.change;
    case '-':
      return palette.remove;
    case '=':
    case ' ':
      return palette.strong;
  }
}

/** Blocks of lines with a blank line between them. */
export function joinBlocks(blocks: readonly (readonly string[])[]): string {
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}
