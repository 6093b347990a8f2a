import { type Config, isInstant, isList, type Vocabulary } from '../model/config.js';
import type { DesiredSize, Size } from '../model/desired.js';
import { mayRepeat, pairingKey } from '../model/hotword.js';
import { asSent } from './as-sent.js';

/** How much `expand` would make of a checked configuration, counted without making it: the words are most of what a check holds. */
export function sizeOf({ vocabularies }: Pick<Config, 'vocabularies'>): DesiredSize {
  return {
    lists: sizeOfAll(vocabularies.filter(isList), ({ target_models }) => target_models.length),
    instant: sizeOfAll(vocabularies.filter(isInstant), () => 1),
  };
}

function sizeOfAll(vocabularies: readonly Vocabulary[], times: (vocabulary: Vocabulary) => number): Size {
  let count = 0;
  let hotwords = 0;
  for (const vocabulary of vocabularies) {
    count += times(vocabulary);
    hotwords += times(vocabulary) * differentWords(vocabulary);
  }
  return { count, hotwords };
}

function differentWords(vocabulary: Vocabulary): number {
  const entries = asSent(vocabulary);
  return mayRepeat(entries) ? new Set(entries.map(pairingKey)).size : entries.length;
}
