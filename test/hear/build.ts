import { givenNothing } from '../../src/hear/given.js';
import type { HearableClip, Hearing } from '../../src/hear/recognitions.js';
import { VocabError } from '../../src/model/errors.js';
import type { Clip } from '../../src/model/evaluation/clip.js';
import type { Recogniser, RecognitionTask } from '../../src/model/recognition/recogniser.js';

/* Clips and a recogniser that a test makes up. */

function clip(path: string, text = 'what is said'): Clip {
  return { path, url: null, text, location: { file: 'clips.jsonl', line: 1, column: 11 } };
}

export function hearable(path: string, fields: Partial<HearableClip> = {}): HearableClip {
  const audio = { name: path, bytes: null, url: null, format: 'wav', sample_rate: 16_000, duration_ms: 2000 };
  return {
    clip: clip(path),
    sound: { audio_sha256: `of ${path}` },
    address: null,
    duration_ms: 2000,
    load: async () => audio,
    ...fields,
  };
}

/** A hearing of one side with a list, and of one without. */
export function hearing(fields: Partial<Hearing> = {}): Hearing {
  return {
    model: 'fun-asr',
    language_hints: null,
    clips: [hearable('a.wav')],
    repeat: 1,
    given: new Map([
      ['without', givenNothing],
      [
        'with',
        { sent: { vocabulary_id: 'vocab-acme-1', vocabulary: null }, effect: 'of the list', settled: true },
      ],
    ]),
    ...fields,
  };
}

/** Hears what a test says, and remembers what it was asked. */
export function recogniser(
  hearIt: (task: RecognitionTask, signal: AbortSignal | undefined) => Promise<string> | string,
): Recogniser & { readonly asked: readonly RecognitionTask[] } {
  const asked: RecognitionTask[] = [];
  return {
    endpoint: 'made up',
    asked,
    async recognise(task, signal) {
      asked.push(task);
      return { text: await hearIt(task, signal), request_id: null, billed_seconds: null };
    },
  };
}

export function failure(code: VocabError['code'], message = 'it failed'): VocabError {
  return new VocabError(code, message, { hint: 'do something' });
}
