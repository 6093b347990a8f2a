import { pinyin } from 'pinyin-pro';

const han = /[\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{323af}]+/gu;

/**
 * Writes a text as it is read in Mandarin: `EGFR抑制剂` is `egfr yì zhì jì`. Characters with several readings take the one
 * that they have in the phrase. Punctuation and case are not heard.
 */
export function readAloud(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase();
  return plain
    .replace(han, (run) => ` ${pinyin(run)} `)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
