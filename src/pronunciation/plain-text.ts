/** What is read as Chinese is, as the inside of a class of a pattern. */
export const hanRanges = '\\u3400-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{323af}';

/** Not global: it is asked of single characters. */
export const han = new RegExp(`[${hanRanges}]`, 'u');

/** Characters that have no other form. */
const usual = /^[ -~\n\u4e00-\u9fff]*$/;

export function isUsual(text: string): boolean {
  return usual.test(text);
}

/** A text without what nobody hears: case, and which form of a character it is. */
export function plainly(text: string): string {
  return isUsual(text) ? text.toLowerCase() : text.normalize('NFKC').toLowerCase();
}

/** A text without punctuation, with one space where there was any. */
export function withoutSigns(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();
}
