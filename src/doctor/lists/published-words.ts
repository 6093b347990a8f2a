import { publishedWords } from '../../model/instant/published-words.js';
import { quotable } from '../../model/text/printable.js';

/** Says of each word that a file has otherwise than another text for it what is the matter: `"王小明" is not in it`. */
export function differingWords(file: string, expected: string): string[] {
  const has = publishedWords(file);
  const shall = publishedWords(expected);
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
