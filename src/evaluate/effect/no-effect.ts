import type { DeliveryFacts, GivenWord, NoEffect, Share } from '../../model/evaluation/evaluation.js';
import type { Round } from '../clips/rounds.js';
import { checkEffect } from './effect-checks.js';

/** With what, and how, an effect was hoped for. */
export interface Given {
  readonly delivery: DeliveryFacts;
  readonly words: readonly GivenWord[];
}

/**
 * Finds that the words as a whole had no effect. That none of what was missed was rescued is not enough: all weights may be
 * too low. So it takes that every text is the same with hotwords as without, once normalised; or that a cause is certain, as
 * recognition that is repeated may differ by itself. A recent update only may be the cause, and so is none of these.
 */
export function findNoEffect(
  { of: missed, count: rescued }: Share,
  rounds: readonly Round[],
  { delivery, words }: Given,
): NoEffect | null {
  if (missed === 0 || rescued > 0) return null;
  const checks = checkEffect(delivery, words);
  const isCertain = checks.some(({ outcome }) => outcome === 'cause');
  return isCertain || rounds.every(isSame) ? { missed, checks } : null;
}

function isSame({ without, given }: Round): boolean {
  return without.tokens.normal === given.tokens.normal;
}
