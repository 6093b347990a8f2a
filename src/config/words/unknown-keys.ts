import { closest } from '../../model/text/closest.js';
import type { WordReading } from '../reading.js';
import { slipOfKey } from '../text/slips.js';
import { isNull, type MappingTree, type Pair, type Tree } from '../text/tree.js';
import { say } from './entry-fields.js';
import { meaningOf } from './header-meanings.js';
import { entryKeys } from './include.js';

/* What is said of the keys of an entry that are none of ours, and of an entry without a text. */

/** The field that a misspelt key was most likely meant to be. */
function fieldMeant(key: string): string | null {
  return meaningOf(key) ?? closest(key, entryKeys);
}

/** Where the text has another name, that is all there is to say: neither that it is unknown nor that there is none. */
export function reportUnknownKeys(
  unknown: readonly Pair[],
  mapping: MappingTree,
  context: WordReading,
): void {
  const hasText = mapping.pairs.some(({ key }) => key === 'text');
  const first = hasText ? undefined : unknown.find(({ key }) => fieldMeant(key) === 'text');
  const word = hasText ? null : wordAsKey(mapping);
  if (first !== undefined) reportOtherNames(first, unknown, context);
  else if (word !== null) reportWordAsKey(word, context);
  else {
    for (const pair of unknown) reportUnknownKey(pair, context);
    if (!hasText) reportMissingText(mapping, context);
  }
}

function reportOtherNames(first: Pair, unknown: readonly Pair[], context: WordReading): void {
  const names = unknown.map(({ key }) => JSON.stringify(key)).join(', ');
  const guesses = unknown.flatMap(({ key }) => fieldMeant(key) ?? []).map((field) => `"${field}"`);
  say(context, first.keyStart, {
    rule: 'unknown-key',
    message: `a hotword has the unknown key${unknown.length === 1 ? '' : 's'} ${names}, and no text`,
    hint:
      slipOfKey(first.key, entryKeys)?.hint ??
      `did you mean ${[...new Set(guesses)].join(', ')}? An entry takes ${entryKeys.join(', ')}`,
  });
}

/** A key of ours behind a word: the braces or the line between the two are missing. */
const keyBehind = /^(.*[^\s,，])(?:[,，]\s*|(?<=[^\x00-\x7f])\s+)(weight|lang|note|expires)$/u;

/** The only pair of a mapping that has none of our keys, nor nearly one: a word with a colon behind it. */
function wordAsKey({ pairs }: MappingTree): Pair | null {
  const [only, ...others] = pairs;
  if (only === undefined || others.length > 0) return null;
  if (keyBehind.test(only.key)) return only;
  const isKey = fieldMeant(only.key) !== null || slipOfKey(only.key, entryKeys) !== null;
  return isKey || (only.value.kind === 'scalar' && isNull(only.value)) ? null : only;
}

function reportWordAsKey({ key, keyStart, value }: Pair, context: WordReading): void {
  say(context, keyStart, {
    rule: 'hotword-invalid',
    message: `a colon stands behind ${JSON.stringify(key)}, which makes a key of it and no hotword`,
    hint: meantByColon(key, value, /\.json$/i.test(context.source.file) ? asJson : asYaml),
  });
}

function asYaml(text: string, field: string, value: string): string {
  return `{ text: ${text}, ${field}: ${value} }`;
}

function asJson(text: string, field: string, value: string): string {
  return `{"text": ${text}, "${field}": ${value}}`;
}

function meantByColon(key: string, value: Tree, entry: typeof asYaml): string {
  if (value.kind === 'list') return 'write the words of a group as items of their own, without its name';
  if (value.kind === 'mapping') return `write { text: ${JSON.stringify(key)}, … }, with what stands below it`;
  const [, word = key, field = 'weight'] = keyBehind.exec(key) ?? [];
  const written = value.text.normalize('NFKC').trim();
  if (field === 'weight' && (word !== key || /^[-+]?\d+$/.test(written))) {
    const weight = /^[1-5]$/.test(written) ? written : '…';
    const scale = weight === '…' ? ', with a weight of 1 to 5' : '';
    return `write ${entry(JSON.stringify(word), 'weight', weight)}${scale}`;
  }
  if (word !== key) return `write ${entry(JSON.stringify(word), field, JSON.stringify(value.text))}`;
  const text = JSON.stringify(`${key}: ${value.text}`);
  return `put quotes around a text with a colon in it: ${text}; or write { text: …, note: … }`;
}

function reportMissingText({ start }: MappingTree, context: WordReading): void {
  say(context, start, {
    rule: 'hotword-invalid',
    message: 'a hotword has no text',
    hint: 'add text: and the word to recognise; a text with a colon in it needs quotes',
  });
}

function reportUnknownKey({ key, keyStart }: Pair, context: WordReading): void {
  const field = fieldMeant(key);
  const meant = field === null ? null : `did you mean "${field}"?`;
  const slip = slipOfKey(key, entryKeys);
  const guess = slip === null ? meant : `${slip.hint};`;
  const known = `an entry takes ${entryKeys.join(', ')}; put whatever else the vendor takes under extra`;
  say(context, keyStart, {
    rule: 'unknown-key',
    message: `a hotword has the unknown key ${JSON.stringify(key)}`,
    hint: guess === null ? known : `${guess} ${known}`,
  });
}
