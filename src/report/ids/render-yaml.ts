import { printableJson } from '../../model/text/printable.js';

/** The longest key, quotes included, that a reader of YAML must find before its colon on one line. */
const longestImplicitKey = 1024;

/** Writes a mapping in block style. A JSON string is a YAML string too, so every key and every text is written as one. */
export function renderYaml(mapping: object): string {
  // Once more for what only shows across characters: an order to a runner.
  return printableJson(rowsOf(mapping, ''));
}

function rowsOf(mapping: object, indent: string): string {
  const rows = Object.entries(mapping).map(([key, value]: [string, unknown]) => {
    const head = headOf(quoted(key), indent);
    if (typeof value === 'string') return `${head} ${quoted(value)}\n`;
    if (typeof value !== 'object' || value === null) return `${head} ${JSON.stringify(value)}\n`;
    return Object.keys(value).length === 0 ? `${head} {}\n` : `${head}\n${rowsOf(value, `${indent}  `)}`;
  });
  return rows.join('');
}

function headOf(key: string, indent: string): string {
  return key.length > longestImplicitKey ? `${indent}? ${key}\n${indent}:` : `${indent}${key}:`;
}

function quoted(text: string): string {
  return `"${Array.from(text, characterOf).join('')}"`;
}

/** Beyond \uFFFF, JSON spells a character as two halves, which YAML takes for two characters. */
function characterOf(character: string): string {
  const spelt = printableJson(JSON.stringify(character)).slice(1, -1);
  const point = character.codePointAt(0) ?? 0;
  if (point > 0xffff && spelt !== character) return `\\U${hex(point, 8)}`;
  // YAML has no place for these two as they are.
  return point === 0xfffe || point === 0xffff ? `\\u${hex(point, 4)}` : spelt;
}

function hex(point: number, digits: number): string {
  return point.toString(16).padStart(digits, '0');
}
