import type { Vocabulary } from '../model/config.js';
import { type AnswerList, wordsKey } from '../model/evaluation/answer-key.js';
import type { GivenWord } from '../model/evaluation/evaluation.js';
import type { Hotword } from '../model/hotword.js';
import type { SentWords } from '../model/instant/sent-words.js';
import { type GivenWords, noWords } from '../model/recognition/recogniser.js';

/** Hotwords as recognition is given them, and all that its answer can depend on. */
export interface Given {
  /** What is sent. */
  readonly sent: GivenWords;
  /** What is counted; of a list that is not there, the words that it shall have. */
  readonly words: readonly GivenWord[];
  /** Two that are equal in it have the same effect: a hash, since the id of a list says nothing of its words. */
  readonly effect: string;
  /** Whether the same may be known later by this answer: not where a list was updated so recently that its words may not be in effect. */
  readonly settled: boolean;
}

/** A list as far as its effect depends on it. Until its last update is five minutes ago, its words may not be in effect. */
export interface GivenList extends AnswerList {
  readonly vocabulary_id: string;
}

/** What is given, of which any part may be missing. */
export interface Parts {
  readonly list: GivenList | null;
  /** What a list that is not there shall have; they are counted, and not sent. */
  readonly absent: readonly Hotword[];
  readonly instant: SentWords | null;
  /** The vocabularies of the consumer, where the words may stand. */
  readonly vocabularies: readonly Vocabulary[];
}

/** Recognition that is told of no hotwords. */
export const givenNothing: Pick<Given, 'sent' | 'effect' | 'settled'> = {
  sent: noWords,
  effect: wordsKey({ list: null, instant: null }),
  settled: true,
};

/** Puts together what recognition is given. A word of a list and an instant one of the same text are one, as the vendor merges them. */
export function give({ list, absent, instant, vocabularies }: Parts): Given {
  const find = placesOf(vocabularies);
  const listed = (list?.hotwords ?? absent).map(({ text, weight, lang }) => ({ text, weight, lang }));
  const sent = Object.entries(instant ?? {}).map(([text, weight]) => ({ text, weight, lang: null }));
  const words = new Map<string, GivenWord>();
  for (const word of [...listed, ...sent]) words.set(word.text, { ...word, ...find(word.text, word.weight) });
  return {
    sent: { vocabulary_id: list?.vocabulary_id ?? null, vocabulary: instant },
    words: [...words.values()],
    effect: wordsKey({ list, instant }),
    settled: list?.settled ?? true,
  };
}

type Place = Pick<GivenWord, 'vocabulary' | 'location' | 'written'>;

/** Says where a word stands: of several places the first that gives it this weight, or else the first. */
function placesOf(vocabularies: readonly Vocabulary[]): (text: string, weight: number) => Place {
  const places = new Map<string, Place[]>();
  for (const { name: vocabulary, entries } of vocabularies) {
    for (const { text, weight: written, location } of entries) {
      const place = { vocabulary, location, written };
      const earlier = places.get(text);
      if (earlier === undefined) places.set(text, [place]);
      else earlier.push(place);
    }
  }
  return (text, weight) => {
    const all = places.get(text) ?? [];
    return all.find(({ written }) => written === weight) ?? all[0] ?? { vocabulary: null, location: null };
  };
}
