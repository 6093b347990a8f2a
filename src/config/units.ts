const milliseconds: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000 };

/** `90s`, `5m`, `1h` in milliseconds. */
export function parseDuration(text: string): number {
  return Number(text.slice(0, -1)) * (milliseconds[text.slice(-1)] ?? Number.NaN);
}

/** `50%` as 0.5. */
export function parseShare(text: string): number {
  return Number(text.slice(0, -1)) / 100;
}
