/** A file name as one word of a command line, and no option of it. */
export function forShell(file: string): string {
  const name = file.startsWith('-') ? `./${file}` : file;
  return /^[\p{L}\p{N}_./@%+:=,-]+$/u.test(name) ? name : `'${name.replaceAll("'", `'\\''`)}'`;
}
