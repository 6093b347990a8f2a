import type { Entry } from '../../model/config.js';
import { asError, asWarning, type DiagnosticDraft, type Location } from '../../model/diagnostic.js';
import type { WordReading } from '../reading.js';
import { locationAt } from '../text/source.js';
import { mostEntries, reportTooMany } from '../text/too-many.js';
import { type MappingTree, type Pair, show, type Tree } from '../text/tree.js';
import { readExtra, readLang, readText, readWeight } from './entry-fields.js';
import { asOurs } from './foreign/foreign-entry.js';
import { readExpires, readNote } from './remarks.js';
import { reportUnknownKeys } from './unknown-keys.js';
import { keyInText } from './word-doubts.js';

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
