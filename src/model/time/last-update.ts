import type { ListedList } from '../observed.js';
import { possibleInstants } from './server-time.js';

/**
 * The vendor's newest guide advises this pause between two updates of a list, in milliseconds: until it is over, new words may
 * silently not take effect.
 */
export const settling = 300_000;

/** How far a time of the server may lie ahead of its own clock, in milliseconds: two machines, one-second grain. */
const skew = 60_000;

/**
 * How long ago a list was last updated, in milliseconds, by the server's clock; below 0 where its times lie ahead of that;
 * `never`: it is as it was made, with equal times; `unreadable`: nobody can tell. The zone of the vendor's times is not
 * known, so the latest moment that they can mean counts: at worst somebody waits who need not.
 * @param now the server's clock, epoch milliseconds; null: it is not known
 */
export function sinceUpdate(
  { gmt_create, gmt_modified }: Pick<ListedList, 'gmt_create' | 'gmt_modified'>,
  now: number | null,
): number | 'never' | 'unreadable' {
  if (gmt_modified === gmt_create) return 'never';
  if (now === null) return 'unreadable';
  const instants = possibleInstants(gmt_modified).filter((at) => at <= now + skew);
  return instants.length === 0 ? 'unreadable' : now - Math.max(...instants);
}
