import { andMore } from '../../model/text/and-more.js';

/*
 * What is never cut in two: an escape as `printable` makes it, a code span, somebody's words between double quotes; of
 * anything else, a code point.
 */
const piece = /\\u\{[0-9A-F]+\}|`[^`]+`|"[^"]+"|./gsu;

/** A long text up to a word's end, with a mark that it goes on; `limit` in UTF-16 units, without the mark. */
export function clipped(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let end = 0;
  let wordEnd = 0;
  for (const { 0: next, index } of text.matchAll(piece)) {
    if (next === ' ') wordEnd = index;
    if (index + next.length > limit) {
      if (end <= limit / 2 && isSpan(next)) return text.slice(0, end) + clippedSpan(next, limit - end);
      break;
    }
    end = index + next.length;
  }
  return `${text.slice(0, wordEnd > limit / 2 ? wordEnd : end).trimEnd()} …`;
}

function isSpan(text: string): boolean {
  return text.length > 2 && /^[`"]/.test(text);
}

/** A span that is too much of the text to be left out is shortened inside, and closed again. */
function clippedSpan(span: string, limit: number): string {
  const mark = span.slice(0, 1);
  return `${mark}${clipped(span.slice(1, -1), Math.max(0, limit - 2))}${mark}`;
}

const mostNames = 10;
const longestName = 100;

/** The first of many names, and how many more there are. */
export function firstNames(names: readonly string[], render: (name: string) => string): string {
  return andMore(names, mostNames, (name) => render(clipped(name, longestName)));
}
