import pc from 'picocolors';

/** How the kinds of text look. Decided once for each stream; the renderers only name the kind. */
export interface Palette {
  readonly add: (text: string) => string;
  readonly change: (text: string) => string;
  readonly remove: (text: string) => string;
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly good: (text: string) => string;
  readonly strong: (text: string) => string;
  /** The letters that differ. */
  readonly mark: (text: string) => string;
  readonly faint: (text: string) => string;
}

export function palette(colour: boolean): Palette {
  const { green, yellow, red, bold, dim, underline } = pc.createColors(colour);
  return {
    add: green,
    change: yellow,
    remove: red,
    error: (text) => bold(red(text)),
    warning: (text) => bold(yellow(text)),
    good: green,
    strong: bold,
    mark: (text) => bold(underline(text)),
    faint: dim,
  };
}
