import { isScalar, isSeq, parse, type YAMLSeq } from 'yaml';
import { addKey } from './add-key.js';
import {
  type Addition,
  afterLine,
  columnOf,
  type Edited,
  edit,
  endOfLast,
  type Path,
  type Place,
  Refusal,
} from './edit.js';

/**
 * Adds items to a list, which is made where there is none. Everything else stays as it is, byte for byte.
 * @param path the keys to the list: `['vocabularies']`, `['vocabularies', 0, 'include']`
 * @param items each written as YAML, in one line: a path, or `{ file: terms.csv, columns: { text: 热词 } }`
 */
export function addItems(text: string, path: Path, items: readonly string[]): Edited {
  if (items.length === 0) return { text };
  const added = items.map((item): unknown => parse(item, { schema: 'failsafe' }));
  return edit(text, path, {
    add: (place) => placeItems(place, items),
    expected: (before) => [...(Array.isArray(before) ? (before as unknown[]) : []), ...added],
    by_hand: `under \`${path.join('.')}\`: ${items.map((item) => `- ${item}`).join(' ')}`,
  });
}

function placeItems(place: Place, items: readonly string[]): Addition | Refusal {
  const { value, key, text } = place;
  const flow = items.join(', ');
  if (value === null) return addKey(place, { flow: `[${flow}]`, lines: items.map((item) => `- ${item}`) });
  if (isScalar(value) && value.source === '') {
    return addKey(place, { flow: `[${flow}]`, lines: items.map((item) => `- ${item}`) });
  }
  if (!isSeq(value)) return new Refusal(`\`${key}\` is not a list`);
  if (value.flow === true || value.items.length === 0) return intoFlow(value, flow);
  return intoBlock(value, items, { text, newline: place.newline });
}

function intoFlow(list: YAMLSeq.Parsed, flow: string): Addition {
  const insert = list.items.length === 0 ? flow : `, ${flow}`;
  return { offset: endOfLast(list), insert };
}

function intoBlock(
  list: YAMLSeq.Parsed,
  items: readonly string[],
  { text, newline }: Pick<Place, 'text' | 'newline'>,
): Addition {
  const indent = ' '.repeat(columnOf(text, list.range[0]));
  const { offset, needsBreak } = afterLine(text, endOfLast(list));
  const lines = items.map((item) => `${indent}- ${item}${newline}`).join('');
  return { offset, insert: needsBreak ? newline + lines.slice(0, -newline.length) : lines };
}
