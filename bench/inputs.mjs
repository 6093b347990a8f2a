import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const lists = 10;
const hotwordsPerList = 500;

const config = `version: 1
account: { region: singapore, list_quota: ${lists} }
defaults: { target_model: fun-asr-realtime }
vocabularies: [vocabularies/*.yaml]
`;

const textLine = ({ text }) => text;
const csvRow = ({ text, weight, lang }) => `${text},${weight},${lang}`;
const tabs = (row) => row.replaceAll(',', '\t');
const yamlEntry = ({ text, weight, lang }) => `  - text: ${text}\n    weight: ${weight}\n    lang: ${lang}`;

const jsonEntry = (word) => JSON.stringify(word);

/** Where the hotwords of a list stand: in a file it includes, or, without an extension, in its own YAML. */
const forms = {
  text: { extension: 'txt', lines: (words) => words.map(textLine) },
  csv: { extension: 'csv', lines: (words) => ['text,weight,lang', ...words.map(csvRow)] },
  quotedCsv: { extension: 'csv', lines: (words) => ['"text",weight,lang', ...words.map(csvRow)] },
  tsv: { extension: 'tsv', lines: (words) => ['text,weight,lang', ...words.map(csvRow)].map(tabs) },
  json: { extension: 'json', lines: (words) => [`[${words.map(jsonEntry).join(',\n')}]`] },
  yaml: { extension: null, lines: (words) => ['hotwords:', ...words.map(yamlEntry)] },
};

/** Writes a config with ten lists of five hundred hotwords under `folder`, and returns the folder. */
export async function writeInput(folder, form) {
  await mkdir(join(folder, 'vocabularies/words'), { recursive: true });
  await writeFile(join(folder, 'vocab.config.yaml'), config);
  for (let list = 0; list < lists; list += 1)
    await writeList(join(folder, 'vocabularies'), list, forms[form]);
  return folder;
}

async function writeList(folder, list, { extension, lines, length }) {
  const head = `name: list${list}\nprefix: bench${list}\n`;
  const words = `${lines(hotwords(list, length)).join('\n')}\n`;
  const include = `words/list${list}.${extension}`;
  if (extension !== null) await writeFile(join(folder, include), words);
  await writeFile(
    join(folder, `list${list}.yaml`),
    head + (extension === null ? words : `include: [${include}]\n`),
  );
}

/** Writes a config with one list of so many hotwords, for a model that takes them. */
export async function writeLongList(folder, form, length) {
  await mkdir(join(folder, 'vocabularies/words'), { recursive: true });
  const model = `models: { fun-asr-realtime: { family: fun-asr, max_hotwords: 1000000 } }\n`;
  await writeFile(join(folder, 'vocab.config.yaml'), config + model);
  await writeList(join(folder, 'vocabularies'), 0, { ...forms[form], length });
  return folder;
}

export const formNames = Object.keys(forms);

function hotwords(list, length = hotwordsPerList) {
  return Array.from({ length }, (_, index) => ({
    text: index % 2 === 0 ? `Product ${list} number ${index}` : `产品${list}型号${index}`,
    weight: (index % 5) + 1,
    lang: index % 2 === 0 ? 'en' : 'zh',
  }));
}
