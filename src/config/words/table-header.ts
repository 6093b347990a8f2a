import { closest } from '../../model/closest.js';
import { asError, type DiagnosticDraft, type Located, type Location } from '../../model/diagnostic.js';
import type { Reading } from '../reading.js';
import { type Field, fields, type Include } from './include.js';
import { normaliseText } from './normalise-text.js';

export interface Row {
  readonly cells: readonly string[];
  /** Where it begins, from 1: a quoted cell may hold line ends. */
  readonly line: number;
}

interface Table {
  readonly include: Include;
  readonly context: Reading;
}

/** What each column of a table is; null in the place of one that is not read. Null in all, and a diagnostic, when nobody can tell. */
export function fieldsOf(header: Row, rows: readonly Row[], table: Table): readonly (Field | null)[] | null {
  const names = header.cells.map(normaliseText);
  const { include, context } = table;
  const problems =
    include.columns === null
      ? ownHeaderProblems(names, rows, {
          include,
          place: { file: context.source.file, line: header.line, column: 1 },
        })
      : namedColumnProblems(names, include.columns);
  for (const { draft, location } of problems) context.report(asError(draft, location));
  if (problems.length > 0) return null;
  const wanted = new Map(
    fields.map((field) => [
      fold(include.columns?.get(field)?.value ?? (include.columns === null ? field : '')),
      field,
    ]),
  );
  wanted.delete('');
  return names.map((name) => wanted.get(fold(name)) ?? null);
}

interface Problem {
  readonly draft: DiagnosticDraft;
  readonly location: Location;
}

function fold(name: string): string {
  return normaliseText(name).toLowerCase();
}

function namedColumnProblems(
  names: readonly string[],
  columns: ReadonlyMap<Field, Located<string>>,
): Problem[] {
  return [...columns.values()].flatMap(({ value, location }) => {
    const found = names.filter((name) => fold(name) === fold(value)).length;
    if (found === 1) return [];
    return [{ draft: found === 0 ? noSuchColumn(value, names) : columnTwice(value), location }];
  });
}

function ownHeaderProblems(
  names: readonly string[],
  rows: readonly Row[],
  { include, place }: { readonly include: Include; readonly place: Location },
): Problem[] {
  const at = (draft: DiagnosticDraft): Problem => ({ draft, location: place });
  const twice = fields.filter((field) => names.filter((name) => fold(name) === field).length > 1);
  if (twice.length > 0) return twice.map((field) => at(columnTwice(field)));
  const unknown = names.filter(
    (name, index) => !isField(fold(name)) && rows.some(({ cells }) => (cells[index] ?? '').trim() !== ''),
  );
  const hasText = names.some((name) => fold(name) === 'text');
  if (hasText && unknown.length === 0) return [];
  const separator = separatorOf(names);
  if (separator !== null) return [at(otherSeparator(separator))];
  if (!hasText && looksLikeARow(names)) return [at(noHeader(names))];
  return [at(hasText ? unknownColumns(unknown, names, include) : missingText(names, include))];
}

function isField(name: string): boolean {
  return (fields as readonly string[]).includes(name);
}

/** What input methods of some countries, and other programs, put between columns. Those that are delimiters were tried. */
const otherSeparators: readonly (readonly [sign: string, name: string])[] = [
  ['，', 'a full-width comma'],
  ['；', 'a full-width semicolon'],
  ['|', 'a bar'],
];

function separatorOf([only = '', ...others]: readonly string[]): string | null {
  if (others.length > 0) return null;
  const found = otherSeparators.find(
    ([sign]) => only.includes(sign) && only.split(sign).some((cell) => meaningOf(cell) === 'text'),
  );
  return found?.[1] ?? null;
}

/** What headers of other tables most likely are, in lower case. */
const meanings: Readonly<Record<Field, readonly string[]>> = {
  text: [
    'text',
    'hotword',
    'hot word',
    'word',
    'words',
    'term',
    'phrase',
    'keyword',
    'name',
    '词',
    '热词',
    '词语',
    '词条',
    '词汇',
    '单词',
    '术语',
    '关键词',
    '名称',
    '文本',
    '熱詞',
    '詞',
    '詞語',
    '單語',
    '単語',
    '用語',
  ],
  weight: ['weight', 'weights', 'score', 'boost', '权重', '权值', '分值', '分数', '權重', '重み'],
  lang: ['lang', 'language', 'locale', '语言', '语种', '語言', '言語'],
  note: [
    'note',
    'notes',
    'remark',
    'remarks',
    'comment',
    'comments',
    '备注',
    '说明',
    '注释',
    '備註',
    '說明',
    '備考',
    '説明',
    'メモ',
  ],
  expires: [
    'expires',
    'expiry',
    'expiry date',
    'expiration',
    'expiration date',
    'valid until',
    '到期',
    '到期日',
    '到期日期',
    '有效期',
    '有效期至',
    '截止日期',
    '失效日期',
    '有効期限',
    '期限',
  ],
};

function meaningOf(name: string): Field | null {
  const folded = fold(name);
  return fields.find((field) => meanings[field].includes(folded)) ?? null;
}

/** A number is no header, and neither is anything beside it. */
function looksLikeARow(names: readonly string[]): boolean {
  return (
    names.some((name) => /^-?\d+(?:\.\d+)?$/.test(name)) && names.every((name) => meaningOf(name) === null)
  );
}

/** The line to write into the vocabulary. What no column seems to be is left out; the text is guessed in any case. */
function includeLine(names: readonly string[], { file: { value } }: Include): string {
  const guessed = new Map<Field, string>();
  for (const name of names) {
    const field = meaningOf(name) ?? (closest(fold(name), fields) as Field | null);
    if (name !== '' && field !== null && !guessed.has(field)) guessed.set(field, name);
  }
  const free = names.find((name) => name !== '' && ![...guessed.values()].includes(name));
  if (!guessed.has('text') && free !== undefined) guessed.set('text', free);
  const columns = fields.flatMap((field) => {
    const name = guessed.get(field);
    return name === undefined ? [] : [`${field}: ${yamlText(name)}`];
  });
  return `- { file: ${yamlText(value)}, columns: { ${columns.join(', ')} } }`;
}

/** A text as it may stand between braces. */
function yamlText(text: string): string {
  const isPlain =
    /^[\p{L}\p{N}_./][\p{L}\p{N}_./ -]*$/u.test(text) && !/^(?:null|true|false|[\d.]+)$/i.test(text);
  return isPlain && !text.endsWith(' ') ? text : JSON.stringify(text);
}

function quoted(names: readonly string[]): string {
  return names.map((name) => JSON.stringify(name)).join(', ');
}

function unknownColumns(
  unknown: readonly string[],
  names: readonly string[],
  include: Include,
): DiagnosticDraft {
  const nameless = unknown.filter((name) => name === '').length;
  const named = unknown.filter((name) => name !== '');
  const what = [
    ...(named.length === 0
      ? []
      : [`${named.length === 1 ? 'the unknown column' : 'unknown columns:'} ${quoted(named)}`]),
    ...(nameless === 0 ? [] : ['a column without a name, and cells in it']),
  ].join(' and ');
  return {
    rule: 'csv-header',
    message: `the header has ${what}`,
    hint: `${misspelt(named)}${namingColumns(names, include)}`,
  };
}

/** Who has misspelt a column wants to know it before he is told how to leave it unread. */
function misspelt(unknown: readonly string[]): string {
  const guesses = unknown.flatMap((name) => {
    const near = closest(fold(name), fields);
    return near === null ? [] : [`did you mean "${near}"?`];
  });
  return guesses.length === 0 ? '' : `${guesses[0]} Otherwise `;
}

function missingText(names: readonly string[], include: Include): DiagnosticDraft {
  return {
    rule: 'csv-header',
    message: `the header has no column "text"; it has ${quoted(names)}`,
    hint: namingColumns(names, include),
  };
}

function namingColumns(names: readonly string[], include: Include): string {
  return `write the include as: ${includeLine(names, include)}; columns that it does not name are not read`;
}

function noHeader(names: readonly string[]): DiagnosticDraft {
  return {
    rule: 'csv-header',
    message: `the first line is no header, but looks like a row: ${quoted(names)}`,
    hint: `put a line above it that names the columns: ${names.map(likelyField).join(', ')}`,
  };
}

function likelyField(cell: string): Field {
  if (/^-?[\d.]+$/.test(cell)) return 'weight';
  if (/^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$/.test(cell)) return 'expires';
  return /^[a-z]{2,3}(?:-[A-Za-z]+)?$/.test(cell) ? 'lang' : 'text';
}

function otherSeparator(name: string): DiagnosticDraft {
  return {
    rule: 'csv-header',
    message: `the columns are separated by ${name}`,
    hint: 'put commas, semicolons or tabs between the columns ("CSV UTF-8" in spreadsheets)',
  };
}

function noSuchColumn(name: string, names: readonly string[]): DiagnosticDraft {
  const near = closest(name, names);
  return {
    rule: 'csv-header',
    message: `the table has no column ${JSON.stringify(name)}; it has ${quoted(names)}`,
    hint:
      near === null ? 'write the header as it stands in the table' : `did you mean ${JSON.stringify(near)}?`,
  };
}

function columnTwice(name: string): DiagnosticDraft {
  return {
    rule: 'csv-header',
    message: `the header has the column ${JSON.stringify(name)} twice`,
    hint: 'rename one of them, or delete it',
  };
}
