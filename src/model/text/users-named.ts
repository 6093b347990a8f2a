/** Whoever is to switch; a configuration may name nobody. */
export function usersNamed(consumers: readonly string[]): string {
  const users = [...new Set(consumers)];
  return users.length === 0 ? 'its consumers' : listed(users);
}

/** `a, b and c` */
export function listed(names: readonly string[]): string {
  const [last, ...others] = [...names].reverse();
  return others.length === 0 ? (last ?? '') : `${others.reverse().join(', ')} and ${last}`;
}
