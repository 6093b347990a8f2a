import type { AlignedText } from '../clips/align-clip.js';
import type { Occurrence } from './find-words.js';

/**
 * A word in a result. heard: where the reference has it, and not yet taken for another · intruded: nobody said it there ·
 * inside: the reference has its very units there, as a part of a longer word. It is no word of the list that was said, and
 * nobody could call it wrong, so it counts as neither.
 */
export interface FoundWord extends Occurrence {
  readonly kind: 'heard' | 'intruded' | 'inside';
}

/** What became of the words of a reference in one result. */
export interface Trial {
  readonly said: readonly Occurrence[];
  /** Beside `said`. */
  readonly heard: readonly boolean[];
  readonly found: readonly FoundWord[];
}

/**
 * Judges the words of a result by their places: one is heard when any of its units is aligned with the same unit of an
 * occurrence of the same word, which then is taken. A word that was said early and recognised late only is missed there and
 * false here.
 */
export function hearWords(
  said: readonly Occurrence[],
  inResult: readonly Occurrence[],
  { alignment }: Pick<AlignedText, 'alignment'>,
): Trial {
  const owners = ownersOf(said, alignment.right.length);
  const heard = said.map(() => false);
  const found = inResult.map((occurrence): FoundWord => {
    const places = placesOf(occurrence, alignment);
    const taken = places
      .map((place) => owners[place] ?? -1)
      .find((owner) => owner >= 0 && heard[owner] === false && said[owner]?.word === occurrence.word);
    if (taken === undefined)
      return { ...occurrence, kind: isWhole(occurrence, places) ? 'inside' : 'intruded' };
    heard[taken] = true;
    return { ...occurrence, kind: 'heard' };
  });
  return { said, heard, found };
}

/** For each unit, which of the occurrences it belongs to; -1: none. */
export function ownersOf(occurrences: readonly Occurrence[], length: number): Int32Array {
  const owners = new Int32Array(length).fill(-1);
  occurrences.forEach(({ start, end }, owner) => owners.fill(owner, start, end));
  return owners;
}

/** The units of the reference that those of a word are, where they are right. */
function placesOf({ start, end }: Occurrence, { right, places }: AlignedText['alignment']): number[] {
  return [...places.subarray(start, end)].filter((place) => place >= 0 && right[place] === 1);
}

/** Whether all of its units are in the reference, one after the other. */
function isWhole({ start, end }: Occurrence, places: readonly number[]): boolean {
  return places.length === end - start && (places.at(-1) ?? 0) - (places[0] ?? 0) === end - start - 1;
}
