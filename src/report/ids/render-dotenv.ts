import { environmentName } from '../../model/config.js';
import type { SentWords } from '../../model/instant/sent-words.js';
import type { Ids } from '../../model/result/published.js';
import { printableJson } from '../../model/text/printable.js';

/** What is null is left out: to most readers an empty variable is a text. */
export function renderDotenv({ consumers }: Pick<Ids, 'consumers'>): string {
  return Object.entries(consumers)
    .map(([name, { model, vocabulary_id, vocabulary }]) => {
      const variable = `VOCAB_${environmentName(name)}`;
      const id = vocabulary_id === null ? '' : `${variable}_ID=${vocabulary_id}\n`;
      const words = vocabulary === null ? '' : `${variable}_VOCABULARY='${wordsOf(vocabulary)}'\n`;
      return `${id}${variable}_MODEL=${model}\n${words}`;
    })
    .join('');
}

/*
 * A file of variables has no standard. A shell ends a text at the next `'`; python-dotenv and dotenv-expand put other variables
 * in for `$`, inside quotes too; the dotenv of npm and that of Node read `\'` in some versions and not in others; a reader that
 * knows no quotes begins a comment at `#`; and some end the text at any quote. Words are JSON here, which may spell every
 * character as `\uXXXX`, so all of these are, and that is the one escape there is: no reader finds anything to interpret.
 */
const interpreted = /["'`$#\\\p{Cc}]/gu;

function wordsOf(vocabulary: SentWords): string {
  const entries = Object.entries(vocabulary).map(
    ([word, weight]) => `"${word.replace(interpreted, escaped)}":${weight}`,
  );
  return printableJson(`{${entries.join(',')}}`);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
