import { InvalidArgumentError } from 'commander';

/** `500ms`, `3s`, `5m`, `1h`, or a plain number of seconds, in milliseconds. */
export function parseDuration(text: string): number {
  const match = /^(\d+(?:\.\d+)?)(ms|s|m|h)?$/.exec(text.trim());
  if (match === null)
    throw new InvalidArgumentError(`"${text}" is not a duration: write 500ms, 3s, 5m or 1h.`);
  const [, amount = '', unit = 's'] = match;
  return Number(amount) * (unitMs[unit] ?? 1);
}

/** Above zero, and no longer than a timer can wait. */
export function parseTimeout(text: string): number {
  const ms = parseDuration(text);
  if (ms > 0 && ms <= longestTimer) return ms;
  throw new InvalidArgumentError(`"${text}" must be more than 0 and at most 24 days.`);
}

const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
const longestTimer = 2 ** 31 - 1;

/** A parser of whole numbers within limits. */
export function parseWhole(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text.trim()) && value >= min && value <= max) return value;
    throw new InvalidArgumentError(`"${text}" is not a whole number from ${min} to ${max}.`);
  };
}

/** `true`, `1`, `yes`, `on` and their opposites, as a variable of the environment may say it. */
export function parseSwitch(text: string): boolean {
  const value = text.trim().toLowerCase();
  if (['1', 'true', 'yes', 'on'].includes(value)) return true;
  if (['0', 'false', 'no', 'off'].includes(value)) return false;
  throw new InvalidArgumentError(`"${text}" is neither true nor false.`);
}

/** For an option that may be repeated. */
export function collect(value: string, previous: readonly string[]): string[] {
  return [...previous, value];
}
