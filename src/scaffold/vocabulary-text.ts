import { renderVocabulary } from '../model/yaml/render-vocabulary.js';
import { schemaUrl } from '../model/yaml/schema-url.js';
import type { FirstVocabulary } from './answers.js';

const howToWrite =
  'Words that recognition hears wrong. A word of its own weight or language is written so:\n' +
  '  - { text: EGFR抑制剂, weight: 5, lang: zh, note: heard as something else }';
const howToSend =
  'Words that recognition hears wrong. They go with each request, as the consumers of the configuration are told, and need no\n' +
  'slot of the account. A word of its own weight is written so:\n' +
  '  - { text: EGFR抑制剂, weight: 5, note: heard as something else }';
const replace = 'These are examples: put yours in their place.\n';

/** The first vocabulary, for one model. */
export function vocabularyText(vocabulary: FirstVocabulary, model: string): string {
  const { name, words, examples, delivery } = vocabulary;
  const hotwords = words.map((text) => ({ text, weight: 4, lang: null, extra: null }));
  const common = { name, target_models: [model], hotwords };
  const comment = `${examples ? replace : ''}${delivery === 'instant' ? howToSend : howToWrite}`;
  return renderVocabulary(
    delivery === 'instant' ? { ...common, delivery } : { ...common, prefix: vocabulary.prefix },
    { schema: schemaUrl('vocabulary'), comment },
  );
}
