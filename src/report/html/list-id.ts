/** What links to the words of the change at `index`, counted from 0, name. No word of the account is in it. */
export function listId(index: number): string {
  return `list-${index + 1}`;
}
