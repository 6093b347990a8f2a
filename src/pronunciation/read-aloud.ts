import { pinyin } from 'pinyin-pro';
import { han, plainly, withoutSigns } from './plain-text.js';

const runs = new RegExp(`${han.source}+`, 'gu');

/**
 * Writes a text as it is read in Mandarin: `EGFR抑制剂` is `egfr yì zhì jì`. Characters with several readings take the one
 * that they have in the phrase. Punctuation and case are not heard.
 */
export function readAloud(text: string): string {
  return withoutSigns(plainly(text).replace(runs, (run) => ` ${pinyin(run)} `));
}
