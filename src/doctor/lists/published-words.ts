import { quotable } from '../../model/text/printable.js';

/*
 * A published file is read as an application would not: without knowing its form, which a hand may have broken. In all four
 * of them a text with a number after it is a word that goes with requests, and nothing else is.
 */
const wordForm = /"((?:[^"\\]|\\.)*)"\]?\s*:\s*(\d+)/g;

/** Says of each word that a file has otherwise than another text for it what is the matter: `"王小明" is not in it`. */
export function differingWords(file: string, expected: string): string[] {
  const has = weightsIn(file);
  const shall = weightsIn(expected);
  return [...new Set([...shall.keys(), ...has.keys()])].flatMap((word) => {
    const [now = [], then = []] = [has.get(word), shall.get(word)];
    return String(now) === String(then) ? [] : [`"${quotable(word)}" ${said(now, then)}`];
  });
}

/** One weight for every consumer that sends the word. */
type Weights = readonly string[];

function said(now: Weights, then: Weights): string {
  if (now.length === 0) return 'is not in it';
  if (then.length === 0) return 'is in it, and no program shall send it any more';
  const [weights, others] = [now, then].map((all) => [...new Set(all)].join(' and '));
  return weights === others
    ? `is in it for another number of programs: ${now.length}, and not ${then.length}`
    : `has the weight ${weights} in it, and ${others} in the configuration`;
}

function weightsIn(text: string): Map<string, Weights> {
  const found = new Map<string, Weights>();
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
