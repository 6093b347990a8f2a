import { isUnspaced } from './unspaced.js';

/*
 * Two texts are the same when people would say that the same was heard. Width, case, punctuation and spaces are up to whoever
 * wrote a reference, and to the model; so they are taken out, as in NFKC_Casefold of Unicode and in the scorers of the field.
 * Numbers, abbreviations, simplified and traditional characters stay as they are: whoever wants these to be equal writes the
 * references as the model writes.
 */

/** A text in the form in which it is compared, and where each of its UTF-16 units comes from. */
export interface Normalised {
  readonly text: string;
  /** For each unit of `text`, where what it was made of begins in the original. */
  readonly starts: readonly number[];
  /** The same, where it ends, exclusive. */
  readonly ends: readonly number[];
}

/**
 * Normalises a text: NFKC, case folded, what cannot be seen taken out, punctuation (Unicode's category P) made white space,
 * and white space one space, or nothing at the ends and beside characters that are written without. An apostrophe inside a
 * word leaves nothing. Symbols such as `+` stay.
 */
export function normalise(original: string): Normalised {
  const made: Draft = { text: '', starts: [], ends: [], isUnspaced: false, gap: -1, isApostrophe: false };
  for (const { 0: cluster, index } of original.matchAll(clusters)) {
    for (const character of folded(cluster)) add(made, character, [index, index + cluster.length]);
  }
  return { text: made.text, starts: made.starts, ends: made.ends };
}

interface Draft {
  text: string;
  readonly starts: number[];
  readonly ends: number[];
  /** Whether the last character is one that has no spaces beside it. */
  isUnspaced: boolean;
  /** Where white space began that has not been written yet; -1: there is none. */
  gap: number;
  /** Whether that is one apostrophe and nothing else. */
  isApostrophe: boolean;
}

/**
 * A character with what normalisation may join to it: marks, what cannot be seen, the sound marks of half-width kana, and the
 * vowels and finals of Korean that are written letter by letter.
 */
const clusters = /[^][\p{M}\p{DI}\uff9e\uff9f\u1160-\u11ff\uffc2-\uffdc]*/gu;
const invisible = /\p{DI}+/gu;
const apostrophe = /^['\u2019\u02bc]$/;
const gap = /^[\p{P}\p{Z}\p{Cc}]$/u;
const mark = /^\p{M}$/u;

function folded(cluster: string): string {
  if (cluster.length === 1 && isPlain(cluster.charCodeAt(0))) return cluster;
  const visible = cluster.replace(invisible, '').normalize('NFKC');
  return Array.from(visible, foldCase).join('').normalize('NFKC');
}

/** Digits, small letters and the common Han characters: most of most texts. */
function isPlain(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)
  );
}

/** Up and down again, so that `ß` and `SS`, and both small sigmas, are one. The dotless i of Turkish is another letter. */
function foldCase(character: string): string {
  return character === '\u0131' ? character : character.toLowerCase().toUpperCase().toLowerCase();
}

function add(made: Draft, character: string, origin: Origin): void {
  const isApostrophe = apostrophe.test(character);
  if (isApostrophe || gap.test(character)) {
    made.isApostrophe = isApostrophe && made.gap < 0;
    if (made.gap < 0) made.gap = origin[0];
    return;
  }
  const unspaced = isUnspaced(character) || (made.isUnspaced && mark.test(character));
  const isSpace = made.gap >= 0 && !made.isApostrophe && made.text !== '';
  if (isSpace && !unspaced && !made.isUnspaced) append(made, ' ', [made.gap, made.gap + 1]);
  append(made, character, origin);
  made.gap = -1;
  made.isUnspaced = unspaced;
}

/** From and to, exclusive. */
type Origin = readonly [number, number];

function append(made: Draft, character: string, [start, end]: Origin): void {
  made.text += character;
  for (let unit = 0; unit < character.length; unit++) {
    made.starts.push(start);
    made.ends.push(end);
  }
}
