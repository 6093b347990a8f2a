import { isScalar } from 'yaml';
import { type Addition, afterLine, columnOf, endOfLast, type Place } from './edit.js';

/** A value in both styles: inside braces, and on lines of its own. */
export interface Written {
  readonly flow: string;
  readonly lines: readonly string[];
}

/** Writes a key that is not there yet, or that stands there without a value. */
export function addKey(place: Place, { flow, lines }: Written): Addition {
  const { parent, key, text, newline, value } = place;
  const pair = parent.items.find((item) => isScalar(item.key) && item.key.source === key);
  if (parent.flow === true) {
    const separator = parent.items.length === 0 ? ' ' : ', ';
    return pair === undefined
      ? { offset: endOfLast(parent), insert: `${separator}${key}: ${flow}` }
      : { offset: value?.range[0] ?? pair.key.range[1], insert: ` ${flow}` };
  }
  const indent = ' '.repeat(columnOf(text, parent.range[0]));
  const block = lines.map((line) => `${indent}  ${line}`);
  const rows = pair === undefined ? [`${indent}${key}:`, ...block] : block;
  const behind = pair === undefined ? endOfLast(parent) : pair.key.range[1];
  const { offset, needsBreak } = afterLine(text, behind);
  const inserted = rows.map((row) => row + newline).join('');
  return { offset, insert: needsBreak ? newline + inserted.slice(0, -newline.length) : inserted };
}
