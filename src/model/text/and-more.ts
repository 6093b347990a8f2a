/** The first of many, and how many more there are: `a, b and 3 more`. */
export function andMore<Item>(items: readonly Item[], most: number, render: (item: Item) => string): string {
  const shown = items.slice(0, most).map(render).join(', ');
  return items.length > most ? `${shown} and ${items.length - most} more` : shown;
}
