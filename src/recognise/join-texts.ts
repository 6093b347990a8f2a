/*
 * Chinese and Japanese, with their punctuation, put no space between sentences. Neither does anything beside white space.
 */
const spaceless = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef\s]`;
const spacelessEnd = new RegExp(`${spaceless}$`, 'u');
const spacelessStart = new RegExp(`^${spaceless}`, 'u');

/** Sentences as one text, with a space between two that need one. Empty ones say nothing. */
export function joinTexts(texts: readonly string[]): string {
  return texts
    .filter((text) => text !== '')
    .reduce((whole, text) => (needsSpace(whole, text) ? `${whole} ${text}` : `${whole}${text}`), '');
}

function needsSpace(before: string, after: string): boolean {
  return before !== '' && !spacelessEnd.test(before.slice(-2)) && !spacelessStart.test(after);
}
