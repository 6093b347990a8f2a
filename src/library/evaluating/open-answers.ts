import { resolve } from 'node:path';
import type { Config } from '../../model/config.js';
import { VocabError } from '../../model/errors.js';
import type { Answers } from '../../model/evaluation/answers.js';
import { openAnswers as openKept } from '../../workspace/answers/kept-answers.js';
import { recordAnswers, replayAnswers } from '../../workspace/answers/recorded-answers.js';
import {
  type RecordedAccount,
  readRecording,
  writeRecording,
} from '../../workspace/answers/recording-file.js';
import type { Machine } from '../machine.js';

/** Where answers come from, and where they go. Files are relative to the working directory. */
export interface AnswersOptions {
  /** Recognise everything anew, kept answers or not: no unless given. */
  readonly fresh?: boolean | undefined;
  /** A file that all answers are written to as well. */
  readonly record?: string | undefined;
  /** Such a file, from which alone they come: nothing is sent, and no account is asked. */
  readonly replay?: string | undefined;
  /** Told once that answers cannot be kept on the disk: only another run has to ask for them again. */
  readonly onUnkept?: ((error: VocabError) => void) | undefined;
}

export interface OpenedAnswers {
  readonly answers: Answers;
  /** What the account was when the answers were recorded; null: it is to be asked. */
  readonly account: RecordedAccount | null;
  /** Writes the file of `record`, where there is one. @throws VocabError `file-unwritable` */
  readonly save: (account: RecordedAccount) => Promise<void>;
}

/**
 * @throws VocabError `document-invalid` for a recording that is none, `usage` for a file that is something else, or for
 *   `replay` beside what asks for anything to be sent
 */
export async function openAnswers(
  config: Config,
  { fresh = false, record, replay, onUnkept }: AnswersOptions,
  { cwd, clock }: Pick<Machine, 'cwd' | 'clock'>,
): Promise<OpenedAnswers> {
  if (replay !== undefined) {
    requireAlone({ fresh, record });
    const recording = await readRecording(resolve(cwd, replay), replay);
    return { answers: replayAnswers(recording, replay), account: recording.account, save: async () => {} };
  }
  const kept = openKept(config, { fresh, clock, onUnkept });
  if (record === undefined) return { answers: kept, account: null, save: async () => {} };
  const recorded = recordAnswers(kept);
  const save = (account: RecordedAccount) =>
    writeRecording(resolve(cwd, record), { account, answers: recorded.answers() });
  return { answers: recorded, account: null, save };
}

function requireAlone({ fresh, record }: Pick<AnswersOptions, 'fresh' | 'record'>): void {
  if (fresh !== true && record === undefined) return;
  throw new VocabError('usage', 'answers that are replayed are neither asked for anew nor recorded', {
    hint: 'give replay alone, or leave it out',
  });
}
