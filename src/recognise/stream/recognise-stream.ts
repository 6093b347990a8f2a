import { callerHeaders } from '../../http/caller-headers.js';
import { refusedError, unansweredError } from '../../http/remote-error.js';
import { TransportFailure } from '../../model/errors.js';
import { DialRefused, type Recognised, type RecognitionTask } from '../../model/recognition/recogniser.js';
import { attemptOf, finalError, type Line } from '../recogniser-options.js';
import { converse } from './conversation.js';
import { newTaskId } from './messages.js';
import { type StreamLimits, watchSilence } from './silence.js';
import { streamUrl } from './stream-url.js';

/** Recognises over a connection of its own. One that dies midway takes with it what was heard, and all is sent again. */
export async function recogniseStream(
  task: RecognitionTask,
  line: Line,
  signal: AbortSignal | undefined,
): Promise<Recognised> {
  if (task.audio.bytes === null) {
    const { attempt } = attemptOf(task);
    throw finalError(
      'rejected',
      `${attempt} has no file to stream`,
      'give the file; a URL cannot be streamed',
    );
  }
  return line.retry(() => once(task, line, signal), signal);
}

async function once(task: RecognitionTask, line: Line, signal: AbortSignal | undefined): Promise<Recognised> {
  try {
    return await onOneConnection(task, line, signal);
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof DialRefused) throw refusedError(attemptOf(task, line), error.response, line);
    if (error instanceof TransportFailure) throw unansweredError(attemptOf(task, line), error, line.clean);
    throw error;
  }
}

async function onOneConnection(
  task: RecognitionTask,
  line: Line,
  signal: AbortSignal | undefined,
): Promise<Recognised> {
  const duplex = await line.dial({ url: streamUrl(line.url), headers: callerHeaders(line), signal });
  const silence = watchSilence(line.clock, limitsOf(task, line));
  const stopped = signal === undefined ? silence.tooLong : AbortSignal.any([signal, silence.tooLong]);
  try {
    const task_id = newTaskId(line.random);
    return await converse({ task, task_id, line, duplex, silence, stopped });
  } finally {
    silence.end();
    duplex.close();
  }
}

/**
 * A server may listen as slowly as people talk, and take a pause before and after. Twice that is enough: one that only sends
 * heartbeats would go on for ever.
 */
function limitsOf({ audio }: RecognitionTask, { silence_ms }: Line): StreamLimits {
  // Speech has 8 kbit a second at least, a byte for each millisecond, where nobody knows its length.
  const audio_ms = audio.duration_ms ?? audio.bytes?.length ?? 0;
  return { silence_ms, whole_ms: Math.ceil(2 * (audio_ms + silence_ms)) };
}
