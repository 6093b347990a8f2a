import type { Entry } from '../../model/config.js';
import { asError, type DiagnosticDraft } from '../../model/diagnostic.js';
import type { WordReading } from '../reading.js';
import { parseYaml } from '../text/parse-yaml.js';
import { locationAt } from '../text/source.js';
import { child, pairOf, show } from '../text/tree.js';
import { readWeights } from './entries.js';
import { unwrapped } from './foreign/wrapped-words.js';
import { reportBeside } from './report-beside.js';
import { readWordList } from './word-list.js';

/** A list of hotwords, alone or under the key `hotwords` of a vocabulary file. */
export async function parseYamlWords(context: WordReading): Promise<Entry[]> {
  const { source, report } = context;
  const tree = await parseYaml(source, report);
  const nested = pairOf(tree, 'include');
  if (nested !== null) report(asError(nestedInclude, locationAt(source, nested.keyStart)));
  const hotwords = child(tree, 'hotwords');
  if (tree?.kind === 'mapping' && hotwords !== null) reportBeside(tree, 'hotwords', context);
  const named = hotwords ?? tree;
  const isOfOthers = context.foreign !== undefined && child(tree, 'name') === null;
  const list = named !== null && context.foreign !== undefined ? unwrapped(named, context) : named;
  if (list === null) return [];
  if (list.kind === 'list') return readWordList(list.items, context, 'yaml');
  if (list.kind === 'mapping' && isOfOthers) return readWeights(list, context);
  report(asError(wrongForm(show(list)), locationAt(source, list.start)));
  return [];
}

const nestedInclude: DiagnosticDraft = {
  rule: 'include-nested',
  message: 'an included file includes others',
  hint: 'name those files in the include of the vocabulary itself',
};

function wrongForm(found: string): DiagnosticDraft {
  return {
    rule: 'include-form',
    message: `the file holds ${found}`,
    hint: 'write a list of hotwords, or a mapping with the list under `hotwords`',
  };
}
