/** What stands before an item of a list: a bullet with a space, or one that is nothing else without. */
const bullet =
  '[-*+–—][ \\t]|[Øü§][ \\t](?=[^\\x00-\\x7f])|[\\ue000-\\uf8ff•‣◦⁃▪▫●○■□·・‧∙➢➤➔✓✔☑☐★☆→►▶◆◇※]\\ufe0f?[ \\t]?';
/** `1. `, `1)`, `1、`, `6。`, `①`; not 3.5 or 2.0. */
const number = '[(（]?[\\d０-９]{1,4}(?:[.．](?=\\P{ASCII}|[ \\t])|[)）、。])[ \\t]?|[①-⓿❶-➓][ \\t]?';
/** `a)`, `(b)`, `一、`, `（二）` */
const letter = '[(（]?[A-Za-z][)）][ \\t]?|[(（]?[一二三四五六七八九十百]{1,3}[、．)）][ \\t]?';
const box = '\\[[ xX✓]?\\][ \\t]?';
const marker = new RegExp(`^(?:${bullet}|${number}|${letter}|${box})`, 'u');
const boxed = new RegExp(`^${box}`, 'u');

/** A line without a bullet or a number in front of it, or the box behind it; as it is when nothing else would be left. */
export function withoutMarker(word: string): string {
  const rest = word.replace(marker, '');
  if (rest === '' || rest === word) return word;
  // A number behind a bullet belongs to the word: `- 3. Liga`.
  return rest.replace(boxed, '') || rest;
}
