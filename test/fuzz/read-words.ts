import { createSource } from '../../src/config/text/source.js';
import { parseForeignWords } from '../../src/config/words/foreign/foreign-words.js';
import { outputFormats } from '../../src/model/config.js';
import { toldTo } from '../../src/model/result/published.js';
import { parsePublished } from '../../src/workspace/published/parse-published.js';
import type { Chance } from '../support/chance.js';

const files = ['w.txt', 'w.csv', 'w.tsv', 'w.json', 'w.yaml', 'w'];

/** A file of words that another program has written, as `import` takes it. */
export async function readForeign(text: string, chance: Chance): Promise<string[]> {
  const problems: string[] = [];
  const source = createSource(chance.pick(files), text);
  const { words, remarks } = await parseForeignWords(null, {
    source,
    report: ({ message, location }) => {
      if (message === '') problems.push('a diagnostic says nothing');
      if (location !== null && location.line > source.lineStarts.length)
        problems.push('a place beyond the file');
    },
  });
  for (const word of words) {
    if (word.text === '') problems.push('a word without a text');
    if (word.weight !== null && !Number.isFinite(word.weight)) problems.push('a weight that is no number');
  }
  if (remarks.some((remark) => remark.trim() === '')) problems.push('a remark says nothing');
  return problems;
}

/** A file under `outputs`, whatever has become of it. */
export async function readPublishedFile(text: string, chance: Chance): Promise<string[]> {
  const format = chance.pick(outputFormats);
  const file = parsePublished(text, { path: 'ids', format });
  if (file.kind === 'unreadable') return file.why === '' ? ['nobody says why'] : [];
  if (file.kind !== 'read') return ['a text that is not there'];
  return ['ward-7', '__proto__', ...file.consumers.keys()].flatMap((name) => {
    const words = Object.values(toldTo(file, name)?.vocabulary ?? {});
    return words.every((weight) => typeof weight === 'number') ? [] : ['a weight that is no number'];
  });
}
