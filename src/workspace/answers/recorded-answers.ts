import { VocabError } from '../../model/errors.js';
import type { AnswerPlace, Answers } from '../../model/evaluation/answers.js';
import type { Side } from '../../model/evaluation/clip.js';
import type { Recognised } from '../../model/recognition/recogniser.js';
import { comparePlaces, type RecordedAnswer, type Recording, recordedOf } from './recording-file.js';

/** Answers that remember what they were asked, and what came of it. */
export interface RecordingAnswers extends Answers {
  /** All that was got or put so far. */
  readonly answers: () => readonly RecordedAnswer[];
}

/** Goes through others, and remembers. */
export function recordAnswers(kept: Answers): RecordingAnswers {
  const seen = new Map<string, RecordedAnswer>();
  const remember = (key: string, place: AnswerPlace, answer: Recognised): void => {
    const recorded = recordedOf(key, place, answer);
    const earlier = seen.get(key);
    // Two sides may be the same to recognition; whichever came first in time must not show.
    if (earlier === undefined || comparePlaces(recorded, earlier) < 0) seen.set(key, recorded);
  };
  return {
    answers: () => [...seen.values()].sort(comparePlaces),
    async get(key, place) {
      const answer = await kept.get(key, place);
      if (answer !== null) remember(key, place, answer);
      return answer;
    },
    async put(key, place, answer) {
      remember(key, place, answer);
      await kept.put(key, place, answer);
    },
  };
}

/**
 * Answers from a recording and from nowhere else. What it lacks is an error that names clip and side.
 * @param file the recording's name for messages
 */
export function replayAnswers({ answers }: Recording, file: string): Answers {
  const byKey = new Map(answers.map((answer) => [answer.key, answer]));
  return {
    async get(key, place) {
      const found = byKey.get(key);
      if (found === undefined) throw lacking(file, place);
      const { text, request_id, billed_seconds } = found;
      return { text, request_id, billed_seconds };
    },
    async put() {
      throw new Error('a recording is only read');
    },
  };
}

const sidesForPeople: Readonly<Record<Side, string>> = {
  without: 'without hotwords',
  with: 'with the hotwords of today',
  planned: 'with what YAML asks for',
};

function lacking(file: string, { clip, side, repeat }: AnswerPlace): VocabError {
  const time = repeat === 0 ? '' : `, time ${repeat + 1}`;
  return new VocabError(
    'document-invalid',
    `${file} has no answer for ${clip} ${sidesForPeople[side]}${time}: the recording, the model, the words or the language_hints are not those that were recorded`,
    { hint: 'record it anew with --record, or replay it with the files of that time' },
  );
}
