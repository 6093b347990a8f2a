import * as z from 'zod/mini';

const seconds = z.catch(z.optional(z.number().check(z.gte(0))), undefined);
const usage = z.object({ duration: seconds, seconds });

/** What an answer says of the bill, in seconds; null where it is by something else, or says nothing. */
export function billedSeconds(answered: unknown): number | null {
  const found = usage.safeParse(answered).data;
  return found?.duration ?? found?.seconds ?? null;
}
