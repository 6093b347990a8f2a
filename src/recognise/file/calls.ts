import * as z from 'zod';
import type { Call } from '../../http/client.js';
import { type Parsed, parseOutput } from '../../http/envelope.js';
import type { RecognitionTask } from '../../model/recognition/recogniser.js';
import { quotable } from '../../model/text/printable.js';
import { parametersOf } from '../parameters.js';
import { attemptOf } from '../recogniser-options.js';
import { billedSeconds } from '../usage.js';

/** How far a task has come. */
export type Progress = { readonly kind: 'running'; readonly status: string } | EndedTask;

/** What a task came to. `silent`: nobody says anything. */
export type EndedTask =
  | { readonly kind: 'heard'; readonly transcription_url: string; readonly billed_seconds: number | null }
  | { readonly kind: 'silent'; readonly billed_seconds: number | null }
  | FailedTask;

export interface FailedTask {
  readonly kind: 'failed';
  readonly status: string;
  readonly code: string | null;
  readonly message: string | null;
}

/** The request that begins a task; the answer is its id. */
export function submitCall(task: RecognitionTask): Call<string> {
  const { model, audio } = task;
  const parameters = { channel_id: [0], ...parametersOf(task) };
  return {
    ...attemptOf(task),
    method: 'POST',
    path: '/services/audio/asr/transcription',
    headers: { 'x-dashscope-async': 'enable' },
    body: JSON.stringify({ model, input: { file_urls: [audio.url] }, parameters }),
    parse: parseSubmitted,
  };
}

/** The request that looks at a task, and changes nothing. */
export function pollCall(task: RecognitionTask, task_id: string): Call<Progress> {
  const { attempt, hints } = attemptOf(task);
  const gone = 'the vendor forgot the task, or never had it; run it again';
  return {
    attempt: `${attempt}, task ${quotable(task_id)},`,
    aboutOne: true,
    hints: { ...hints, gone },
    method: 'GET',
    path: `/tasks/${encodeURIComponent(task_id)}`,
    body: '',
    parse: parseProgress,
  };
}

/** An id goes into a path: nothing that would lead elsewhere. */
const submission = z.object({ task_id: z.string().regex(/^[\w-]{1,128}$/) });

function parseSubmitted(output: unknown): Parsed<string> {
  const parsed = parseOutput(submission, output);
  return 'problem' in parsed ? parsed : { value: parsed.value.task_id };
}

const said = z
  .union([z.string(), z.number()])
  .nullish()
  .catch(null)
  .transform((value) => (value === undefined || value === null || value === '' ? null : String(value)));

const file = z.object({ subtask_status: said, transcription_url: said, code: said, message: said });

const progress = z.object({
  task_status: z.string(),
  code: said,
  message: said,
  results: z.array(file).nullish().catch(null),
  // Models that take one file for a task have one result.
  result: file.nullish().catch(null),
});

const endings: readonly string[] = ['SUCCEEDED', 'FAILED', 'CANCELED', 'UNKNOWN'];

/** Codes of the vendor for a recording in which nobody says anything: a result, and an empty one. */
const silences: readonly string[] = ['SUCCESS_WITH_NO_VALID_FRAGMENT', 'ASR_RESPONSE_HAVE_NO_WORDS'];

/** A task says that it succeeded when any of its files did; there is one file in it, whose own words count. */
function parseProgress(output: unknown, answer: unknown): Parsed<Progress> {
  const parsed = parseOutput(progress, output);
  if ('problem' in parsed) return parsed;
  const { task_status, results, result, ...task } = parsed.value;
  if (!endings.includes(task_status)) return { value: { kind: 'running', status: task_status } };
  const found = results?.[0] ?? result ?? null;
  const [code, message] = [found?.code ?? task.code, found?.message ?? task.message];
  const billed_seconds = billedSeconds(
    z.object({ usage: z.unknown().optional() }).safeParse(answer).data?.usage,
  );
  if (code !== null && silences.includes(code)) return { value: { kind: 'silent', billed_seconds } };
  const status = found?.subtask_status ?? task_status;
  if (task_status !== 'SUCCEEDED' || status === 'FAILED') {
    return { value: { kind: 'failed', status, code, message } };
  }
  const transcription_url = found?.transcription_url ?? null;
  if (transcription_url === null) return { problem: 'the task succeeded and has no result' };
  return { value: { kind: 'heard', transcription_url, billed_seconds } };
}
