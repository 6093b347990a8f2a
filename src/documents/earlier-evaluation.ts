import { VocabError } from '../model/errors.js';
import { clipName } from '../model/evaluation/clip.js';
import type { EarlierClip, NamedEarlier } from '../model/evaluation/earlier.js';
import { type EvaluationFields, evalDocument } from './eval.js';
import { parseBy, readDocument } from './read-json.js';

/** What `earlierOf` takes: a document that has evaluations. */
export interface EvalDocument {
  readonly evaluations: readonly EvaluationFields[];
}

/**
 * Reads the document of an earlier evaluation.
 * @param file its name for messages
 * @throws VocabError `document-invalid` for anything else, also for one that came to nothing
 */
export function parseEvalDocument(text: string, file: string): EvalDocument {
  const { json, kind } = readDocument(text, file);
  if (kind !== 'eval') {
    throw refused(`${file} is a document of the kind ${kind}, which has no evaluation to compare with`);
  }
  const document = parseBy(evalDocument, json, file);
  if (hasEvaluations(document)) return document;
  throw refused(`${file} is of an evaluation that came to nothing`);
}

/** Whether it has evaluations. A failure is loose, and so says nothing of fields that it has not. */
export function hasEvaluations(document: object): document is EvalDocument {
  return 'evaluations' in document;
}

function refused(message: string): VocabError {
  return new VocabError('document-invalid', message, {
    hint: 'name a file that `vocabsync eval --out FILE.json` has written',
  });
}

/** What the evaluations of a document heard, as far as a comparison needs it. */
export function earlierOf({ evaluations }: EvalDocument, file: string): NamedEarlier[] {
  return evaluations.map(({ name, consumer, model, clips }) => ({
    file,
    name,
    consumer,
    model,
    clips: clips.map(clipOf),
  }));
}

/** Older documents call a clip by all of its URL. */
function clipOf({ path, url, text, words, repeat }: EvaluationFields['clips'][number]): EarlierClip {
  return {
    name: clipName({ path, url }),
    text,
    repeat,
    words: new Map(words.map((word) => [word.text, { said: word.said, heard: word.heard }])),
  };
}
