import { answeredError } from '../../http/remote-error.js';
import { unlessAborted } from '../../http/unless-aborted.js';
import { TransportFailure, type VocabError } from '../../model/errors.js';
import type { Duplex, Recognised, RecognitionTask } from '../../model/recognition/recogniser.js';
import { attemptOf, type Line } from '../recogniser-options.js';
import { audioPieces } from './audio-pieces.js';
import { parseEvent } from './events.js';
import { finishTask, runTask } from './messages.js';
import type { Silence } from './silence.js';
import { createTranscript } from './transcript.js';

/** One task on one connection. */
interface Conversation {
  readonly task: RecognitionTask;
  readonly task_id: string;
  readonly line: Line;
  readonly duplex: Duplex;
  readonly silence: Silence;
  /** Aborted when nobody wants it any more, or it is dead. */
  readonly stopped: AbortSignal;
}

/**
 * Begins the task, sends the recording once the server is ready, and takes what it hears meanwhile. Whatever else the
 * server says is passed over, unless the text would not be that of the whole recording.
 */
export async function converse(conversation: Conversation): Promise<Recognised> {
  const { task, task_id, line, duplex, silence, stopped } = conversation;
  const transcript = createTranscript();
  const sending = sender(conversation);
  let billed: number | null = null;
  await unlessAborted(duplex.send(runTask(task, task_id)), stopped);
  for await (const message of untilAborted(duplex.messages, stopped)) {
    silence.break();
    const event = parseEvent(line.redactBody(message), task_id);
    switch (event.kind) {
      case 'started':
        sending.start();
        break;
      case 'sentence':
        transcript.take(event.sentence);
        billed = event.billed_seconds ?? billed;
        line.onEvent?.({ kind: 'partial', audio: task.audio.name, text: transcript.text() });
        break;
      case 'finished':
        if (!sending.isDone()) throw failed(conversation, tooEarly);
        return {
          text: transcript.text(),
          request_id: task_id,
          billed_seconds: event.billed_seconds ?? billed,
        };
      case 'failed':
        throw failed(conversation, event);
      case 'unreadable':
        throw failed(conversation, event);
      case 'nothing':
        break;
    }
  }
  throw new TransportFailure('sent', 'the connection was closed before the task was finished');
}

const tooEarly = { problem: 'the task was finished before all of the audio was sent' };

/** By the code alone: a message has no status. The id of the task is what the vendor asks for. */
function failed(
  { task, task_id, line }: Conversation,
  { code = null, message = null, problem = null }: Failed,
): VocabError {
  const answer = { response: null, code, message, request_id: task_id, problem };
  return answeredError(attemptOf(task, line), answer, line.clean);
}

interface Failed {
  readonly code?: string | null;
  readonly message?: string | null;
  readonly problem?: string | null;
}

interface Sender {
  /** Sends the recording, however often it is told to. */
  start(): void;
  /** Whether the server was told that there is no more. */
  isDone(): boolean;
}

/** Why it fails is for the server to say, in what it still had to say or in how it ends. */
function sender({ task, task_id, duplex, silence, stopped }: Conversation): Sender {
  let [isStarted, isDone] = [false, false];

  async function send(): Promise<void> {
    for (const piece of audioPieces(task.audio)) {
      await unlessAborted(duplex.send(piece), stopped);
      silence.break();
    }
    isDone = true;
    await duplex.send(finishTask(task_id));
  }

  return {
    start() {
      if (!isStarted) send().catch(() => {});
      isStarted = true;
    },
    isDone: () => isDone,
  };
}

/** Not by its own end: one that hangs cannot be asked to. */
async function* untilAborted(messages: AsyncIterable<string>, signal: AbortSignal): AsyncGenerator<string> {
  const iterator = messages[Symbol.asyncIterator]();
  for (;;) {
    const next = await unlessAborted(iterator.next(), signal);
    if (next.done === true) return;
    yield next.value;
  }
}
