import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isSeq,
  Lexer,
  type ParsedNode,
  parseAllDocuments,
  type YAMLMap,
} from 'yaml';

/*
 * Edits of files that people write. A parser that prints its document again moves comments, folds lines and changes
 * quotes, and a review would drown in that. So an edit is a few characters put in at one place, perhaps for others, and
 * every other byte stays as it is. Afterwards the text is read again: it must say what it said before and the addition,
 * and have every comment it had. Where that fails, or where nobody can tell the place, the edit is refused and says what to write by hand.
 */

/** The text after an edit; or why there is none, and the lines that a person can add. */
export type Edited = { readonly text: string } | { readonly refused: string; readonly by_hand: string };

/** The keys and indexes from the root to a value. */
export type Path = readonly (string | number)[];

/** What is put in, and where. */
export interface Addition {
  readonly offset: number;
  readonly insert: string;
  /** How many characters it stands in the place of; left out: none. */
  readonly instead?: number;
}

/** A list or a mapping that takes an addition, and what holds it. */
export interface Place {
  readonly text: string;
  /** As the file ends its lines. */
  readonly newline: string;
  readonly parent: YAMLMap.Parsed;
  readonly key: string;
  /** What stands there; null: nothing, or an empty value. */
  readonly value: ParsedNode | null;
}

/** Why a text cannot be edited. */
export class Refusal {
  readonly why: string;

  constructor(why: string) {
    this.why = why;
  }
}

const options = { schema: 'failsafe', uniqueKeys: false, prettyErrors: false, logLevel: 'silent' } as const;

/**
 * Puts something in at a path and proves that nothing else has changed.
 * @param expected the value at the path as it must be read afterwards, made of what it was
 */
export function edit(
  written: string,
  path: Path,
  {
    add,
    expected,
    by_hand,
  }: { add: (place: Place) => Addition | Refusal; expected: (before: unknown) => unknown; by_hand: string },
): Edited {
  const mark = written.startsWith('\ufeff') ? '\ufeff' : '';
  const text = written.slice(mark.length);
  const document = onlyDocument(text);
  if (document === null) return { refused: 'it is not one valid YAML document', by_hand };
  const place = findPlace(document, text, path);
  const addition = place instanceof Refusal ? place : add(place);
  if (addition instanceof Refusal) return { refused: addition.why, by_hand };
  const { offset, insert, instead = 0 } = addition;
  const edited = text.slice(0, offset) + insert + text.slice(offset + instead);
  return isProven({ text, edited, path, expected })
    ? { text: mark + edited }
    : { refused: 'it is written in a way in which a comment or another value would be lost', by_hand };
}

function onlyDocument(text: string): Document.Parsed | null {
  const documents = parseAllDocuments(text, options);
  if (!Array.isArray(documents) || documents.length !== 1) return null;
  const [document] = documents;
  return document === undefined || document.errors.length > 0 || document.contents === null ? null : document;
}

function findPlace(document: Document.Parsed, text: string, path: Path): Place | Refusal {
  const key = path.at(-1);
  let parent: unknown = document.contents;
  for (const step of path.slice(0, -1)) {
    const shared = sharedIn(parent);
    if (shared !== null) return shared;
    parent = isCollection(parent) ? parent.get(step, true) : undefined;
  }
  const shared = sharedIn(parent);
  if (shared !== null) return shared;
  if (!isMap(parent) || typeof key !== 'string') return new Refusal('there is no mapping to write it into');
  const map = parent as YAMLMap.Parsed;
  const found: unknown = map.get(key, true);
  const sharedValue = sharedIn(found);
  if (sharedValue !== null) return sharedValue;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  return { text, newline, parent: map, key, value: (found ?? null) as ParsedNode | null };
}

/** What an anchor names is used elsewhere too, and an edit would change both. */
function sharedIn(node: unknown): Refusal | null {
  if (isAlias(node)) return new Refusal('the value is an alias, which stands for another part of the file');
  const isAnchored = isCollection(node) && node.anchor !== undefined;
  return isAnchored ? new Refusal('the value has an anchor, so other parts of the file say the same') : null;
}

interface Edit {
  readonly text: string;
  readonly edited: string;
  readonly path: Path;
  readonly expected: (before: unknown) => unknown;
}

function isProven({ text, edited, path, expected }: Edit): boolean {
  const after = onlyDocument(edited);
  const before = onlyDocument(text);
  if (after === null || before === null) return false;
  const wanted: unknown = replaced(before.toJS(), path, expected);
  const sameValues = JSON.stringify(after.toJS()) === JSON.stringify(wanted);
  return sameValues && JSON.stringify(commentsOf(edited)) === JSON.stringify(commentsOf(text));
}

function replaced(root: unknown, [step, ...rest]: Path, change: (value: unknown) => unknown): unknown {
  if (step === undefined) return change(root);
  if (Array.isArray(root)) {
    return root.map((item: unknown, at): unknown => (at === step ? replaced(item, rest, change) : item));
  }
  const mapping = root as Readonly<Record<string, unknown>>;
  return { ...mapping, [step]: replaced(mapping[String(step)], rest, change) };
}

function commentsOf(text: string): string[] {
  return [...new Lexer().lex(text)].filter((token) => token.startsWith('#'));
}

/** The place behind a line that something ends in, and whether a line has to be ended first. */
export function afterLine(
  text: string,
  offset: number,
): { readonly offset: number; readonly needsBreak: boolean } {
  if (offset > 0 && text[offset - 1] === '\n') return { offset, needsBreak: false };
  const end = text.indexOf('\n', offset);
  return end === -1 ? { offset: text.length, needsBreak: true } : { offset: end + 1, needsBreak: false };
}

/** How far the line of a node is indented up to it. */
export function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

/** Where the last thing of a collection ends, without the comment behind it. */
export function endOfLast(collection: ParsedNode): number {
  if (isSeq(collection)) {
    const last = collection.items.at(-1);
    return last === undefined ? collection.range[0] + 1 : endOf(last);
  }
  if (!isMap(collection)) return collection.range[1];
  const last = collection.items.at(-1);
  if (last === undefined) return collection.range[0] + 1;
  return last.value === null ? last.key.range[1] : endOf(last.value);
}

/** Where a value ends, without the comment behind it. */
export function endOf(node: ParsedNode): number {
  const isBlock = isCollection(node) && node.flow !== true && node.items.length > 0;
  return isBlock ? endOfLast(node) : node.range[1];
}
