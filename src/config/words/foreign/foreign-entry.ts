import type { ForeignReading } from '../../reading.js';
import { child, type MappingTree, type Pair, type Tree } from '../../text/tree.js';
import { meaningOf } from '../header-meanings.js';
import { type Field, fields } from '../include.js';
import { isAboutWords } from './wrapped-words.js';

const ownKeys: readonly string[] = [...fields, 'extra'];
/** What the vendor's own entries may have beside ours. Source: its pages on hotwords of models that translate. */
const vendorKeys: readonly string[] = ['target_lang', 'translation'];

/** Keys of entries that are no headers of tables: those of Google's phrases, and of interfaces in camel case. */
const others: ReadonlyMap<string, Field> = new Map([
  ['value', 'text'],
  ['hotweight', 'weight'],
]);

/** An entry of another program with our keys: those that mean one of ours get its name, of the others only the vendor's stay. */
export function asOurs(mapping: MappingTree, { onUnread }: ForeignReading): MappingTree {
  const weighted = weightedWord(mapping);
  if (weighted !== null) return weighted;
  const own = mapping.pairs.filter(({ key }) => ownKeys.includes(key));
  if (own.length === mapping.pairs.length) return mapping;
  const pairs = [...own];
  const further: Pair[] = [];
  for (const pair of mapping.pairs) {
    if (ownKeys.includes(pair.key)) continue;
    const meant = meaningOf(pair.key) ?? others.get(pair.key.toLowerCase()) ?? null;
    if (vendorKeys.includes(pair.key)) further.push(pair);
    else if (meant !== null && !pairs.some(({ key }) => key === meant)) pairs.push({ ...pair, key: meant });
    else onUnread(pair.key);
  }
  return { ...mapping, pairs: withExtra(pairs, further) };
}

/** An item such as `- 肥牛: 5`; null: it is none. */
function weightedWord({ pairs, ...mapping }: MappingTree): MappingTree | null {
  const [only] = pairs;
  if (only === undefined || pairs.length > 1 || ownKeys.includes(only.key)) return null;
  const { key, keyStart: start, value } = only;
  if (meaningOf(key) !== null || isAboutWords(key) || value.kind !== 'scalar') return null;
  // Titles and codes have other numbers, `Apollo: 13`, and a small word of Latin is a key: `priority: 5`.
  if (!/^[1-5]$/.test(value.text) || /^[a-z_]+$/.test(key)) return null;
  const text: Tree = { kind: 'scalar', style: 'quoted', text: key, start, end: start + key.length };
  return {
    ...mapping,
    pairs: [
      { key: 'text', keyStart: start, value: text },
      { key: 'weight', keyStart: start, value },
    ],
  };
}

function withExtra(pairs: readonly Pair[], further: readonly Pair[]): readonly Pair[] {
  const [first] = further;
  if (first === undefined) return pairs;
  const written = pairs.find(({ key }) => key === 'extra')?.value ?? null;
  const inner = written?.kind === 'mapping' ? written.pairs : [];
  const missing = further.filter(({ key }) => child(written, key) === null);
  const extra: MappingTree = { kind: 'mapping', start: first.keyStart, pairs: [...inner, ...missing] };
  return [
    ...pairs.filter(({ key }) => key !== 'extra'),
    { key: 'extra', keyStart: first.keyStart, value: extra },
  ];
}
