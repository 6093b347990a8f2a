import { isMap, isScalar, parse, type YAMLMap } from 'yaml';
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
 * Adds keys to a mapping, which is made where there is none. Everything else stays as it is, byte for byte.
 * @param path the keys to the mapping: `['models']`
 * @param entries key and value, each written as YAML in one line: `['fun-asr-2027-01-01', '{ family: fun-asr }']`
 */
export function addEntries(
  text: string,
  path: Path,
  entries: readonly (readonly [string, string])[],
): Edited {
  if (entries.length === 0) return { text };
  const lines = entries.map(([key, value]) => `${key}: ${value}`);
  const added = parse(`{ ${lines.join(', ')} }`, { schema: 'failsafe' }) as object;
  return edit(text, path, {
    add: (place) => placeEntries(place, lines, Object.keys(added)),
    expected: (before) => ({ ...(isRecord(before) ? before : {}), ...added }),
    by_hand: `under \`${path.join('.')}\`: ${lines.join('; ')}`,
  });
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function placeEntries(place: Place, lines: readonly string[], keys: readonly string[]): Addition | Refusal {
  const { value, key } = place;
  if (value === null || (isScalar(value) && value.source === '')) {
    return addKey(place, { flow: `{ ${lines.join(', ')} }`, lines });
  }
  if (!isMap(value)) return new Refusal(`\`${key}\` is not a mapping`);
  const map = value;
  const taken = keys.find((name) => map.has(name));
  if (taken !== undefined) return new Refusal(`\`${key}\` has ${taken} already`);
  if (map.flow === true || map.items.length === 0) {
    const flow = lines.join(', ');
    return { offset: endOfLast(map), insert: map.items.length === 0 ? ` ${flow} ` : `, ${flow}` };
  }
  return intoBlock(map, lines, place);
}

function intoBlock(map: YAMLMap.Parsed, lines: readonly string[], { text, newline }: Place): Addition {
  const indent = ' '.repeat(columnOf(text, map.range[0]));
  const { offset, needsBreak } = afterLine(text, endOfLast(map));
  const inserted = lines.map((line) => `${indent}${line}${newline}`).join('');
  return { offset, insert: needsBreak ? newline + inserted.slice(0, -newline.length) : inserted };
}
