import type { Entry } from '../../model/config.js';
import { asError, type DiagnosticDraft } from '../../model/diagnostic.js';
import type { Reading } from '../reading.js';
import { parseJson } from '../text/json-tree.js';
import { parseYaml } from '../text/parse-yaml.js';
import { locationAt } from '../text/source.js';
import { child, pairOf, show, type Tree } from '../text/tree.js';
import { readEntries, readWeights } from './entries.js';
import { parseCsvWords } from './words-csv.js';
import { parseTxtWords } from './words-txt.js';

export type WordFormat = 'yaml' | 'json' | 'csv' | 'txt';

const formats: ReadonlyMap<string, WordFormat> = new Map([
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
  ['json', 'json'],
  ['csv', 'csv'],
  ['txt', 'txt'],
]);

/** By the extension, whatever its case; null for one that is none of ours. */
export function wordFormatOf(path: string): WordFormat | null {
  const extension = /\.([^./]+)$/.exec(path)?.[1] ?? '';
  return formats.get(extension.toLowerCase()) ?? null;
}

/** The hotwords of an included file. */
export async function parseWords(format: WordFormat, context: Reading): Promise<Entry[]> {
  switch (format) {
    case 'txt':
      return parseTxtWords(context);
    case 'csv':
      return parseCsvWords(context);
    case 'json':
      return parseJsonWords(context);
    case 'yaml':
      return parseYamlWords(context);
  }
}

/** The vendor's array of entries, or an object {word: weight}. */
function parseJsonWords(context: Reading): Entry[] {
  const tree = parseJson(context.source, context.report);
  if (tree?.kind === 'mapping') return readWeights(tree, context);
  return listed(tree, jsonForm, context);
}

/** A list of hotwords, alone or under the key `hotwords` of a vocabulary file. */
function parseYamlWords(context: Reading): Entry[] {
  const tree = parseYaml(context.source, context.report);
  const nested = pairOf(tree, 'include');
  if (nested !== null) say(context, nested.keyStart, nestedInclude);
  return listed(child(tree, 'hotwords') ?? tree, yamlForm, context);
}

function listed(tree: Tree | null, form: string, context: Reading): Entry[] {
  if (tree?.kind === 'list') return readEntries(tree.items, context);
  if (tree !== null) say(context, tree.start, wrongForm(show(tree), form));
  return [];
}

const jsonForm = 'an array of hotwords, or an object {"word": weight}';
const yamlForm = 'a list of hotwords, or a mapping with the list under `hotwords`';

const nestedInclude: DiagnosticDraft = {
  rule: 'include-nested',
  message: 'an included file includes others',
  hint: 'name those files in the include of the vocabulary itself',
};

function wrongForm(found: string, form: string): DiagnosticDraft {
  return { rule: 'include-form', message: `the file holds ${found}`, hint: `write ${form}` };
}

function say({ source, report }: Reading, offset: number, draft: DiagnosticDraft): void {
  report(asError(draft, locationAt(source, offset)));
}
