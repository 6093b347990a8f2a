import type { Evaluation } from '../../model/evaluation/evaluation.js';
import { normalise } from './normalise.js';
import { isUnspaced, unspacedCharacter } from './unspaced.js';

/** A text in the units in which it is counted. */
export interface Tokens {
  /** As it was given. */
  readonly original: string;
  /** Normalised: equal for two texts that say the same. */
  readonly normal: string;
  readonly units: readonly string[];
  /** Where each unit begins in the original, in UTF-16 units. */
  readonly starts: readonly number[];
  /** Where each ends, exclusive. */
  readonly ends: readonly number[];
}

/** A character that stands alone, with its marks, or a run of others. */
const units = new RegExp(`${unspacedCharacter.source}\\p{M}*|(?:(?!${unspacedCharacter.source})[^ ])+`, 'gu');

/**
 * Takes a text apart: each Chinese, Japanese or Korean character is a unit, and so is each run of anything else between spaces
 * or such characters, so that `用iPhone拍照` has four. This is how mixed texts are commonly scored (mixed error rate, the
 * `characterize` of WeNet's and Kaldi's recipes): counted letter by letter, one English word would outweigh a Chinese sentence.
 */
export function tokenise(original: string): Tokens {
  const { text, starts, ends } = normalise(original);
  const found = [...text.matchAll(units)];
  return {
    original,
    normal: text,
    units: found.map(([unit]) => unit),
    starts: found.map(({ index }) => starts[index] ?? 0),
    ends: found.map(({ 0: unit, index }) => ends[index + unit.length - 1] ?? 0),
  };
}

/**
 * Names the unit of an evaluation, once, by its references: characters when more than half of the units are. Texts are taken
 * apart in the same way either way; this says whether the rate is to be called CER or WER.
 */
export function unitOf(references: readonly Pick<Tokens, 'units'>[]): Evaluation['unit'] {
  const all = references.flatMap((reference) => reference.units);
  return all.filter(isUnspaced).length * 2 > all.length ? 'character' : 'word';
}
