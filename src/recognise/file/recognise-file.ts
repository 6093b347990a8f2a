import { answeredError } from '../../http/remote-error.js';
import type { VocabError } from '../../model/errors.js';
import type { Recognised, RecognitionTask } from '../../model/recognition/recogniser.js';
import { attemptOf, finalError, type Line } from '../recogniser-options.js';
import { type EndedTask, type FailedTask, pollCall, submitCall } from './calls.js';
import { fetchTranscription } from './transcription.js';

const firstPause = 500;
const longestPause = 3000;
/** The vendor promises no time; by far most tasks are done within minutes. */
const longestWait = 30 * 60_000;

/** What has to be known of a task that was submitted to look at it. */
interface Submitted {
  readonly task: RecognitionTask;
  readonly task_id: string;
}

/** `lost`: what becomes of the task cannot be found out. To submit it again would only be paid twice. */
type Outcome =
  | { readonly ended: Exclude<EndedTask, FailedTask>; readonly request_id: string | null }
  | { readonly lost: unknown };

/** Recognises by a task of the vendor's, which is submitted, looked at until it has ended, and whose result is fetched. */
export async function recogniseFile(
  task: RecognitionTask,
  line: Line,
  signal: AbortSignal | undefined,
): Promise<Recognised> {
  const { attempt } = attemptOf(task);
  if (task.audio.url === null) {
    throw finalError('rejected', `${attempt} has no URL`, 'give an https URL; this model takes nothing else');
  }
  const outcome = await line.retry(() => runTask(task, line, signal), signal);
  if ('lost' in outcome) throw outcome.lost;
  const { ended, request_id } = outcome;
  if (ended.kind !== 'heard') return { text: '', request_id, billed_seconds: ended.billed_seconds };
  const text = await fetchTranscription({ attempt, url: ended.transcription_url }, line, signal);
  return { text, request_id, billed_seconds: ended.billed_seconds };
}

/** Submits it once. Throws when that fails, or when the task does; whatever else goes wrong is an outcome. */
async function runTask(task: RecognitionTask, line: Line, signal: AbortSignal | undefined): Promise<Outcome> {
  const { value: task_id, request_id } = await line.request(submitCall(task), signal);
  const submitted = { task, task_id };
  const found = await untilEnded(submitted, line, signal).catch((lost: unknown) => ({ lost }));
  if ('lost' in found) return found;
  if (found.kind === 'failed') throw failedError(submitted, found, line);
  return { ended: found, request_id };
}

/** Looks at a task until it has ended, each look sent again by itself. */
async function untilEnded(
  { task, task_id }: Submitted,
  { clock, retry, request, onEvent }: Line,
  signal: AbortSignal | undefined,
): Promise<EndedTask> {
  const call = pollCall(task, task_id);
  const until = clock.now() + longestWait;
  for (let pause = firstPause; ; pause = Math.min(longestPause, pause * 1.5)) {
    await clock.sleep(pause, signal);
    const { value } = await retry(() => request(call, signal), signal);
    if (value.kind !== 'running') return value;
    onEvent?.({ kind: 'waiting', audio: task.audio.name, status: value.status });
    if (clock.now() >= until) throw unfinished(call.attempt);
  }
}

function unfinished(attempt: string): VocabError {
  const minutes = longestWait / 60_000;
  const hint = 'run it again later; the vendor may have much to do';
  return finalError('unavailable', `${attempt} has not ended in ${minutes} minutes`, hint);
}

/** By the code alone: the answer that tells of the failure is itself a success. */
function failedError(
  { task, task_id }: Submitted,
  { status, code, message }: FailedTask,
  line: Line,
): VocabError {
  const problem = code === null ? `the task ended as ${line.clean(status)}` : null;
  const answer = { response: null, code, message, request_id: task_id, problem };
  return answeredError(attemptOf(task, line), answer, line.clean);
}
