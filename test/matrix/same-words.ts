interface Word {
  readonly text: string;
  readonly weight: number;
}

/** Whether two lists have the same words, in any order. */
export function sameWords(left: readonly Word[], right: readonly Word[]): boolean {
  return spell(left) === spell(right);
}

function spell(words: readonly Word[]): string {
  const lines = words.map(({ text, weight }) => `${text} ${weight}`);
  return lines.sort().join('\n');
}
