import type { Clip, HeardClip, Side } from '../../model/evaluation/clip.js';
import { type Alignment, align } from '../text/align.js';
import { type Tokens, tokenise } from '../text/tokens.js';

/** A text that was heard, beside its reference. */
export interface AlignedText {
  readonly tokens: Tokens;
  readonly alignment: Alignment;
}

/** A clip in units, and what was heard of it, each time on each side. It depends on no words. */
export interface AlignedClip {
  readonly clip: Clip;
  readonly reference: Tokens;
  /** null: not tried on this side. */
  readonly texts: Readonly<Record<Side, readonly AlignedText[] | null>>;
}

export function alignClip({ clip, ...texts }: HeardClip): AlignedClip {
  const reference = tokenise(clip.text);
  const known = new Map<string, AlignedText>();
  const alignText = (text: string): AlignedText => {
    const aligned = known.get(text) ?? alignedTo(reference, text);
    known.set(text, aligned);
    return aligned;
  };
  return {
    clip,
    reference,
    texts: {
      without: texts.without.map(alignText),
      with: texts.with.map(alignText),
      planned: texts.planned?.map(alignText) ?? null,
    },
  };
}

function alignedTo(reference: Tokens, text: string): AlignedText {
  const tokens = tokenise(text);
  return { tokens, alignment: align(reference.units, tokens.units) };
}
