// Space separators, tab and line ends. Not \s: that takes U+FEFF and some control characters for white space, which
// must stay in the text so that they can be reported.
const whiteSpace = /[\p{Zs}\t\n\r]+/gu;
const plain = /^[ -~]*$/;
const uneven = /^ | $| {2}/;

/** The one form in which the text of a hotword is kept: NFC, trimmed, each run of white space one space. */
export function normaliseText(text: string): string {
  if (plain.test(text) && !uneven.test(text)) return text;
  return text.normalize('NFC').replace(whiteSpace, ' ').replace(/^ | $/g, '');
}
