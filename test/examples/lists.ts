import type { StoredList } from '../../src/emulator/account-state.js';
import type { SeedList } from '../../src/emulator/emulator.js';

/** `WHO@TARGET_MODEL`, alone or as the only key above its hotwords; who: a prefix or a vocabulary_id. */
export type ListText = string | Readonly<Record<string, readonly HotwordText[]>>;

/** A text alone has weight 4 and names no lang. */
type HotwordText =
  | string
  | { readonly text: string; readonly weight?: number; readonly lang?: string | null };

/** The list as the emulator is seeded with it. */
export function seedOf(text: ListText, created_at: number): SeedList {
  const { who, target_model, hotwords } = parseList(text);
  const vocabulary = (hotwords ?? ['whatever']).map(entryOf);
  const prefix = /^vocab-([a-z0-9]+)-/.exec(who)?.[1];
  if (prefix === undefined) return { prefix: who, target_model, vocabulary, created_at };
  return { vocabulary_id: who, prefix, target_model, vocabulary, created_at };
}

/** What tells the lists that are there from those that should be; nothing when they are the same, in any order. */
export function compareLists(expected: readonly ListText[], actual: readonly StoredList[]): string[] {
  const left = [...actual];
  const missing = expected.filter((text) => {
    const found = left.findIndex((list) => fits(list, text));
    if (found >= 0) left.splice(found, 1);
    return found < 0;
  });
  return [
    ...missing.map((text) => `not in the account: ${JSON.stringify(text)}`),
    ...left.map(
      (list) => `in the account: ${list.vocabulary_id}@${list.target_model}: ${wordsOf(list.vocabulary)}`,
    ),
  ];
}

function fits(list: StoredList, text: ListText): boolean {
  const { who, target_model, hotwords } = parseList(text);
  return (
    (who === list.prefix || who === list.vocabulary_id) &&
    target_model === list.target_model &&
    (hotwords === null || wordsOf(hotwords) === wordsOf(list.vocabulary))
  );
}

interface ParsedList {
  readonly who: string;
  readonly target_model: string;
  /** null: they do not matter. */
  readonly hotwords: readonly HotwordText[] | null;
}

function parseList(text: ListText): ParsedList {
  const [head = '', hotwords = null] = typeof text === 'string' ? [text] : (Object.entries(text)[0] ?? []);
  const [who = '', target_model = ''] = head.split('@');
  return { who, target_model, hotwords };
}

type Entry = Exclude<HotwordText, string> & { readonly weight: number };

function entryOf(word: HotwordText): Entry {
  return { weight: 4, ...(typeof word === 'string' ? { text: word } : word) };
}

/** One line, the same for every order of the words. */
function wordsOf(words: readonly HotwordText[]): string {
  const entries = words.map(entryOf);
  return entries
    .map(({ text, weight, lang }) => `${text} (${weight}, ${lang ?? 'any'})`)
    .toSorted()
    .join(', ');
}
