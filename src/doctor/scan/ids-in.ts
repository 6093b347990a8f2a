const idForm = /(?<![\w-])vocab-[a-z0-9]{1,10}-([0-9A-Za-z_-]{1,64})(?![\w-])/g;

/*
 * The tail of an id has been 32 hexadecimal digits so far, and nobody has promised it. One that is not in the account must be
 * told from names such as `vocab-page-header`: by that form, or by being long and having a digit.
 */
const usualTail = /^(?:[0-9a-f]{32}|(?=[A-Za-z]*\d)[0-9A-Za-z]{16,64})$/;

export interface IdAt {
  readonly vocabulary_id: string;
  /** Offset in UTF-16 code units. */
  readonly start: number;
}

const none: ReadonlySet<string> = new Set();

/** Finds every vocabulary_id in a text, in its order. @param known ids that count whatever they look like */
export function findIds(text: string, known = none): IdAt[] {
  if (!text.includes('vocab-')) return [];
  return [...text.matchAll(idForm)]
    .filter(([id, tail = '']) => usualTail.test(tail) || known.has(id))
    .map((match) => ({ vocabulary_id: match[0], start: match.index }));
}
