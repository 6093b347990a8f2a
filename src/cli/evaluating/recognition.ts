import { endpointOf } from '../../library/endpoint-of.js';
import type { OpenedAnswers } from '../../library/evaluating/open-answers.js';
import { readRecordings } from '../../library/evaluating/read-recordings.js';
import { keptEmulator } from '../../library/kept-emulator.js';
import { openRecogniser } from '../../library/open-recogniser.js';
import type { Config } from '../../model/config.js';
import { VocabError } from '../../model/errors.js';
import type { Recogniser } from '../../model/recognition/recogniser.js';
import { sha256 } from '../../model/text/sha256.js';
import type { Context } from '../context.js';
import { progressOf } from '../progress/progress.js';
import type { EvalOptions } from './eval-options.js';

/** Who recognises. */
export interface Recognition {
  /** Names it, so that no answer of one is taken for that of another. */
  readonly endpoint: string;
  readonly openRecogniser: () => Promise<Recogniser>;
}

interface Choice {
  readonly options: EvalOptions;
  readonly context: Context;
  readonly opened: OpenedAnswers;
}

/**
 * Finds who recognises: the service of the account, or its emulator in this process with what it hears.
 * @throws VocabError `usage` for recordings beside another endpoint, or an emulator without any, `endpoint-untrusted`
 */
export async function recognition(
  config: Config,
  { options, context, opened }: Choice,
): Promise<Recognition> {
  const { endpoint, timeout, rate, recordings } = options;
  const isEmulator = (endpoint ?? config.account.endpoint?.value) === 'emulator';
  if (recordings !== undefined && !isEmulator) throw foreignRecordings();
  if (opened.account !== null) return { endpoint: opened.account.endpoint, openRecogniser: neverOpened };
  if (isEmulator) return emulated(config, recordings, context);
  const { onRetry } = progressOf(options, context);
  return {
    endpoint: endpointOf(config.account, endpoint),
    openRecogniser: () => openRecogniser(config, { endpoint, timeout, rate, onRetry }, context),
  };
}

async function emulated(
  config: Config,
  recordings: string | undefined,
  context: Context,
): Promise<Recognition> {
  if (recordings === undefined) throw deafEmulator();
  const heard = await readRecordings(recordings, context);
  return {
    // It hears something else with other recordings.
    endpoint: `emulator ${sha256(heard.text)}`,
    openRecogniser: async () => {
      const emulator = await keptEmulator(config, context, heard.recordings);
      return openRecogniser(config, { emulator }, context);
    },
  };
}

/** What a recording lacks is an error before that. */
async function neverOpened(): Promise<never> {
  throw new TypeError('nothing is sent where answers come from a recording');
}

function foreignRecordings(): VocabError {
  return new VocabError('usage', '--recordings is for the emulator in this process', {
    hint: 'add --endpoint emulator; a served emulator takes its recordings itself: vocabsync emulator --recordings FILE',
  });
}

function deafEmulator(): VocabError {
  return new VocabError('usage', 'the emulator hears nothing without --recordings', {
    hint: 'give --recordings FILE, whose form docs/emulator.md describes, or evaluate with --endpoint URL or the region of the configuration',
  });
}
