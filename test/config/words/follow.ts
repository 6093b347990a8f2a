import { expect } from 'vitest';
import { type Files, loadVocabulary, loadWords, words } from '../project.js';

/** The only hint for a table that is included as it is, and the same table included as the hint says. */
export async function follow(content: string, name = 'w.csv') {
  const first = await loadWords(name, content);
  const [{ rule, message, hint } = { rule: '', message: '', hint: '' }, ...others] = first.diagnostics;
  expect([rule, others]).toEqual(['csv-header', []]);
  const item = /- (\{ file: .* \} \})/.exec(hint ?? '')?.[1];
  const second = item === undefined ? null : await included(item, { [name]: content });
  return {
    message,
    hint,
    item,
    words: second === null ? null : words(second),
    found: second?.diagnostics ?? [],
  };
}

export async function included(item: string, files: Files) {
  return loadVocabulary(`name: v\nprefix: acme\ntarget_model: fun-asr\ninclude:\n  - ${item}\n`, files);
}
