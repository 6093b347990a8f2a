import { parseHttpDate } from './http-date.js';

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
