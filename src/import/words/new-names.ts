const longestStem = 60;

/** What an include is called after a file: letters, digits and hyphens, no extension, nothing hidden. */
export function stemOf(file: string): string {
  const name = file.replace(/^.*[\\/]/s, '').replace(/(?<=.)\.[^.]{1,10}$/s, '');
  const stem = [...name.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-')]
    .slice(0, longestStem)
    .join('')
    .replace(/^[\p{M}._-]+|[._-]+$/gu, '');
  return stem === '' ? 'words' : stem;
}

/** The first of `name`, `name-2`, `name-3` … that is not taken. */
export function freeName(name: string, isTaken: (candidate: string) => boolean): string {
  if (!isTaken(name)) return name;
  for (let number = 2; ; number++) {
    const candidate = `${name}-${number}`;
    if (!isTaken(candidate)) return candidate;
  }
}

/** What is safe with every page of the vendor. */
const longestPrefix = 9;

/** A prefix for a new vocabulary: the namespace and as much of its name as there is room for; none that is taken. */
export function prefixFor(name: string, namespace: string, taken: ReadonlySet<string>): string {
  const letters = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  const whole = `${namespace}${letters === '' ? 'words' : letters}`;
  const prefix = whole.slice(0, longestPrefix);
  if (!taken.has(prefix)) return prefix;
  for (let number = 2; ; number++) {
    const candidate = `${whole.slice(0, longestPrefix - String(number).length)}${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}
