import type { Idle } from './idle.js';
import type { Offer, OfferedWord } from './offer.js';
import type { Recording } from './recording.js';

/** What became of a word of a recording: heard thanks to a hotword, misheard in spite of all, or heard where nobody said it. */
export interface WordOutcome {
  readonly word: string;
  readonly outcome: 'heard' | 'missed' | 'intruded';
  /** What was heard in its place, or what was said where it intruded; null: it was heard. */
  readonly instead: string | null;
  /** The hotword that did it; null: none did. */
  readonly by: OfferedWord | null;
  /** Why none did; null: one did. */
  readonly why: Idle | null;
}

/** What recognition makes of a recording. */
export interface Heard {
  readonly text: string;
  /** In the order of the recording. */
  readonly words: readonly WordOutcome[];
}

/** A weight from which a hotword is heard where something like it is said. */
const pushy = 5;

/**
 * Hears a recording with hotwords: a misheard word comes right only where one in effect has enough weight, and one of
 * weight 5 or more is heard where the recording says that it intrudes, but never inside a word that came right.
 */
export function hear(recording: Recording, offer: Offer): Heard {
  const outcomes = [...recording.misheard].map(([word, instead]) =>
    outcomeOf({ word, instead, needs: recording.needs.get(word) ?? 0 }, offer),
  );
  const intruders = [...recording.intrudes].flatMap(([said, word]) => intrusion(said, word, offer));
  const pieces = substitute(recording.text, outcomes);
  const { text, intruded } = intrude(pieces, intruders);
  return { text, words: [...outcomes, ...intruded] };
}

interface Misheard {
  readonly word: string;
  readonly instead: string;
  readonly needs: number;
}

function outcomeOf({ word, instead, needs }: Misheard, offer: Offer): WordOutcome {
  const offered = offer.words.filter(({ text }) => text === word);
  const active = offered.filter(({ idle }) => idle === null);
  const by = strongest(active);
  if (by !== null && by.weight >= needs) return { word, outcome: 'heard', instead: null, by, why: null };
  const tooLight: Idle | null = by === null ? null : { kind: 'weight', weight: by.weight, needs };
  const why = tooLight ?? offered.find(({ idle }) => idle !== null)?.idle ?? offer.absent;
  return { word, outcome: 'missed', instead, by: null, why };
}

/** A word of the list and of the request counts with the higher of its weights. */
function strongest(words: readonly OfferedWord[]): OfferedWord | null {
  return words.reduce<OfferedWord | null>(
    (best, word) => (best === null || word.weight > best.weight ? word : best),
    null,
  );
}

function intrusion(said: string, word: string, { words }: Offer): readonly WordOutcome[] {
  const by = strongest(words.filter(({ text, idle }) => text === word && idle === null));
  if (by === null || by.weight < pushy) return [];
  return [{ word, outcome: 'intruded', instead: said, by, why: null }];
}

/** A part of what is heard; certain: a hotword made it so. */
interface Piece {
  readonly text: string;
  readonly certain: boolean;
}

/** Longest words first, each place of the text once. What is certain stands apart, and the rest is in one piece up to it. */
function substitute(text: string, outcomes: readonly WordOutcome[]): readonly Piece[] {
  const found = new Map(outcomes.map((each) => [each.word, each]));
  const pieces: Piece[] = [];
  let loose = '';
  for (const part of split(text, [...found.keys()])) {
    const outcome = found.get(part);
    if (outcome?.outcome === 'heard') {
      pieces.push({ text: loose, certain: false }, { text: part, certain: true });
      loose = '';
    } else loose += outcome?.instead ?? part;
  }
  return [...pieces, { text: loose, certain: false }];
}

function intrude(pieces: readonly Piece[], intruders: readonly WordOutcome[]) {
  const bySaid = new Map(intruders.map((each) => [each.instead ?? '', each]));
  const intruded = new Set<WordOutcome>();
  const texts = pieces.map(({ text, certain }) => {
    if (certain) return text;
    const parts = split(text, [...bySaid.keys()]).map((part) => {
      const intruder = bySaid.get(part);
      if (intruder !== undefined) intruded.add(intruder);
      return intruder?.word ?? part;
    });
    return parts.join('');
  });
  return { text: texts.join(''), intruded: [...intruded] };
}

/** Cuts a text before and after each of the words, of which the longest counts where several begin. */
function split(text: string, words: readonly string[]): readonly string[] {
  if (words.length === 0) return [text];
  const longestFirst = words.toSorted((left, right) => right.length - left.length);
  return text.split(new RegExp(`(${longestFirst.map(literally).join('|')})`, 'u'));
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
