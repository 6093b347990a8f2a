/**
 * Characters of scripts that put no spaces between words, each of which counts as a unit: Chinese, Japanese, Korean (whose
 * spaces are optional in what recognition writes), and Thai, Lao, Khmer and Burmese.
 */
export const unspacedCharacter =
  /[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{sc=Hang}\p{sc=Bopo}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;

/** Says so of one character, which is no punctuation. */
export function isUnspaced(character: string): boolean {
  const code = character.charCodeAt(0);
  if (code < 0xe00) return false;
  return (code >= 0x4e00 && code <= 0x9fff) || unspacedCharacter.test(character);
}
