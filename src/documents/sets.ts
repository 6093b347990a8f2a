import * as z from 'zod';

/** What each value of a set means. The type names the values, so that none can be forgotten. */
type Meanings<Value extends string> = Readonly<Record<Value, string>>;

/** A text that is one of these; another one would be a new major version. */
export function closedSet<Value extends string>(description: string, meanings: Meanings<Value>) {
  const values = Object.keys(meanings) as Value[];
  return z.enum(values).describe(`${description} ${listed(meanings)}.`);
}

/** A text that is one of these so far; a minor version may bring others. */
export function openSet<Value extends string>(description: string, meanings: Meanings<Value>) {
  return z.string().meta({
    description: `${description} So far: ${listed(meanings)}. Accept others.`,
    examples: Object.keys(meanings),
  });
}

function listed(meanings: Meanings<string>): string {
  return Object.entries(meanings)
    .map(([value, meaning]) => `\`${value}\` (${meaning})`)
    .join(', ');
}

/** A field by whose absence one document is told from another. */
export function absent(description: string) {
  return z.never().optional().describe(description);
}

export function count(description: string) {
  return z.int().min(0).describe(description);
}
