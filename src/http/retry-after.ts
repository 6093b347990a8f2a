/** No server is believed that asks for more, in milliseconds. */
const longest = 60 * 60 * 1000;

/**
 * Retry-After in milliseconds, from seconds or an HTTP date. A date is measured against the server's own clock, since
 * ours may be wrong; without one, or with anything else, null.
 */
export function parseRetryAfter(value: string | undefined, server_time: number | null): number | null {
  const text = value?.trim() ?? '';
  if (/^\d+(?:\.\d+)?$/.test(text)) return within(Number(text) * 1000);
  const date = parseHttpDate(text);
  return date === null || server_time === null ? null : within(date - server_time);
}

function within(ms: number): number {
  return Math.min(Math.max(Math.ceil(ms), 0), longest);
}

/** The one date form that servers may still generate (RFC 9110, 5.6.7); `Date.parse` alone would accept nearly any text. */
const imfFixdate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** Epoch milliseconds of an HTTP date; null when there is none that can be read. */
export function parseHttpDate(value: string | undefined): number | null {
  const text = value?.trim() ?? '';
  const time = imfFixdate.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? null : time;
}
