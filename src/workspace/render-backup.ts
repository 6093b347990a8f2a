import type { ObservedList } from '../model/observed.js';
import { renderVocabulary } from '../model/yaml/render-vocabulary.js';

/** No weight is the default one here, so that each is written down. */
const noDefault = Number.NaN;

/** A list as the account holds it, as a vocabulary file: also an `include` reads it. */
export function renderBackup(list: ObservedList): string {
  const { vocabulary_id, prefix, target_model, hotwords, status, gmt_create, gmt_modified } = list;
  const comment =
    `${vocabulary_id} as the account held it: ${status}, created ${gmt_create}, modified ${gmt_modified}.\n` +
    'Put it back with `vocabsync restore` and the folder this file is in.';
  const file = {
    name: prefix,
    prefix,
    target_models: [target_model],
    vocabulary_id: [vocabulary_id],
    hotwords,
  };
  const text = renderVocabulary(file, { default_weight: noDefault, comment });
  // A list without words is written as one, so that a file that was cut off is not taken for it.
  return hotwords.length === 0 ? `${text}hotwords: []\n` : text;
}
