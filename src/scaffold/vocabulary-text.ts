import { renderVocabulary } from '../model/yaml/render-vocabulary.js';
import { schemaUrl } from '../model/yaml/schema-url.js';
import type { FirstVocabulary } from './answers.js';

const howToWrite =
  'Words that recognition hears wrong. A word of its own weight or language is written so:\n' +
  '  - { text: EGFR抑制剂, weight: 5, lang: zh, note: heard as something else }';
const replace = 'These are examples: put yours in their place.\n';

/** The first vocabulary, for one model. */
export function vocabularyText({ name, prefix, words, examples }: FirstVocabulary, model: string): string {
  const hotwords = words.map((text) => ({ text, weight: 4, lang: null, extra: null }));
  return renderVocabulary(
    { name, prefix, target_models: [model], hotwords },
    { schema: schemaUrl('vocabulary'), comment: `${examples ? replace : ''}${howToWrite}` },
  );
}
