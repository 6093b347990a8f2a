const milliseconds: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

const durationForm = /^(\d{1,15}(?:\.\d{1,15})?)(ms|s|m|h)?$/;

/**
 * The longest duration that anybody may ask for, in milliseconds: what one timer of Node can wait, in whole days.
 * @internal for tests of what it means
 */
export const longestDuration = 24 * 24 * 3_600_000;

/** Names `longestDuration` in messages. */
export const longestDurationText = '24 days';

/**
 * Reads `500ms`, `3s`, `5m`, `1.5h` or a plain number of seconds, in milliseconds. Null for any other text, and for what
 * is longer than `longestDuration`.
 */
export function parseDuration(text: string): number | null {
  const match = durationForm.exec(text.trim());
  if (match === null) return null;
  const [, amount = '', unit = 's'] = match;
  const ms = Number(amount) * (milliseconds[unit] ?? Number.NaN);
  return ms <= longestDuration ? ms : null;
}
