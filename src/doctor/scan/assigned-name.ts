import type { Lines } from './lines.js';

/*
 * What a value is called where it stands: `VOCAB_ID = "…"`, `vocabulary_id: …`, `"phrase_id": "…"`, `.phraseId("…")`,
 * `put("phrase_id", "…")`, `asr.phrase-id=…`, `VocabID := "…"`, `const id: string = '…'`. No parser of a language is
 * needed for it, and one for each would not be kept up.
 */
const nameBefore =
  /([A-Za-z_][\w.-]*)["'`\]]*\s*(?::\s*[\w<>[\]| ]+(?==)\s*)?(?::=|=>|=|:|\(|,)\s*(?:[A-Za-z_.]*\(\s*)?[bfru]?["'`]?$/;

/** A value farther right than this belongs to a minified file, whose names say little. */
const window = 200;

export interface Position {
  readonly line: number;
  readonly column: number;
}

/** What the value at a position is assigned to or passed as; null where that cannot be told. */
export function assignedName({ text }: Lines, { line, column }: Position): string | null {
  const before = (text[line] ?? '').slice(Math.max(0, column - window), column);
  const found = nameBefore.exec(before);
  if (found !== null) return found[1] === 'value' ? nameBeside({ text, line }) : (found[1] ?? null);
  // Alone on its line: what it is passed as ends the line above.
  if (!/^\s*(?:- +)?[bfru]?["'`]?$/.test(before)) return null;
  const above = text.slice(Math.max(0, line - 3), line).findLast((one) => one.trim() !== '') ?? '';
  return nameBefore.exec(above.trimEnd().slice(-window))?.[1] ?? null;
}

/** Kubernetes and its kind name a variable in a key of its own: `- name: VOCAB_ID` and `value: vocab-…`. */
const namedSo = /^\s*(?:[-{] *)*["']?name["']?\s*:\s*["']?([A-Za-z_][\w.-]*)/;

function nameBeside({ text, line }: { readonly text: Lines['text']; readonly line: number }): string {
  const near = [line, line - 1, line + 1].map((at) => namedSo.exec(text[at] ?? '')?.[1]);
  return near.find((name) => name !== undefined) ?? 'value';
}

/** Whether a name is the vendor's `phrase_id`, in any spelling and with whatever stands before it. */
export function isPhraseId(name: string): boolean {
  return /(?<!para)phrase[_-]?ids?$/i.test(name);
}
