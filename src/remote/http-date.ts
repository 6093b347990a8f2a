/** The one date form that servers may still generate (RFC 9110, 5.6.7); `Date.parse` alone would accept nearly any text. */
const imfFixdate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** Epoch milliseconds of an HTTP date; null when there is none that can be read. */
export function parseHttpDate(value: string | undefined): number | null {
  const text = value?.trim() ?? '';
  const time = imfFixdate.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? null : time;
}
