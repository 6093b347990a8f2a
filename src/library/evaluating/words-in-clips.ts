import { tokenise } from '../../evaluate/text/tokens.js';
import { createFinder } from '../../evaluate/words/find-words.js';
import { vocabulariesOf } from '../../hear/consumer-given.js';
import type { HearableClip } from '../../hear/recognitions.js';
import type { Config, Consumer } from '../../model/config.js';

/** Whether anybody says a word of a consumer in any clip, as words are found when they are counted. */
export function hasAnyWord(consumer: Consumer, config: Config, clips: readonly HearableClip[]): boolean {
  const entries = vocabulariesOf(consumer, config).flatMap((vocabulary) => vocabulary.entries);
  const find = createFinder(entries.map(({ text }) => tokenise(text).units));
  return clips.some(({ clip }) => find(tokenise(clip.text).units).length > 0);
}
