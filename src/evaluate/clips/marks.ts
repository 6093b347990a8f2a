import type { Mark, MarkedText, MarkKind } from '../../model/evaluation/evaluation.js';
import type { Tokens } from '../text/tokens.js';
import type { Occurrence } from '../words/find-words.js';
import type { WordForm } from '../words/word-forms.js';
import type { JudgedClip, JudgedText } from './judge-clip.js';

/** A reference with its words, heard or missed as in the first text with hotwords. */
export function markReference(
  { reference, said, texts }: JudgedClip,
  forms: readonly WordForm[],
): MarkedText {
  const heard = texts.with?.[0]?.trial.heard ?? [];
  const marks = said.map((occurrence, index) =>
    markOf(occurrence, heard[index] === true ? 'heard' : 'missed', { tokens: reference, forms }),
  );
  return { text: reference.original, marks };
}

/** What was heard, with the words that count in it. */
export function markResult({ tokens, trial }: JudgedText, forms: readonly WordForm[]): MarkedText {
  const marks = trial.found.flatMap((found) =>
    found.kind === 'inside' ? [] : [markOf(found, found.kind, { tokens, forms })],
  );
  return { text: tokens.original, marks };
}

function markOf(
  { word, start, end }: Occurrence,
  kind: MarkKind,
  { tokens, forms }: { readonly tokens: Tokens; readonly forms: readonly WordForm[] },
): Mark {
  return {
    start: tokens.starts[start] ?? 0,
    end: tokens.ends[end - 1] ?? 0,
    word: forms[word]?.word.text ?? '',
    kind,
  };
}
