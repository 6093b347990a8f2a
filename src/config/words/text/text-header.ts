import { asWarning, type Diagnostic } from '../../../model/diagnostic.js';
import { meaningOf } from '../header-meanings.js';
import { foldName } from '../header-names.js';
import type { WordLine } from './word-lines.js';

/** Nobody says these to a recogniser, above a list at least. */
const surely = new Set(['text', 'hotword', 'hotwords', '热词', '熱詞', '词条', 'ホットワード', '핫워드']);
const between = /[\s,，;；|｜:：]+/;
const longestHeader = 100;

/** The first line of a text file where it is the header of a table: `text`, or `热词 权重`. */
export function headerOf([first, ...others]: readonly WordLine[]): WordLine | null {
  if (first === undefined || others.length === 0 || first.word.length > longestHeader) return null;
  if (surely.has(foldName(first.word))) return first;
  const cells = first.word.split(between);
  if (cells.length < 2) return null;
  const meant = cells.map(meaningOf);
  return meant.includes('text') && !meant.includes(null) ? first : null;
}

/** Says whether the columns under a header are those of a table that only has the wrong name. */
export function isTableHeader({ word, hasTab }: WordLine): boolean {
  return hasTab || /[,;]/.test(word);
}

export function headerInText({ word, location }: WordLine): Diagnostic {
  const draft = {
    rule: 'txt-header',
    message: `"${word}" looks like the header of a table; in a text include it is a hotword as every line is`,
    hint: 'delete the line; where it is a table, name the file .csv, with the header text above the words',
  };
  return asWarning(draft, location);
}
