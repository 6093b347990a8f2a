/** A long text up to a word's end, with a mark that it goes on; `limit` in characters. */
export function clipped(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const end = text.lastIndexOf(' ', limit);
  return `${text.slice(0, end > limit / 2 ? end : limit)} …`;
}

const mostNames = 10;

/** The first of many names, and how many more there are. */
export function firstNames(names: readonly string[], render: (name: string) => string): string {
  const shown = names.slice(0, mostNames).map(render).join(', ');
  return names.length > mostNames ? `${shown} and ${names.length - mostNames} more` : shown;
}
