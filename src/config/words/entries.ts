import type { Entry } from '../../model/config.js';
import { asError, asWarning, type DiagnosticDraft, type Location } from '../../model/diagnostic.js';
import { closest } from '../../model/text/closest.js';
import type { WordReading } from '../reading.js';
import { slipOfKey } from '../text/slips.js';
import { locationAt } from '../text/source.js';
import { mostEntries, reportTooMany } from '../text/too-many.js';
import { isNull, type MappingTree, type Pair, show, type Tree, wholeNumberOf } from '../text/tree.js';
import { keyInText, readExtra, readLang, readText, readWeight, say } from './entry-fields.js';
import { asOurs } from './foreign/foreign-entry.js';
import { meaningOf } from './header-meanings.js';
import { entryKeys } from './include.js';
import { readExpires, readNote } from './remarks.js';

// A plain loop, not zod: lists have thousands of entries, and this is some ten times faster (see bench/).

/** The hotwords of a list in YAML or JSON: texts, and mappings of what an entry may say. Bad ones are left out. */
export function readEntries(items: readonly Tree[], context: WordReading): Entry[] {
  const entries: Entry[] = [];
  const surplus = items[mostEntries];
  if (surplus !== undefined) {
    reportTooMany(surplus.start, context);
    return entries;
  }
  for (const item of items) {
    const entry = item.kind === 'mapping' ? readMapping(item, context) : readPlain(item, context);
    if (entry !== null) entries.push(entry);
  }
  return entries;
}

/** The hotwords of a JSON object `{word: weight}`. */
export function readWeights({ pairs }: MappingTree, context: WordReading): Entry[] {
  const entries: Entry[] = [];
  for (const { key, keyStart, value } of pairs) {
    // Of a file of ours that is an error in any case; of another's the word would be taken without its weight.
    if (value.kind !== 'scalar' && context.foreign !== undefined) {
      context.report(asError(groupOfWords(key, show(value)), locationAt(context.source, keyStart)));
      continue;
    }
    const weight = readWeight(value, context);
    const text = readText(
      { kind: 'scalar', style: 'quoted', text: key, start: keyStart, end: keyStart },
      context,
    );
    if (text === null || weight === null) continue;
    entries.push({ ...entryOf(text, context, locationAt(context.source, keyStart)), weight });
  }
  return entries;
}

/** Words that somebody has put into groups: the name of the group is none of them. */
function groupOfWords(name: string, found: string): DiagnosticDraft {
  return {
    rule: 'include-form',
    message: `under ${JSON.stringify(name)} there is ${found}, and no weight`,
    hint: 'write the words of all groups in one list, or those of each in a file of its own',
  };
}

function readPlain(item: Tree, context: WordReading): Entry | null {
  const text = readText(item, context);
  if (text === null) return null;
  const location = locationAt(context.source, item.start);
  const key = item.kind === 'scalar' ? keyInText(item, text) : null;
  if (key !== null) context.report(asWarning(key, location));
  return entryOf(text, context, location);
}

/** A word of which nothing else is known. */
export function entryOf(text: string, { defaultWeight }: WordReading, location: Location): Entry {
  return { text, weight: defaultWeight, lang: null, extra: null, note: null, expires: null, location };
}

/** What has been read of an entry. A text or a weight that is null is missing, or was reported. */
type EntryDraft = { -readonly [Key in Exclude<keyof Entry, 'location'>]: Entry[Key] | null };

function readMapping(written: MappingTree, context: WordReading): Entry | null {
  const mapping = context.foreign === undefined ? written : asOurs(written, context.foreign);
  const draft: EntryDraft = {
    text: null,
    weight: context.defaultWeight,
    lang: null,
    extra: null,
    note: null,
    expires: null,
  };
  let start: number | null = null;
  let unknown: Pair[] | null = null;
  for (const pair of mapping.pairs) {
    if (pair.key === 'text') start = pair.value.start;
    if (!readPair(pair, draft, context)) (unknown ??= []).push(pair);
  }
  if (start === null || unknown !== null) reportUnknownKeys(unknown ?? [], mapping, context);
  const { text, weight, lang, extra, note, expires } = draft;
  if (start === null || text === null || weight === null) return null;
  // Not spread: of half a million entries that took longer than all else that is done here.
  return { text, weight, lang, extra, note, expires, location: locationAt(context.source, start) };
}

/** False for a key that is none of ours. */
function readPair({ key, value }: Pair, draft: EntryDraft, context: WordReading): boolean {
  switch (key) {
    case 'text':
      draft.text = readText(value, context);
      return true;
    case 'weight':
      draft.weight = readWeight(value, context);
      return true;
    case 'lang':
      draft.lang = readLang(value, context);
      return true;
    case 'note':
      draft.note = readNote(value, context);
      return true;
    case 'expires':
      draft.expires = readExpires(value, context);
      return true;
    case 'extra':
      draft.extra = readExtra(value, context);
      return true;
    default:
      return false;
  }
}

/** The field that a misspelt key was most likely meant to be. */
function fieldMeant(key: string): string | null {
  return meaningOf(key) ?? closest(key, entryKeys);
}

/** Where the text has another name, that is all there is to say: neither that it is unknown nor that there is none. */
function reportUnknownKeys(unknown: readonly Pair[], mapping: MappingTree, context: WordReading): void {
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
const keyBehind = /^(.*[^\s,，])[\s,，]+(weight|lang|note|expires)$/u;

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
    hint: meantByColon(key, value),
  });
}

function meantByColon(key: string, value: Tree): string {
  if (value.kind === 'list') return 'write the words of a group as items of their own, without its name';
  if (value.kind === 'mapping') return `write { text: ${JSON.stringify(key)}, … }, with what stands below it`;
  const [, word = key, field] = keyBehind.exec(key) ?? [];
  const number = wholeNumberOf(value);
  if (field !== undefined || number !== null)
    return `write { text: ${JSON.stringify(word)}, ${field ?? 'weight'}: ${number ?? JSON.stringify(value.text)} }`;
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
