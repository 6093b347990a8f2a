import type { ObservedList } from '../model/observed.js';
import { renderVocabulary } from '../model/yaml/render-vocabulary.js';

interface Line {
  readonly before: string;
  readonly after: string;
}

/** A line of the comment that says how many hotwords there are: a file that was cut off has fewer. */
export const amountLine: Line = { before: 'Hotwords: ', after: '.' };
/** A line of the comment that says which account it is from. */
export const accountLine: Line = { before: 'From ', after: '.' };

/** No weight is the default one here, so that each is written down. */
const noDefault = Number.NaN;

/**
 * A list as the account holds it, as a vocabulary file: also an `include` reads it.
 * @param account as model/account describes one; null: nobody can tell
 */
export function renderBackup(list: ObservedList, account: string | null = null): string {
  const { vocabulary_id, prefix, target_model, hotwords, status, gmt_create, gmt_modified } = list;
  const comment = [
    `${vocabulary_id} as the account held it: ${status}, created ${gmt_create}, modified ${gmt_modified}.`,
    `${amountLine.before}${hotwords.length}${amountLine.after}`,
    ...(account === null ? [] : [`${accountLine.before}${account}${accountLine.after}`]),
    'Put it back with `vocabsync restore` and the folder this file is in.',
  ].join('\n');
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
