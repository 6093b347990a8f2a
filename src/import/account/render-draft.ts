import { renderVocabulary } from '../../model/yaml/render-vocabulary.js';
import { schemaUrl } from '../../model/yaml/schema-url.js';
import type { VocabularyDraft } from './draft-vocabularies.js';

export interface RenderOptions {
  /** The weight of words that name none, in this configuration. */
  readonly default_weight: number;
  /** Why the file is no part of the configuration; left out: it is one. */
  readonly aside?: string;
}

/** The text of a vocabulary file, with what people should know of it above. */
export function renderDraft(draft: VocabularyDraft, { default_weight, aside }: RenderOptions): string {
  const { name, prefix, target_models, vocabulary_id, hotwords, lists, remarks } = draft;
  const origin = `Imported from ${lists.map((list) => list.vocabulary_id).join(', ')}.`;
  const lines = [origin, ...(aside === undefined ? [] : [aside]), ...remarks];
  const comment = lines.flatMap(wrapped).join('\n');
  return renderVocabulary(
    { name, prefix, target_models, vocabulary_id, hotwords },
    { default_weight, comment, schema: schemaUrl('vocabulary') },
  );
}

const widest = 118;

/** A sentence on lines that can be read beside code. */
function wrapped(sentence: string): string[] {
  const lines: string[] = [];
  for (const word of sentence.split(' ')) {
    const line = lines.at(-1);
    if (line === undefined || line.length + word.length >= widest) lines.push(word);
    else lines.splice(-1, 1, `${line} ${word}`);
  }
  return lines;
}
