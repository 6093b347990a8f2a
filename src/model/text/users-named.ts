import { andMore } from './and-more.js';

/** Whoever is to switch; a configuration may name nobody. */
export function usersNamed(consumers: readonly string[]): string {
  const users = [...new Set(consumers)];
  return users.length === 0 ? 'its consumers' : listed(users);
}

const mostNamed = 10;

/** `a, b and c`; of many the first ten, and how many more there are. */
export function listed(names: readonly string[]): string {
  if (names.length > mostNamed) return andMore(names, mostNamed, (name) => name);
  const [last, ...others] = [...names].reverse();
  return others.length === 0 ? (last ?? '') : `${others.reverse().join(', ')} and ${last}`;
}
