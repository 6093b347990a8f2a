/** A part of what was heard, as every way spells it. Times are milliseconds from the beginning. */
export interface Sentence {
  readonly sentence_id: number;
  readonly begin_time: number;
  readonly end_time: number;
  readonly text: string;
  readonly words: readonly SpokenWord[];
}

export interface SpokenWord {
  readonly begin_time: number;
  readonly end_time: number;
  readonly text: string;
  /** What stands behind it. */
  readonly punctuation: string;
}

/** Cuts a text behind what ends a sentence, and gives each character its share of the time. White space between two sentences is in neither. */
export function sentencesOf(text: string, duration_ms: number): readonly Sentence[] {
  const each = duration_ms / Math.max(1, text.length);
  let at = 0;
  const time = () => Math.round(at * each);
  const cut = text.match(/.+?(?:[。！？!?]+|[.](?=\s)|$)\s*/gsu) ?? [];
  return cut.map((sentence, index) => {
    const begin_time = time();
    const words = [
      ...sentence.matchAll(/(\p{Ideographic}|[^\s\p{P}\p{Ideographic}]+|\p{P})(\p{P}*)\s*/gu),
    ].map(([whole, word = '', punctuation = '']) => {
      const begun = time();
      at += whole.length;
      return { begin_time: begun, end_time: time(), text: word, punctuation };
    });
    return { sentence_id: index + 1, begin_time, end_time: time(), text: sentence.trim(), words };
  });
}

/** What is billed, and what `usage` says: whole seconds. */
export function billedSeconds(duration_ms: number): number {
  return Math.ceil(duration_ms / 1000);
}
