/** One way in which two spellings of a word may differ, and how to take it away. */
interface Difference {
  readonly name: string;
  readonly fold: (text: string) => string;
}

const differences: readonly Difference[] = [
  // Full width, ligatures, circled numbers and whatever else has a plain form; first, because some of it has a case.
  { name: 'full width or another form of the same character', fold: (text) => text.normalize('NFKC') },
  { name: 'upper and lower case', fold: (text) => text.toLowerCase() },
  { name: 'spaces', fold: (text) => text.replace(/\s+/g, '') },
];

/** A text without case, width and spaces: what two spellings of one word have in common. */
export function foldedText(text: string): string {
  if (isAscii(text)) return text.toLowerCase().replaceAll(' ', '');
  return fold(text, differences);
}

/** Names the ways in which two texts with one folded text differ. */
export function differencesOf(one: string, other: string): string[] {
  return differences
    .filter((difference) => {
      const others = differences.filter((candidate) => candidate !== difference);
      return fold(one, others) !== fold(other, others);
    })
    .map(({ name }) => name);
}

export function isAscii(text: string): boolean {
  return !/[^\0-\x7f]/.test(text);
}

function fold(text: string, folded: readonly Difference[]): string {
  return folded.reduce((rest, difference) => difference.fold(rest), text);
}
