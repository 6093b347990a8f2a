import { eastAsianWidth } from 'get-east-asian-width';
import { andMore } from '../model/text/and-more.js';
import { printable } from '../model/text/printable.js';

/** Padded on the right to a number of terminal columns; a CJK character takes two. */
export function padColumns(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}

/** Terminal columns: two for a wide character, none for one that is drawn onto its neighbour. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (!combining.test(character)) columns += eastAsianWidth(character.codePointAt(0) ?? 0);
  }
  return columns;
}

const combining = /^\p{M}$/u;

/** The widest text's columns, at most `limit`. */
export function widest(texts: readonly string[], limit: number): number {
  return Math.min(limit, Math.max(0, ...texts.map(columnsOf)));
}

/** `1 list`, `2 lists`, `2 vocabularies`. */
export function count(amount: number, noun: string): string {
  return `${amount} ${amount === 1 ? noun : noun.endsWith('ry') ? `${noun.slice(0, -1)}ies` : `${noun}s`}`;
}

const mostNames = 15;

/** The first of many names, and how many more there are. */
export function firstOf(names: readonly string[]): string {
  return andMore(names, mostNames, (name) => name);
}

/** Writes a duration in its two largest units, rounded up: `20 s`, `3 min 20 s`, `2 h 5 min`, `3 d 4 h`. */
export function duration(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 1440) return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
  const hours = Math.ceil(minutes / 60);
  return `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

/** Writes how much audio there is: below ten seconds with a decimal, as clips are short. */
export function audioLength(ms: number): string {
  if (ms >= 9950) return duration(ms);
  return `${Math.max(Math.round(ms / 100), ms > 0 ? 1 : 0) / 10} s`;
}

/** `Plan for production`: two accounts with the same words must not look the same. */
export function titled(title: string, account: string | null | undefined): string {
  return account === null || account === undefined ? title : `${title} for ${printable(account)}`;
}
