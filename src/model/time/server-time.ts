/**
 * The vendor's times are `YYYY-MM-DD HH:mm:ss` without a zone. They look like UTC+8 and nobody has promised it, so
 * whoever compares one with a clock must ask for every zone it may be in.
 */
const zonesHours = [8, 0];

const gmtPattern = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2}):(\d{2})/;

/** Lists every instant that the text may mean, in epoch milliseconds; empty when it is no time at all. */
export function possibleInstants(gmt: string): number[] {
  const match = gmtPattern.exec(gmt);
  if (match === null) return [];
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  const asUtc = Date.UTC(year, month - 1, day, hour, minute, second);
  // 30 February and 25 o'clock come back as another time.
  if (isoTime(asUtc) !== `${gmt.slice(0, 10)}T${gmt.slice(11, 19)}Z`) return [];
  return zonesHours.map((zone) => asUtc - zone * 3_600_000);
}

/** Writes epoch milliseconds as `2026-11-22T10:00:00Z`. */
export function isoTime(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
