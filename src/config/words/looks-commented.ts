/*
 * Where a comment begins for whoever wrote it, and not for what reads the words: `头孢 # 三病区`, `#头孢`, `头孢＃三病区`. A name
 * may have the sign too: C#, #1.
 */
const comment = /(?:^| )(?:[#＃](?!\d)|\/\/)|(?<=\p{Script=Han})[#＃] ?(?=\p{Script=Han})/u;

/** Whether a word has what looks like a comment in it, or is one. */
export function looksCommented(word: string): boolean {
  // Most words have none of the signs, and each is asked.
  return /[#＃/]/.test(word) && comment.test(word);
}
