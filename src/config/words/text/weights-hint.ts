import { forShell } from '../../text/for-shell.js';
import { textOf } from './weighted-word.js';
import type { WordLine } from './word-lines.js';

/** What the words stand in. */
export type Carrier = 'text' | 'json' | 'yaml';

/** Says what to do, with the very line to write where nobody can doubt what the word is. */
export function adviceOn({ body, location }: WordLine, shape: RegExp, carrier: Carrier): string {
  const row = clearWord(textOf(body, shape));
  const wayOver = `\`vocabsync import ${forShell(location.file)}\` takes the words over with their weights, in the place of the include`;
  if (carrier === 'json') return `${wayOver}; or ${mappingAdvice(row, carrier)}`;
  if (carrier === 'yaml') return mappingAdvice(row, carrier);
  const several = severalIn(body);
  const how =
    several !== null
      ? onePerLine(several)
      : row === null
        ? eachRow
        : `write ${row},4, with weights of 1 to 5`;
  return `${wayOver}; or name the file .csv, begin it with the line text,weight and ${how}; if the numbers belong to the words, write the words in a .csv with the header text`;
}

const eachRow =
  'write each word, a comma and its weight of 1 to 5, with quotes around a word that has a comma inside';

function onePerLine(first: string): string {
  return `put each word on a line of its own: ${first},4, with weights of 1 to 5`;
}

/** Only an entry says that its text is meant so. The weight is the recommended one: another scale says nothing here. */
function mappingAdvice(word: string | null, carrier: Carrier): string {
  const text = JSON.stringify(word ?? '…');
  const entry = carrier === 'json' ? `{"text": ${text}, "weight": 4}` : `{ text: ${text}, weight: 4 }`;
  return `write ${word === null ? 'each' : 'it'} as ${entry}, with weights of 1 to 5; if the numbers belong to the words, write each as an entry with its text alone`;
}

const longestLine = 2000;

/** The first word of a line that holds a whole list: `腾讯|8,语音|10`. */
function severalIn(body: string): string | null {
  const parts = body.slice(0, longestLine).split(/[,，;；、]/);
  if (parts.length < 2 || !parts.every((part) => /\S ?[|｜] ?[\d０-９]+$/.test(part))) return null;
  return clearWord((parts[0] ?? '').replace(/ ?[|｜].*$/, ''));
}

const longestWord = 100;
const decoration = /[\s\-–—=>→:：,，.。;；、|｜]+$/;

/** The word without quotes, arrows and punctuation, which were for the eye; null when it may be several words. */
function clearWord(text: string): string | null {
  if (text.length > longestWord) return null;
  const word = text
    .replace(decoration, '')
    .replace(/^["'“‘「『«《`](.*)["'”’」』»》`]$/u, '$1')
    .trim();
  return word === '' || /["“”,，;；、|｜:：=\t]/.test(word) ? null : word;
}
