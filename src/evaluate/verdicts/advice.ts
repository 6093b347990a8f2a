import type { Advice, DeliveryFacts, GivenWord, Verdict } from '../../model/evaluation/evaluation.js';
import { isLeftOut } from './read-langs.js';
import type { VerdictCounts } from './verdict.js';

/** A word with what came of it. */
export interface JudgedWord extends VerdictCounts {
  readonly word: GivenWord;
  readonly verdict: Verdict;
}

/** What lies outside a word and may be the reason why it does nothing. */
export interface Surroundings {
  readonly delivery: DeliveryFacts;
  /** Whether nothing that was given had any effect. */
  readonly hasNoEffect: boolean;
}

/** The vendor's guide recommends this weight to begin with, and one more for a word that is not heard with it. */
const usualWeight = 4;
const highestWeight = 5;
/** Below this one, nobody has seen a word help. */
const lowestWeight = 3;

/** Says what to do about a word; null: leave it as it is. */
export function advise(judged: JudgedWord, surroundings: Surroundings): Advice | null {
  const { weight, written, vocabulary } = judged.word;
  const advice = adviceOn(judged, surroundings);
  // A word that no vocabulary has any more goes with the next apply.
  if (vocabulary === null && advice?.kind !== 'see_list') return null;
  if (advice === null || !aboutWeight.includes(advice.kind)) return advice;
  // What to do about a weight that nobody has written any more, nobody can do.
  return written === undefined || written === weight
    ? advice
    : { kind: 'not_given_yet', from: weight, to: written };
}

const aboutWeight: readonly Advice['kind'][] = ['raise_weight', 'lower_weight', 'at_the_highest_weight'];

function adviceOn(judged: JudgedWord, surroundings: Surroundings): Advice | null {
  const { verdict, word } = judged;
  switch (verdict) {
    case 'not_measured':
      return null;
    case 'not_spoken':
      return { kind: 'untested' };
    case 'not_needed':
      // In a run in which the list did nothing, nobody knows what it would do.
      return surroundings.hasNoEffect ? null : { kind: 'may_go', because: 'heard_without' };
    case 'harmful':
      return aboutHarm(judged);
    case 'no_effect':
      if (surroundings.hasNoEffect) return { kind: 'see_list' };
      if (word.lang !== null && isLeftOut(word, surroundings.delivery))
        return { kind: 'language_not_read', lang: word.lang };
      return raised(judged) ?? highest(judged);
    case 'works':
      return raised(judged);
  }
}

/** A word that is heard without help wherever it is said, and does harm with it, is better off without. */
function aboutHarm({ word: { weight }, said, without, brought }: JudgedWord): Advice | null {
  if (said > 0 && without.heard === said) return { kind: 'may_go', because: 'heard_without' };
  if (weight > lowestWeight)
    return {
      kind: 'lower_weight',
      from: weight,
      to: weight > highestWeight ? highestWeight : weight - 1,
    };
  return brought > 0 ? { kind: 'may_go', because: 'intrudes' } : null;
}

/** What is missed may be heard with more weight; where it is heard too much already, more weight is no help. */
function raised({ word: { weight }, said, given }: JudgedWord): Advice | null {
  if (given.heard === said || given.intruded > 0 || weight >= highestWeight) return null;
  return { kind: 'raise_weight', from: weight, to: weight < usualWeight ? usualWeight : highestWeight };
}

function highest({ word: { weight } }: JudgedWord): Advice | null {
  return weight >= highestWeight ? { kind: 'at_the_highest_weight', weight } : null;
}
