import { VocabError } from '../../model/errors.js';
import { type Allowance, liftable } from '../../model/plan.js';

/**
 * Takes what lifts guards: one that lifts nothing was meant to.
 * @param flag what stands before each where it is written: nothing in a program
 * @throws VocabError `usage` for an allowance that does not exist
 */
export function requireAllowances(allow: readonly string[], flag = ''): readonly Allowance[] {
  const unknown = allow.find((entry) => !forms().some((form) => form.test(entry)));
  if (unknown === undefined) return allow;
  const known = allowanceNames().map((name) => `${flag}${name}`);
  throw new VocabError('usage', `${flag}${unknown} is not an allowance`, {
    hint: `write ${known.slice(0, -1).join(', ')} or ${known.at(-1)}, with an address as the plan shows it`,
  });
}

/** Every allowance there is; ADDRESS stands for one of a list. */
export function allowanceNames(): string[] {
  return Object.entries(liftable).map(([guard, scope]) => (scope === 'for all' ? guard : `${guard}=ADDRESS`));
}

function forms(): RegExp[] {
  return allowanceNames().map((name) => new RegExp(`^${name.replace('ADDRESS', '.+')}$`));
}
