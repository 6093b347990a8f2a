import type { Verdict } from '../../model/evaluation/evaluation.js';
import type { Tally } from '../words/tally.js';

/** What a verdict rests on: nothing but counts. */
export type VerdictCounts = Pick<Tally, 'said' | 'without' | 'given' | 'brought'>;

/**
 * Says what a word does, from what was counted without and with it. What it does is the difference: a word that is heard where
 * nobody said it, in the same clip and as often without hotwords, is no harm of the list. Gains and losses are set off against each other, as
 * recognition that is repeated may differ by itself.
 */
export function verdictOf({ said, without, given, brought }: VerdictCounts): Verdict {
  if (brought > 0 || given.heard < without.heard) return 'harmful';
  if (said === 0) return 'not_spoken';
  if (without.heard === said) return 'not_needed';
  return given.heard > without.heard ? 'works' : 'no_effect';
}
