import type { Evidence } from '../../model/checks/check.js';
import type { ObservedList, QueriedList } from '../../model/observed.js';

/** A list as it was seen, for evidence. */
export function seen(list: ObservedList): Evidence {
  return { text: `${list.vocabulary_id}: ${traits(list)}`, vocabulary_id: list.vocabulary_id };
}

/** Its model, status, size and times: all that an account says of a list beside its words. */
export function traits({ target_model, status, hotwords, gmt_create, gmt_modified }: QueriedList): string {
  const words = `${hotwords.length} ${hotwords.length === 1 ? 'hotword' : 'hotwords'}`;
  const updated = gmt_modified === gmt_create ? '' : `, updated ${gmt_modified}`;
  return `${target_model}, ${status}, ${words}, created ${gmt_create}${updated}`;
}
