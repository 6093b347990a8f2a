import { closest } from '../../../model/text/closest.js';
import { isKindOfWord, isMisheard, meaningOf, possibleMeaningOf } from '../header-meanings.js';
import { foldName, uniqueNames } from '../header-names.js';
import { type Field, fields, type Include } from '../include.js';
import { byWordiness, isField, isMostlyWords, type Row } from './table-columns.js';

/** A hint is cut where it is too long, and half a line would be none. */
const longestLine = 300;

/**
 * The line to write into the vocabulary, so that a table keeps its headers. Null when no column can be the text, and
 * when the line would be too long to show.
 */
export function includeLine(
  names: readonly string[],
  rows: readonly Row[],
  { file: { value } }: Include,
): string | null {
  const guessed = guessColumns(names, rows);
  if (!guessed.has('text')) return null;
  const columns = fields.flatMap((field) => {
    const name = guessed.get(field);
    return name === undefined ? [] : [`${field}: ${yamlText(name)}`];
  });
  const line = `- { file: ${yamlText(value)}, columns: { ${columns.join(', ')} } }`;
  return line.length > longestLine ? null : line;
}

/** The surer the better: a name that is known, then one that is known in part or misspelt. A name twice names nothing. */
export function guessColumns(names: readonly string[], rows: readonly Row[]): Map<Field, string> {
  const unique = uniqueNames(names);
  const free = names.map((name, index) => ({ name, index })).filter(({ name }) => unique.has(foldName(name)));
  const guessed = new Map<Field, string>();
  const taken = new Set<string>();
  const take = (field: Field | null, name: string): void => {
    if (field === null || guessed.has(field) || taken.has(name)) return;
    guessed.set(field, name);
    taken.add(name);
  };
  for (const { name } of free) if (isField(foldName(name))) take(meaningOf(name), name);
  for (const { name } of free) take(meaningOf(name), name);
  for (const { name } of free) if (likelyMeaning(name) === 'text') take('text', name);
  const mayBe = free.filter(({ name, index }) => !taken.has(name) && isMostlyWords(index, rows));
  // The only one there is has the words, whatever it is called.
  const able = mayBe.length === 1 ? mayBe : mayBe.filter(({ name }) => !isMisheard(name));
  const indexes = able.map(({ index }) => index);
  const words = byWordiness(indexes, rows).flatMap((index) => able.find((one) => one.index === index) ?? []);
  const best =
    words.find(({ name }) => isKindOfWord(name)) ??
    words.find(({ name }) => likelyMeaning(name) === null) ??
    words[0];
  if (best !== undefined) take('text', best.name);
  for (const { name } of free) take(likelyMeaning(name), name);
  return guessed;
}

function likelyMeaning(name: string): Field | null {
  if (isMisheard(name)) return null;
  return possibleMeaningOf(name) ?? (closest(foldName(name), fields) as Field | null);
}

/** A text as it may stand between braces. */
function yamlText(text: string): string {
  const isPlain =
    /^[\p{L}\p{N}_./][\p{L}\p{N}_./ -]*$/u.test(text) && !/^(?:null|true|false|[\d.]+)$/i.test(text);
  return isPlain && !text.endsWith(' ') ? text : JSON.stringify(text);
}
