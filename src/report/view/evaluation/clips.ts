import type { Location } from '../../../model/diagnostic.js';
import { clipName, type Side } from '../../../model/evaluation/clip.js';
import type { ClipResult, Evaluation, MarkedText, MarkKind } from '../../../model/evaluation/evaluation.js';
import { printable, printableLocation } from '../../../model/text/printable.js';
import { errorShare } from './figures.js';

/** A part of a text; `kind` says what became of the hotword that it is, null: it is none. */
export interface TextSegment {
  readonly text: string;
  readonly kind: MarkKind | null;
}

/** A text as it was said, or heard on one side. */
export interface SpokenView {
  readonly label: 'said' | Side;
  /** `2 of 3 times`; empty where it was heard so each time. */
  readonly times: string;
  /** None: nothing was heard. */
  readonly segments: readonly TextSegment[];
}

/** What was said in a clip, and what was heard. */
export interface ClipView {
  readonly name: string;
  /** `CER 12.5% → 0.0%` */
  readonly errors: string;
  /** On which sides the repeats do not agree; empty where they do. */
  readonly unstable: readonly Side[];
  /** Whether a hotword was missed in it with hotwords, or heard where nobody said it. */
  readonly troubled: boolean;
  readonly texts: readonly SpokenView[];
  readonly location: Location | null;
}

export function viewClip(result: ClipResult, unit: Evaluation['unit']): ClipView {
  const { clip, reference, without, with: given, planned, unstable } = result;
  const heard = given.flatMap(({ marks }) => marks);
  return {
    name: printable(clipName(clip)),
    errors: `${unit === 'character' ? 'CER' : 'WER'} ${ratesOf(result)}`,
    unstable,
    troubled: [...reference.marks, ...heard].some(({ kind }) => kind !== 'heard'),
    texts: [
      { label: 'said', times: '', segments: segmentsOf(reference) },
      ...spoken('without', without),
      ...spoken('with', given),
      ...spoken('planned', planned ?? []),
    ],
    location: printableLocation(clip.location),
  };
}

function ratesOf({ errors: { without, with: given, planned } }: ClipResult): string {
  const sides = [without, given, ...(planned === null ? [] : [planned])];
  return sides.map(({ rate }) => errorShare(rate)).join(' → ');
}

/** Each text once, in the order in which they were heard. */
function spoken(label: Side, texts: readonly MarkedText[]): SpokenView[] {
  const different = new Map<string, { readonly marked: MarkedText; times: number }>();
  for (const marked of texts) {
    const known = different.get(marked.text);
    if (known === undefined) different.set(marked.text, { marked, times: 1 });
    else known.times++;
  }
  return [...different.values()].map(({ marked, times }) => ({
    label,
    times: times === texts.length ? '' : `${times} of ${texts.length} times`,
    segments: segmentsOf(marked),
  }));
}

/**
 * Cuts a text at its marks and makes each part printable. Where that comes to something else than the text made printable
 * as a whole, a key or a command would be put together of parts that are none, and the text stays unmarked.
 */
function segmentsOf(marked: MarkedText): TextSegment[] {
  const segments = cut(marked).map(({ text, kind }) => ({ text: printable(text), kind }));
  const whole = printable(marked.text);
  if (segments.map(({ text }) => text).join('') === whole) return segments;
  return whole === '' ? [] : [{ text: whole, kind: null }];
}

/** Cuts a text at its marks; what lies outside of it, or overlaps what came before, is no mark. */
function cut({ text, marks }: MarkedText): TextSegment[] {
  const segments: TextSegment[] = [];
  let from = 0;
  for (const { start, end, kind } of [...marks].sort((one, other) => one.start - other.start)) {
    if (start < from || end <= start || end > text.length) continue;
    segments.push({ text: text.slice(from, start), kind: null }, { text: text.slice(start, end), kind });
    from = end;
  }
  return [...segments, { text: text.slice(from), kind: null }].filter((segment) => segment.text !== '');
}
