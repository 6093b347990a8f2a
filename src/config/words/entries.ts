import { foreignScale } from '../../model/catalogue/foreign-weight.js';
import { didYouMean } from '../../model/closest.js';
import type { Entry } from '../../model/config.js';
import { asError, type DiagnosticDraft, type Location } from '../../model/diagnostic.js';
import type { ExtraFields } from '../../model/hotword.js';
import type { Reading } from '../reading.js';
import { locationAt } from '../text/source.js';
import { mostEntries, reportTooMany } from '../text/too-many.js';
import {
  isNull,
  type MappingTree,
  type Pair,
  resolve,
  show,
  type Tree,
  wholeNumberOf,
} from '../text/tree.js';
import { fields } from './include.js';
import { normaliseText } from './normalise-text.js';
import { readExpires, readNote } from './remarks.js';

const entryKeys: readonly string[] = [...fields, 'extra'];

// A plain loop, not zod: lists have thousands of entries, and this is some ten times faster (see bench/).

/** The hotwords of a list in YAML or JSON: texts, and mappings of what an entry may say. Bad ones are left out. */
export function readEntries(items: readonly Tree[], context: Reading): Entry[] {
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
export function readWeights({ pairs }: MappingTree, context: Reading): Entry[] {
  const entries: Entry[] = [];
  for (const { key, keyStart, value } of pairs) {
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

function readPlain(item: Tree, context: Reading): Entry | null {
  const text = readText(item, context);
  if (text === null) return null;
  return entryOf(text, context, locationAt(context.source, item.start));
}

/** A word of which nothing else is known. */
export function entryOf(text: string, { defaultWeight }: Reading, location: Location): Entry {
  return { text, weight: defaultWeight, lang: null, extra: null, note: null, expires: null, location };
}

/** What has been read of an entry. A text or a weight that is null is missing, or was reported. */
type EntryDraft = { -readonly [Key in Exclude<keyof Entry, 'location'>]: Entry[Key] | null };

function readMapping(mapping: MappingTree, context: Reading): Entry | null {
  const draft: EntryDraft = {
    text: null,
    weight: context.defaultWeight,
    lang: null,
    extra: null,
    note: null,
    expires: null,
  };
  let start: number | null = null;
  for (const pair of mapping.pairs) {
    if (pair.key === 'text') start = pair.value.start;
    readPair(pair, draft, context);
  }
  if (start === null) reportMissingText(mapping, context);
  const { text, weight } = draft;
  if (start === null || text === null || weight === null) return null;
  return { ...draft, text, weight, location: locationAt(context.source, start) };
}

function readPair(pair: Pair, draft: EntryDraft, context: Reading): void {
  const { value } = pair;
  switch (pair.key) {
    case 'text':
      draft.text = readText(value, context);
      break;
    case 'weight':
      draft.weight = readWeight(value, context);
      break;
    case 'lang':
      draft.lang = readLang(value, context);
      break;
    case 'note':
      draft.note = readNote(value, context);
      break;
    case 'expires':
      draft.expires = readExpires(value, context);
      break;
    case 'extra':
      draft.extra = readExtra(value, context);
      break;
    default:
      reportUnknownKey(pair, context);
  }
}

function readText(tree: Tree, context: Reading): string | null {
  const isText = tree.kind === 'scalar' && tree.style !== 'literal';
  const text = isText ? normaliseText(tree.text) : null;
  if (text !== null && text !== '') return text;
  const message = text === '' ? 'a hotword is empty' : `a hotword must be a text, not ${show(tree)}`;
  say(context, tree.start, {
    rule: text === '' ? 'hotword-empty' : 'hotword-invalid',
    message,
    hint: 'write the word, or a mapping { text: …, weight: …, lang: … }',
  });
  return null;
}

function readWeight(tree: Tree, context: Reading): number | null {
  if (isNullWord(tree)) return context.defaultWeight;
  const weight = tree.kind === 'scalar' ? wholeNumberOf(tree) : null;
  if (weight !== null && Number.isSafeInteger(weight)) return weight;
  say(context, tree.start, fullWidthWeight(tree) ?? quotedWeight(tree) ?? badWeight(show(tree)));
  return null;
}

/** As lang: null is none. Nothing at all may be a weight that somebody forgot. */
function isNullWord(tree: Tree): boolean {
  return tree.kind === 'scalar' && tree.text !== '' && isNull(tree);
}

/** On a screen they look like the others. */
function fullWidthWeight(tree: Tree): DiagnosticDraft | null {
  if (tree.kind !== 'scalar' || !/^[-+－−＋]?[\d０-９]+(?:[.．]0*)?$/.test(tree.text)) return null;
  const narrow = tree.text.replace('−', '-').normalize('NFKC');
  if (narrow === tree.text) return null;
  return {
    rule: 'weight-invalid',
    message: `the weight ${show(tree)} is written in full-width characters`,
    hint: `write ${narrow}: digits and signs of the ASCII width`,
  };
}

/** Scripts that write JSON make texts of their numbers. */
function quotedWeight(tree: Tree): DiagnosticDraft | null {
  if (tree.kind !== 'scalar' || tree.style !== 'quoted') return null;
  const weight = wholeNumberOf({ ...tree, style: 'plain', text: tree.text.trim() });
  if (weight === null) return null;
  const scale = foreignScale(weight);
  const advice = scale === null ? '' : `; ${weight} looks like ${scale}, and weights here are 1 to 5`;
  return {
    rule: 'weight-invalid',
    message: `the weight ${show(tree)} is quoted: a text, not a number`,
    hint: `write it in digits and without quotes${advice}`,
  };
}

function badWeight(shown: string): DiagnosticDraft {
  return {
    rule: 'weight-invalid',
    message: `a weight must be a whole number, not ${shown}`,
    hint: 'write it in digits and without quotes, such as weight: 4',
  };
}

function readLang(tree: Tree, context: Reading): string | null {
  if (tree.kind === 'scalar') {
    if (isNull(tree)) return null;
    if (tree.style !== 'literal') return tree.text.trim() === '' ? null : tree.text.trim();
  }
  say(context, tree.start, {
    rule: 'lang-invalid',
    message: `a lang must be a language code, not ${show(tree)}`,
    hint: 'write a code such as zh, en or ja, or leave the key out',
  });
  return null;
}

function readExtra(tree: Tree, context: Reading): ExtraFields | null {
  if (tree.kind !== 'mapping') {
    if (tree.kind === 'scalar' && isNull(tree)) return null;
    say(context, tree.start, {
      rule: 'extra-invalid',
      message: `extra must be a mapping, not ${show(tree)}`,
      hint: 'write the further fields as extra: { field: value }',
    });
    return null;
  }
  for (const { key, keyStart } of tree.pairs) {
    if (key !== '__proto__' && !['text', 'weight', 'lang'].includes(key)) continue;
    say(context, keyStart, {
      rule: 'extra-invalid',
      message: `extra may not hold "${key}"`,
      hint: key === '__proto__' ? 'delete it' : `write ${key} beside extra, not inside it`,
    });
  }
  return tree.pairs.length === 0 ? null : (valueOf(tree) as ExtraFields);
}

function valueOf(tree: Tree): unknown {
  if (tree.kind === 'scalar') return resolve(tree);
  if (tree.kind === 'list') return tree.items.map(valueOf);
  return Object.fromEntries(tree.pairs.map(({ key, value }) => [key, valueOf(value)]));
}

function reportMissingText({ start }: MappingTree, context: Reading): void {
  say(context, start, {
    rule: 'hotword-invalid',
    message: 'a hotword has no text',
    hint: 'add text: and the word to recognise; a text with a colon in it needs quotes',
  });
}

function reportUnknownKey({ key, keyStart }: Pair, context: Reading): void {
  const guess = didYouMean(key, entryKeys);
  const known = `an entry takes ${entryKeys.join(', ')}; put whatever else the vendor takes under extra`;
  say(context, keyStart, {
    rule: 'unknown-key',
    message: `a hotword has the unknown key ${JSON.stringify(key)}`,
    hint: guess === null ? known : `${guess} ${known}`,
  });
}

function say({ source, report }: Reading, offset: number, draft: DiagnosticDraft): void {
  report(asError(draft, locationAt(source, offset)));
}
