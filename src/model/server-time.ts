/**
 * The vendor's times are `YYYY-MM-DD HH:mm:ss` without a zone. They look like UTC+8 and nobody has promised it, so
 * whoever compares one with a clock must ask for every zone it may be in.
 */
const zonesHours = [8, 0];

const gmtPattern = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2}):(\d{2})/;

/** Every instant the text may mean, in epoch milliseconds; empty when it is no time at all. */
export function possibleInstants(gmt: string): number[] {
  const match = gmtPattern.exec(gmt);
  if (match === null) return [];
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  const asUtc = (daysSinceEpoch(year, month, day) * 24 + hour) * 3_600_000 + (minute * 60 + second) * 1000;
  // 30 February and 25 o'clock come back as another time.
  if (isoTime(asUtc) !== `${gmt.slice(0, 10)}T${gmt.slice(11, 19)}Z`) return [];
  return zonesHours.map((zone) => asUtc - zone * 3_600_000);
}

/** `2026-11-22T10:00:00Z` for epoch milliseconds. */
export function isoTime(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const { year, month, day } = civilDate(Math.floor(seconds / 86_400));
  const inDay = seconds - Math.floor(seconds / 86_400) * 86_400;
  const clock = [inDay / 3600, (inDay % 3600) / 60, inDay % 60]
    .map((part) => pad(Math.floor(part)))
    .join(':');
  return `${year}-${pad(month)}-${pad(day)}T${clock}Z`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

// Both counts start the year in March, which puts the leap day at its end: a year is then 153 days for
// every five months, and 146,097 days make 400 years.

function daysSinceEpoch(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function civilDate(days: number): { year: number; month: number; day: number } {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1 };
}
