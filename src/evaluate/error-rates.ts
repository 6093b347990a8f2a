import type { ErrorRate } from '../model/evaluation/evaluation.js';
import type { AlignedText } from './clips/align-clip.js';
import { ownersOf, type Trial } from './words/hear-words.js';

/** Errors of a whole text, at the words of the list, and at everything else; the last two add up to the first. */
export interface ErrorRates {
  readonly text: ErrorRate;
  readonly biased: ErrorRate;
  readonly unbiased: ErrorRate;
}

/**
 * Counts errors as Le et al. (2021, "Contextualized Streaming End-to-End Speech Recognition with Trie-Based Deep Biasing and
 * Shallow Fusion"; is21_deep_bias/score.py) do: a unit that was replaced or left out is an error at the reference's word, one
 * that was put in at the word that it belongs to in the result. There a word is a unit; here a unit belongs to a word of the
 * list when it is part of one.
 */
export function errorRates(
  { said, found }: Pick<Trial, 'said' | 'found'>,
  { alignment: { right, places } }: Pick<AlignedText, 'alignment'>,
): ErrorRates {
  const ofReference = ownersOf(said, right.length);
  const ofResult = ownersOf(found, places.length);
  const count = { errors: 0, biasedErrors: 0, biased: 0 };
  right.forEach((isRight, unit) => {
    const isBiased = (ofReference[unit] ?? -1) >= 0;
    if (isBiased) count.biased++;
    if (isRight === 0) add(count, isBiased);
  });
  places.forEach((place, unit) => {
    if (place < 0) add(count, (ofResult[unit] ?? -1) >= 0);
  });
  return {
    text: rateOf(count.errors, right.length),
    biased: rateOf(count.biasedErrors, count.biased),
    unbiased: rateOf(count.errors - count.biasedErrors, right.length - count.biased),
  };
}

function add(count: { errors: number; biasedErrors: number }, isBiased: boolean): void {
  count.errors++;
  if (isBiased) count.biasedErrors++;
}

/** Counts the errors of the whole text alone, whatever the words are. */
export function textErrors({ alignment: { right, places } }: Pick<AlignedText, 'alignment'>): ErrorRate {
  const wrong = right.reduce((sum, isRight) => sum + (1 - isRight), 0);
  return rateOf(wrong + places.reduce((sum, place) => sum + (place < 0 ? 1 : 0), 0), right.length);
}

/** Adds up errors and lengths, so that long texts weigh more than short ones. */
export function sumRates(rates: readonly ErrorRate[]): ErrorRate {
  return rateOf(
    rates.reduce((sum, { errors }) => sum + errors, 0),
    rates.reduce((sum, { length }) => sum + length, 0),
  );
}

function rateOf(errors: number, length: number): ErrorRate {
  return { errors, length, rate: length === 0 ? null : errors / length };
}
