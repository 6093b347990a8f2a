import { asError, type DiagnosticDraft } from '../../model/diagnostic.js';
import type { Reporting, WordReading } from '../reading.js';
import { locationAt } from '../text/source.js';
import { isNull, show, type Tree } from '../text/tree.js';
import { normaliseText } from './normalise-text.js';

/* What is said of words and vocabularies for people. It stands in tables and comments, where a paragraph has no room. */

/** In characters. */
export const longestRemark = 200;

/** Says whether a text, once its white space is folded, says something and has room where it is shown. */
export function isRemark(text: string): boolean {
  const length = [...normaliseText(text)].length;
  return length > 0 && length <= longestRemark;
}

/** Reads the note of a hotword; null where it says nothing. */
export function readNote(tree: Tree, context: Reporting): string | null {
  const note = writtenText(tree);
  if (note === '') return null;
  if (note !== null && isRemark(note)) return note;
  return refuse(tree, context, note === null ? noText(tree) : tooLong([...note].length));
}

/** Reads the date of a hotword; null where there is none. */
export function readExpires(tree: Tree, context: Reporting & Pick<WordReading, 'foreign'>): string | null {
  const date = writtenText(tree);
  if (date === '') return null;
  if (date !== null && isDate(date)) return date;
  const meant = dateMeant(date ?? '');
  if (context.foreign !== undefined && isDate(meant)) return meant;
  return refuse(tree, context, noDate(tree, date ?? ''));
}

/** With its white space folded; empty for null, null for what is no text. */
function writtenText(tree: Tree): string | null {
  if (tree.kind !== 'scalar') return null;
  if (isNull(tree)) return '';
  return tree.style === 'literal' ? null : normaliseText(tree.text);
}

/** A day that the calendar has: 30 February comes back as another one. */
function isDate(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function refuse(tree: Tree, { source, report }: Reporting, draft: DiagnosticDraft): null {
  report(asError(draft, locationAt(source, tree.start)));
  return null;
}

function noText(tree: Tree): DiagnosticDraft {
  return {
    rule: 'note-invalid',
    message: `a note must be a text, not ${show(tree)}`,
    hint: 'write a line for people, or leave the key out',
  };
}

function tooLong(length: number): DiagnosticDraft {
  return {
    rule: 'note-invalid',
    message: `a note has ${length} characters; it is shown beside its word, and may have ${longestRemark}`,
    hint: 'shorten it, or name the ticket or the page that says more; of a table, leave the column out of `columns`',
  };
}

/** As spreadsheets of the countries that begin with the year save a date. */
const otherDate = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;

/** A date written in that way as it should be; something else where it is not. */
function dateMeant(written: string): string {
  const [, year = '', month = '', day = ''] = otherDate.exec(written) ?? [];
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function noDate(tree: Tree, written: string): DiagnosticDraft {
  const meant = dateMeant(written);
  return {
    rule: 'expires-invalid',
    message: `expires must be a day of the calendar, not ${show(tree)}`,
    hint: `write ${isDate(meant) ? meant : 'the last day on which the word is wanted, such as 2027-03-31'}`,
  };
}
