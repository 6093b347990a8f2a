import type { InstantWords } from './instant-words.js';

/*
 * A published file is read as an application would not: without knowing its form, which a hand may have broken. In all four
 * of them a text with a number after it is a word that goes with requests, and nothing else is.
 */
const wordForm = /"((?:[^"\\]|\\.)*)"\]?\s*:\s*(\d+)/g;

/** The weights of each word that a published file tells programs to send: one for every consumer that sends it. */
export function publishedWords(text: string): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const [, spelt = '', weight = ''] of text.matchAll(wordForm)) {
    const word = wordOf(spelt);
    found.set(word, [...(found.get(word) ?? []), weight]);
  }
  return found;
}

function wordOf(spelt: string): string {
  // YAML alone has a spelling for characters beyond \uFFFF.
  const json = spelt.replace(/\\U000([0-9a-f]{5})/g, (_, hex: string) =>
    String.fromCodePoint(parseInt(hex, 16)),
  );
  try {
    return String(JSON.parse(`"${json}"`));
  } catch {
    return spelt;
  }
}

/**
 * Names the vocabularies of which a word is missing in a published file: nobody can send it yet. Nothing is published of one
 * that no consumer sends. @param texts of the files that applications read; null: one that is not there
 */
export function unpublished(
  instant: readonly InstantWords[],
  texts: readonly (string | null)[],
): ReadonlySet<string> {
  const files = texts.map((text) => publishedWords(text ?? ''));
  const lacking = instant.filter(
    ({ hotwords, consumers }) =>
      consumers.length > 0 &&
      files.some((words) => hotwords.some(({ text, weight }) => !words.get(text)?.includes(String(weight)))),
  );
  return new Set(lacking.map(({ name }) => name));
}
