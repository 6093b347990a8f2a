/*
 * The tail of an id has been 32 hexadecimal digits so far. To be told from names such as `vocab-page-header` it must be
 * long and have a digit.
 */
const idForm = /(?<![\w-])vocab-[a-z0-9]{1,10}-(?=[0-9A-Za-z]*\d)[0-9A-Za-z]{16,64}(?![\w-])/g;

export interface IdAt {
  readonly vocabulary_id: string;
  /** Offset in UTF-16 code units. */
  readonly start: number;
}

/** Finds every vocabulary_id in a text, in its order. */
export function findIds(text: string): IdAt[] {
  if (!text.includes('vocab-')) return [];
  return [...text.matchAll(idForm)].map((match) => ({ vocabulary_id: match[0], start: match.index }));
}

/** Lists the different ids in a text. */
export function idsIn(text: string): string[] {
  return [...new Set(findIds(text).map(({ vocabulary_id }) => vocabulary_id))];
}
