import type { DiagnosticDraft } from '../../../model/diagnostic.js';
import { signName } from '../signs.js';
import type { Row } from './table-columns.js';
import type { Column } from './table-header.js';
import type { Layout } from './table-layout.js';

/* What makes a row another one than its reader sees. */

interface Shape {
  readonly header: Row;
  readonly columns: readonly Column[];
  readonly layout: Layout;
}

/** Says what is wrong with a row as a whole; null for what its cells have to say themselves. */
export function rowProblem({
  header,
  columns,
  layout: { delimiter },
}: Shape): (row: Row) => DiagnosticDraft | null {
  const width = header.cells.length;
  const hasSeveral = header.cells.filter((cell) => cell.trim() !== '').length > 1;
  const hasWeights = columns.some(({ field }) => field === 'weight');
  const text = columns.find(({ field }) => field === 'text')?.index ?? 0;
  return (row) => {
    const { cells } = row;
    if (hasSurplus(row, width)) return longRow(row, width, { delimiter, hasWeights });
    const word = (cells[text] ?? '').trim();
    if (errorValue.test(word)) return formulaError(word);
    const sign =
      hasSeveral && cells.length === 1 ? otherSign.exec(word.replaceAll(delimiter, ''))?.[0] : null;
    if (sign !== null && sign !== undefined) return otherDelimiter(sign, delimiter);
    return delimiter !== '\t' && columns.some(({ index }) => hasTab(cells[index])) ? tabInside : null;
  };
}

/** Cells that are missing at the end are empty ones; a cell too many is most likely half a text. */
function hasSurplus({ cells }: Row, width: number): boolean {
  return cells.length > width && cells.slice(width).some((cell) => cell.trim() !== '');
}

/** A weight, a lang: what has a column of its own. */
const saysOfAWord = /^(?:-?\d+(?:\.\d+)?|[a-z]{2}(?:-[A-Za-z]{2,4})?)$/;

/** As Excel, LibreOffice and Google's tables save a formula that has failed. */
const errorValue = /^(?:#(?:REF|VALUE|NAME\?|DIV\/0|NUM|NULL|SPILL|CALC|ERROR)!?|#N\/A|#NAME\?|Err:\d{3})$/i;
const otherSign = /[,，;；|｜\t]/;

function hasTab(cell: string | undefined): boolean {
  return cell?.includes('\t') === true && cell.trim().includes('\t');
}

function longRow(
  { cells }: Row,
  expected: number,
  { delimiter, hasWeights }: { readonly delimiter: string; readonly hasWeights: boolean },
): DiagnosticDraft {
  const beyond = cells.slice(expected).filter((cell) => cell.trim() !== '');
  const mark = signName(delimiter);
  return {
    rule: 'csv-row',
    message: `the row has ${cells.length} cells, the header has ${expected}`,
    hint:
      !hasWeights && beyond.every((cell) => saysOfAWord.test(cell.trim()))
        ? `add what ${beyond.map((cell) => JSON.stringify(cell.trim())).join(' and ')} is to the header, such as weight or lang; if it is a part of the text, put quotes around all of that`
        : `put quotes around a text with ${mark} in it`,
  };
}

function otherDelimiter(sign: string, delimiter: string): DiagnosticDraft {
  const wanted = signName(delimiter);
  return {
    rule: 'csv-row',
    message: `the row has a single cell with ${signName(sign)} in it; the columns of this table are separated by ${wanted}`,
    hint: `write ${wanted} in its place; if it belongs to the text, write ${wanted} behind the cell`,
  };
}

function formulaError(word: string): DiagnosticDraft {
  return {
    rule: 'csv-row',
    message: `the text is ${word}, which a spreadsheet writes where a formula has failed`,
    hint: 'mend the formula and save the table again, or delete the row',
  };
}

const tabInside: DiagnosticDraft = {
  rule: 'csv-row',
  message: 'a cell has a tab inside, and the columns of this table are not separated by tabs',
  hint: 'write the delimiter in its place, or a space if it belongs to the text',
};
