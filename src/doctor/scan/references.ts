import type { Lines } from './lines.js';
import type { Reference } from './mention.js';

/** `phrase_id=VOCAB_ID`, `.phraseId(config.vocabId)`, `"phrase_id": os.environ["VOCAB_ID"]`: up to the next argument. */
const passing =
  /((?<![\w])[\w.-]*?(?<!para)phrase[_-]?ids?)["'`\]]*\s*(?::=|=>|=(?!=)|:|\(|,)\s*([^,;\r\n]{1,200})/gi;

const names = /[A-Za-z_]\w*/g;

/** Finds what is passed as `phrase_id` in a file, where it is no id itself. */
export function findReferences(
  text: string,
  { lines, file }: { readonly lines: Lines; readonly file: string },
): Reference[] {
  return [...text.matchAll(passing)].flatMap((match) => {
    const [, spelling = '', passed = ''] = match;
    const found = passed.match(names) ?? [];
    if (found.length === 0 || passed.includes('vocab-')) return [];
    const { line, column } = lines.at(match.index);
    return [{ spelling, names: found, location: { file, line: line + 1, column: column + 1 } }];
  });
}
