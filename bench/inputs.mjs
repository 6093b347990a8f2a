import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const textLine = ({ text }) => text;
const csvRow = ({ text, weight, lang }) => `${text},${weight},${lang}`;
const tabs = (row) => row.replaceAll(',', '\t');
const blockEntry = ({ text, weight, lang }) => `  - text: ${text}\n    weight: ${weight}\n    lang: ${lang}`;
const flowEntry = ({ text, weight, lang }) => `  - { text: ${text}, weight: ${weight}, lang: ${lang} }`;
const jsonEntry = (word) => JSON.stringify(word);

/** Where the hotwords of a list stand: in a file it includes, or, without an extension, in its own YAML. */
const forms = {
  'block YAML': { extension: null, lines: (words) => ['hotwords:', ...words.map(blockEntry)] },
  'flow YAML': { extension: null, lines: (words) => ['hotwords:', ...words.map(flowEntry)] },
  text: { extension: 'txt', lines: (words) => words.map(textLine) },
  CSV: { extension: 'csv', lines: (words) => ['text,weight,lang', ...words.map(csvRow)] },
  'quoted CSV': { extension: 'csv', lines: (words) => ['"text",weight,lang', ...words.map(csvRow)] },
  TSV: { extension: 'tsv', lines: (words) => ['text,weight,lang', ...words.map(csvRow)].map(tabs) },
  JSON: { extension: 'json', lines: (words) => [`[${words.map(jsonEntry).join(',\n')}]`] },
};

export const formNames = Object.keys(forms);

/** The five in which most people keep words: the others are read by the same code. */
export const usualForms = ['block YAML', 'flow YAML', 'text', 'CSV', 'JSON'];

/**
 * Writes a configuration of so many lists, each of so many hotwords, and returns its folder.
 * @param turn another makes another weight of the first word of each list: what an apply has to update
 */
export async function writeInput(folder, { form, lists, words, turn = 0 }) {
  await mkdir(join(folder, 'vocabularies/words'), { recursive: true });
  await writeFile(join(folder, 'vocab.config.yaml'), configOf(lists));
  for (let list = 0; list < lists; list += 1) {
    await writeList(join(folder, 'vocabularies'), { ...forms[form], list, words, turn });
  }
  return folder;
}

/** Writes a configuration of so many lists of one word, each with a former prefix and a consumer, and returns its folder. */
export async function writeConsumers(folder, lists) {
  const each = (line) => Array.from({ length: lists }, (_, n) => `  - ${line(n)}\n`).join('');
  const config = configOf(lists).replace(/^vocabularies:.*\n/m, '');
  const text = `${config}vocabularies:\n${each(vocabularyLine)}consumers:\n${each(consumerLine)}`;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'vocab.config.yaml'), text);
  return folder;
}

function vocabularyLine(n) {
  return `{ name: list${n}, prefix: ${prefixOf(n)}, previous_prefixes: [o${n}], hotwords: [word${n}] }`;
}

function consumerLine(n) {
  return `{ name: app${n}, vocabulary: list${n}, model: fun-asr-realtime }`;
}

/** Makes the folder a git repository with everything committed. */
export function commitAll(folder) {
  const git = (...args) => execFileSync('git', ['-C', folder, ...args], { stdio: 'ignore' });
  git('init', '-q');
  git('add', '-A');
  git('-c', 'user.name=bench', '-c', 'user.email=bench@example.com', 'commit', '-qm', 'as it was');
}

export function prefixOf(list) {
  return `b${list}`;
}

function configOf(lists) {
  return `version: 1
account: { name: bench, region: singapore, list_quota: ${Math.max(10, lists)} }
defaults: { target_model: fun-asr-realtime }
vocabularies: [vocabularies/*.yaml]
guards: { update_interval: 0s }
models: { fun-asr-realtime: { family: fun-asr, max_hotwords: 1000000 } }
`;
}

async function writeList(folder, { list, words, turn, extension, lines }) {
  const head = `name: list${list}\nprefix: ${prefixOf(list)}\n`;
  const body = `${lines(hotwords(list, words, turn)).join('\n')}\n`;
  const include = `words/list${list}.${extension}`;
  if (extension !== null) await writeFile(join(folder, include), body);
  await writeFile(
    join(folder, `list${list}.yaml`),
    head + (extension === null ? body : `include: [${include}]\n`),
  );
}

export function hotwords(list, count, turn = 0) {
  return Array.from({ length: count }, (_, index) => ({
    text: index % 2 === 0 ? `Product ${list} number ${index}` : `产品${list}型号${index}`,
    weight: ((index + (index === 0 ? turn : 0)) % 5) + 1,
    lang: index % 2 === 0 ? 'en' : 'zh',
  }));
}
