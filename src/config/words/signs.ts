const names: ReadonlyMap<string, string> = new Map([
  [',', 'a comma'],
  ['，', 'a full-width comma'],
  [';', 'a semicolon'],
  ['；', 'a full-width semicolon'],
  [':', 'a colon'],
  ['：', 'a full-width colon'],
  ['=', 'an equals sign'],
  ['＝', 'a full-width equals sign'],
  ['|', 'a bar'],
  ['｜', 'a full-width bar'],
  ['^', 'a caret'],
  ['\t', 'a tab'],
]);

/** A sign as a sentence names it: on a screen, a full-width one looks like the other, and a tab like nothing. */
export function signName(sign: string): string {
  return names.get(sign) ?? `"${sign}"`;
}
