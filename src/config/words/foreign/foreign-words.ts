import type { Entry, ForeignWord, WeightStyle } from '../../../model/config.js';
import type { Located } from '../../../model/diagnostic.js';
import { andMore } from '../../../model/text/and-more.js';
import type { Reporting, WordReading } from '../../reading.js';
import { parseJson } from '../../text/json-tree.js';
import { parseJsonWords } from '../json-words.js';
import { wordFormatOf } from '../parse-words.js';
import { headerOf, isTableHeader } from '../text/text-header.js';
import { weightsOf } from '../text/text-weights.js';
import { nearlyAll } from '../text/weight-endings.js';
import type { WeightForm } from '../text/weight-forms.js';
import { type WordLine, wordLinesOf } from '../text/word-lines.js';
import { parseYamlWords } from '../yaml-words.js';
import type { ForeignForm } from './foreign-forms.js';
import { parseForeignTable } from './foreign-table.js';
import { formOf, parseForeignText, saidOfWeights, type Taken } from './foreign-text.js';
import { withoutMarkers } from './without-markers.js';

/** What a file gave, and how it was understood. */
export interface ForeignWords {
  readonly words: readonly ForeignWord[];
  /** How the texts carried their weights; null: the weights had places of their own, or there were none. */
  readonly style: WeightStyle | null;
  /** The model that the file itself says its words are for. */
  readonly target_model: Located<string> | null;
  /** Sentences for people. */
  readonly remarks: readonly string[];
}

/**
 * The hotwords of a file that another program has written, and their weights on whatever scale they have. What is wrong
 * is reported; an entry that cannot be read is left out.
 * @param form what the file is said to be; null: the name and the content tell
 */
export async function parseForeignWords(
  form: ForeignForm | null,
  reporting: Reporting,
): Promise<ForeignWords> {
  const unread = new Set<string>();
  const carried: { form: WeightForm | null } = { form: null };
  const context: WordReading = {
    ...reporting,
    // No file has such a weight, so it tells the entries that name none.
    defaultWeight: Number.NaN,
    foreign: {
      onForm: (found) => {
        carried.form = found;
      },
      onUnread: (name) => void unread.add(name),
    },
  };
  const kind = kindOf(form, reporting);
  const read = await readAs(kind, form, context);
  const inItems = carried.form !== null && kind !== 'text' ? [saidOfWeights(carried.form, read.words)] : [];
  const remarks = [...read.remarks, ...inItems, ...(unread.size === 0 ? [] : [notRead([...unread])])];
  return { target_model: null, ...read, style: carried.form?.style ?? null, remarks };
}

type Read = Pick<ForeignWords, 'words' | 'remarks'> & Partial<Pick<ForeignWords, 'target_model'>>;
type Kind = 'text' | 'table' | 'json' | 'yaml';

async function readAs(kind: Kind, form: ForeignForm | null, context: WordReading): Promise<Read> {
  switch (kind) {
    case 'text':
      return parseForeignText(takenOf(form), context);
    case 'table': {
      const { entries, remarks } = parseForeignTable(context);
      const { words, remarks: more } = withoutMarkers(entries.map(asForeign));
      return { words, remarks: [...remarks, ...more] };
    }
    case 'json': {
      const { entries, target_model } = parseJsonWords(context);
      return { ...withoutMarkers(entries.map(asForeign)), target_model };
    }
    case 'yaml':
      return withoutMarkers((await parseYamlWords(context)).map(asForeign));
  }
}

function asForeign(entry: Entry): ForeignWord {
  return Number.isNaN(entry.weight) ? { ...entry, weight: null } : entry;
}

function takenOf(form: ForeignForm | null): Taken {
  if (form === null) return 'found';
  const style = styles.get(form);
  return (style === undefined ? undefined : formOf(style)) ?? 'words';
}

const styles: ReadonlyMap<ForeignForm, WeightStyle> = new Map([
  ['funasr', 'number'],
  ['pipe', 'bar'],
  ['sherpa', 'sherpa'],
  ['colon', 'colon'],
  ['bracket', 'bracket'],
  ['sign', 'sign'],
  ['jieba', 'jieba'],
]);

function kindOf(form: ForeignForm | null, reporting: Reporting): Kind {
  if (form === null) return kindByLooks(reporting);
  if (form === 'csv' || form === 'tsv') return 'table';
  return form === 'json' || form === 'yaml' ? form : 'text';
}

/** By the extension; where it says nothing, or only that it is text, by what the file looks like. */
function kindByLooks({ source }: Reporting): Kind {
  const format = wordFormatOf(source.file);
  if (format !== null && format !== 'text') return format;
  if (/^\s*[[{]/.test(source.text) && isJson(source)) return 'json';
  const lines = wordLinesOf(source);
  const header = headerOf(lines);
  if (header !== null && isTableHeader(header)) return 'table';
  const areNearlyAll = (is: (line: WordLine) => boolean) =>
    lines.length > 0 && lines.filter(is).length >= nearlyAll * lines.length;
  if (areNearlyAll(({ hasColumns }) => hasColumns)) return 'table';
  const weights = weightsOf(lines);
  if (weights === null) return areInCells(lines) ? 'table' : 'text';
  return weights.form.style === 'comma' && areNearlyAll(hasCells) ? 'table' : 'text';
}

/** Nearly all lines have a tab, of which some may have nothing behind it. */
function areInCells(lines: readonly WordLine[]): boolean {
  const cut = lines.filter(({ hasTab, endsInTab }) => hasTab || endsInTab);
  return cut.length >= nearlyAll * lines.length && cut.some(({ hasTab }) => hasTab);
}

/** A number of the row in front, or nothing but a lang or a date between the word and its weight: else the comma may be the word's. */
function hasCells({ word }: WordLine): boolean {
  const [first = '', ...others] = word.split(/[,，;；]/).map((cell) => cell.trim());
  const between = others.slice(0, -1);
  return (
    between.length > 0 &&
    (/^\d+$/.test(first) || between.every((cell) => /^[a-z]{2}(?:-[A-Za-z]+)?$|^\d/.test(cell)))
  );
}

function isJson(source: Reporting['source']): boolean {
  let isWrong = false;
  const report = (): void => {
    isWrong = true;
  };
  return parseJson(source, report) !== null && !isWrong;
}

const namesShown = 10;
const longestName = 60;

function notRead(names: readonly string[]): string {
  return `not read: ${andMore(names, namesShown, (name) => JSON.stringify(name.slice(0, longestName)))}`;
}
