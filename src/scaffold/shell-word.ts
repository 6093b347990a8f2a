/** A path as one word of a command line, and no option of it. */
export function shellWord(path: string): string {
  const name = path.startsWith('-') ? `./${path}` : path;
  return /^[\p{L}\p{N}_./@%+:=,-]+$/u.test(name) ? name : `'${name.replaceAll("'", `'\\''`)}'`;
}
