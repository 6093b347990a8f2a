import { composed } from '../../model/text/composed.js';

// Space separators, tab and line ends. Not \s: that takes U+FEFF and some control characters for white space, which
// must stay in the text so that they can be reported.
const whiteSpace = /[\p{Zs}\t\n\r]+/gu;

/** The one form in which the text of a hotword is kept: NFC, trimmed, each run of white space one space. */
export function normaliseText(text: string): string {
  if (isNormal(text)) return text;
  return composed(text).replace(whiteSpace, ' ').replace(/^ | $/g, '');
}

/** Most words are: printable ASCII and the common Han characters, with single spaces inside. */
function isNormal(text: string): boolean {
  let before = space;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === space ? before === space : code < 0x21 || (code > 0x7e && (code < 0x4e00 || code > 0x9fff)))
      return false;
    before = code;
  }
  return before !== space || text === '';
}

const space = 0x20;
