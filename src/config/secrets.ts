/** What the vendor's keys look like, those of workspaces too (`sk-ws-…`); `task-` and `disk-` begin no key. */
const keyShape = /(?<![A-Za-z])sk-[A-Za-z0-9_.-]{8,}/g;

/**
 * Keys of a mapping under which people write one, with the value that follows, on the same line or the next. What
 * ends in a colon there is no value but the next key.
 */
const keyUnderName =
  /(?:^[ \t]*(?:- +)*|[{,][ \t]*)(["']?)(?:dashscope_)?(?:api[_-]?key|access[_-]?key(?:[_-]?(?:id|secret))?|secret|token|password)\1[ \t]*:\s+["']?([^\s"'#,[\]{}|>&*!-][^\s"',}\]]*)(?<!:)(?=[\s"',}\]]|$)/gim;

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where a text holds something that is, or stands in the place of, an API key; in order, without overlaps. */
export function findKeys(text: string): Range[] {
  const ranges = [
    ...[...text.matchAll(keyShape)].map((match) => rangeUpTo(match, match[0])),
    ...[...text.matchAll(keyUnderName)].map((match) => rangeUpTo(match, match[2] ?? '')),
  ];
  let covered = 0;
  return ranges
    .sort((one, other) => one.start - other.start)
    .filter(({ start, end }) => {
      const isNew = start >= covered;
      covered = Math.max(covered, end);
      return isNew;
    });
}

/** The text without its keys, every other character where it was. */
export function maskKeys(text: string): string {
  return text.replace(keyShape, mask);
}

/** The same without some of its parts; the ranges are in order. */
export function maskRanges(text: string, ranges: readonly Range[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of ranges) {
    parts.push(text.slice(from, start), mask(text.slice(start, end)));
    from = end;
  }
  return parts.join('') + text.slice(from);
}

function mask(secret: string): string {
  const kept = secret.startsWith('sk-') ? 3 : 0;
  return secret.slice(0, kept) + secret.slice(kept).replace(/[^\r\n]/g, '…');
}

/** Of the part that ends where the match ends. */
function rangeUpTo(match: RegExpExecArray, part: string): Range {
  const end = match.index + match[0].length;
  return { start: end - part.length, end };
}
