import type { RecognitionTask } from '../model/recognition/recogniser.js';

/** What all three ways are told in `parameters`: hotwords and languages, as far as there are any. */
export function parametersOf({
  words: { vocabulary_id, vocabulary },
  language_hints,
}: Pick<RecognitionTask, 'words' | 'language_hints'>): Readonly<Record<string, unknown>> {
  return {
    ...(language_hints !== null && { language_hints }),
    ...(vocabulary_id !== null && { vocabulary_id }),
    ...(vocabulary !== null && { vocabulary }),
  };
}
