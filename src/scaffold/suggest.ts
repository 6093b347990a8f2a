import { longestPrefix, namespaceForm } from './forms.js';

/** As its form allows. */
const longestNamespace = 8;
/** A namespace leaves room for the letters that tell its lists apart. */
const usualNamespace = 6;

/** Makes a namespace of the name of a folder: `Acme-Health` is `acme`. null: too few of its letters are of a prefix. */
export function suggestNamespace(folder: string): string | null {
  const [first = ''] = folder.split(/[\s._-]+/);
  const candidates = [first, folder].map((text) => lettersOf(text).slice(0, usualNamespace));
  return candidates.find((namespace) => namespaceForm.test(namespace)) ?? null;
}

/** Finds how the prefixes of lists that are there begin. null: they have too little in common, or there is only one. */
export function sharedNamespace(prefixes: readonly string[]): string | null {
  const [first = '', ...others] = new Set(prefixes);
  if (others.length === 0) return null;
  let shared = first.slice(0, longestNamespace);
  while (!others.every((prefix) => prefix.startsWith(shared))) shared = shared.slice(0, -1);
  return namespaceForm.test(shared) ? shared : null;
}

/** Makes the prefix of a list, one that no other list has: `acme` and `general` are `acmegener`. null: each is taken. */
export function suggestPrefix(namespace: string, name: string, taken: ReadonlySet<string>): string | null {
  const whole = `${namespace}${lettersOf(name)}`.slice(0, longestPrefix);
  const numbered = [2, 3, 4, 5, 6, 7, 8, 9].map((number) => `${whole.slice(0, longestPrefix - 1)}${number}`);
  return [whole, ...numbered].find((prefix) => !taken.has(prefix)) ?? null;
}

/** The words of a line: between commas of any script. */
export function wordsIn(line: string): string[] {
  return line
    .split(/[,，、;；\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

function lettersOf(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}
