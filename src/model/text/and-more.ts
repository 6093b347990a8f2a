/** The first of many, and how many more there are: `a, b and 3 more`. */
export function andMore<Item>(items: readonly Item[], most: number, render: (item: Item) => string): string {
  const shown = items.slice(0, most).map(render).join(', ');
  return items.length > most ? `${shown} and ${items.length - most} more` : shown;
}

const mostOffered = 20;

/** What there is to choose from, for who named something else: each name once, and not all of a thousand. */
export function namesOffered(names: readonly string[]): string {
  return andMore([...new Set(names)], mostOffered, (name) => name);
}
