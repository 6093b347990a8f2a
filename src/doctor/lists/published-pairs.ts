import { quotable } from '../../model/text/printable.js';

/** A line of any form that gives an id or a model: `VOCAB_WARD_MODEL=fun-asr`, `"vocabulary_id": "vocab-…"`. */
const givesOne = /(?:^|[^a-z])(?:vocabulary_id|model)"?\s*:|_(?:ID|MODEL)=/i;

/** Says of each id and model that a file gives otherwise than another text for it what it gives, line by line. */
export function differingPairs(file: string, expected: string): string[] {
  const [has, shall] = [file, expected].map(linesOf) as [string[], string[]];
  // With a consumer more or less, nobody can tell which line is for which.
  if (has.length !== shall.length) return [];
  return shall.flatMap((line, index) => {
    const found = has[index] ?? '';
    return found === line ? [] : [`${quotable(found)} in the place of ${quotable(line)}`];
  });
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim().replace(/,$/, ''))
    .filter((line) => givesOne.test(line));
}
