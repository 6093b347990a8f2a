/** What the vendor's keys look like; also those of others, which are none of our business either. */
const keyShape = /\bsk-[A-Za-z0-9_-]{8,}/g;

/** Keys of a mapping under which people write one, with the value that follows, on the same line or the next. */
const keyUnderName =
  /(?:^[ \t]*(?:- +)*|[{,][ \t]*)(["']?)(?:dashscope_)?(?:api[_-]?key|access[_-]?key(?:[_-]?(?:id|secret))?|secret|token|password)\1[ \t]*:\s+["']?([^\s"'#,[\]{}|>&*!-][^\s"',}\]]*)/gim;

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where a text holds something that is, or stands in the place of, an API key; in order, without overlaps. */
export function findKeys(text: string): Range[] {
  const found = [...text.matchAll(keyShape)].map((match) => rangeOf(match.index, match[0]));
  for (const match of text.matchAll(keyUnderName)) {
    const value = match[2] ?? '';
    const range = rangeOf(match.index + match[0].length - value.length, value);
    if (!found.some((other) => overlap(range, other))) found.push(range);
  }
  return found.sort((one, other) => one.start - other.start);
}

/** Whether a mapping key is a place where people write a key. */
export function isKeyName(name: string): boolean {
  return findKeys(`${name}: x`).length > 0;
}

/** The text without its keys, every other character where it was. */
export function maskKeys(text: string): string {
  return text.replace(keyShape, mask);
}

export function maskRanges(text: string, ranges: readonly Range[]): string {
  let masked = text;
  for (const { start, end } of ranges) {
    masked = masked.slice(0, start) + mask(text.slice(start, end)) + masked.slice(end);
  }
  return masked;
}

function mask(secret: string): string {
  const kept = secret.startsWith('sk-') ? 3 : 0;
  return secret.slice(0, kept) + secret.slice(kept).replace(/[^\r\n]/g, '…');
}

function rangeOf(start: number, value: string): Range {
  return { start, end: start + value.length };
}

function overlap(one: Range, other: Range): boolean {
  return one.start < other.end && other.start < one.end;
}
