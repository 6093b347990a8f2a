import { escapeJson, scalar } from '../../model/yaml/scalar.js';
import { resolve } from '../text/tree.js';
import type { Reads } from './places.js';

export interface Written {
  readonly style: 'plain' | 'quoted' | 'block';
  readonly text: string;
}

/**
 * Writes a scalar in one line. Quotes go where no reader needs them, and come where some reader would see something else
 * than we do; where either is as good, it stays as somebody wrote it.
 */
export function writeScalar({ style, text }: Written, reads: Reads, inBrackets: boolean): string {
  if (reads === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  if (style !== 'plain') return reads === 'typed' ? quoted(text) : scalar(text);
  if (text === '') return '';
  // A number that is too large for us is a text, and may still be a number for the vendor.
  const isValue = reads !== 'text' && (number.test(text) || typeof resolve(plainScalar(text)) !== 'string');
  // In one line: what was folded has line ends in it where there were blank lines.
  if (isValue || (reads === 'typed' && !text.includes('\n'))) return text;
  return isPlainEverywhere(text, inBrackets) ? text : quoted(text);
}

function plainScalar(text: string) {
  return { kind: 'scalar', style: 'plain', text, start: 0, end: 0 } as const;
}

/** In double quotes, with what nobody sees as an escape. */
export function quoted(text: string): string {
  return escapeJson(JSON.stringify(text));
}

// What some YAML reader, of version 1.1 too, takes for a boolean, a null, a number, a date, a time or a merge key.
const looksOtherwise = [
  /^(?:true|false|yes|no|on|off|y|n|null|~|=|<<)$/i,
  /^[-+]?(?:\.inf|\.nan|0x[0-9a-f_]+|0o?[0-7_]+|0b[01_]+)$/i,
  /^[-+]?[0-9.][-+.0-9_]*(?:e[-+]?[0-9_]+)?$/i,
  /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/,
  /^\d{4}-\d\d?-\d\d?(?:(?:[Tt]|[ \t]+)\d\d?:.*)?$/,
];
const number = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:e[-+]?\d+)?$/i;
const mark = /^(?:[,[\]{}#&*!|>'"%@`]|[-?:](?:\s|$)|---|\.\.\.)/;
const ends = /: | #|:$|^\s|\s$/;
const bracketEnds = /[,[\]{}]/;
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u00a0\u2000-\u200a\u3000]/u;

function isPlainEverywhere(text: string, inBrackets: boolean): boolean {
  if (mark.test(text) || ends.test(text) || unseen.test(text)) return false;
  if (inBrackets && bracketEnds.test(text)) return false;
  return !looksOtherwise.some((form) => form.test(text));
}
