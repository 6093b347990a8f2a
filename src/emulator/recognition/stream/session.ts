import { createHash, type Hash } from 'node:crypto';
import type { Clock } from '../../../model/ports.js';
import type { FaultKind } from '../../faults.js';
import { Refusal } from '../../refusal.js';
import type { EmulatorSwitches } from '../../switches.js';
import type { Ear, HeardAudio, Listening } from '../ear.js';
import { sentencesOf } from '../sentences.js';
import { type Command, parseCommand, parseRunTask } from './commands.js';
import { failed, finished, heartbeat, partial, sentenceEnded, started, type TaskFailure } from './events.js';
import { watchSilence } from './watch-silence.js';

/*
 * One connection, whoever carries it. Tasks follow each other on it: run-task, audio, finish-task. What a task hears can only
 * be told once all of its audio is there, since a recording is known by its content; so the results come behind the audio.
 */

/** The server's end of a connection. */
export interface Wire {
  send(text: string): void;
  /** Says goodbye. */
  close(): void;
  /** Ends it as a broken line does. */
  cut(): void;
}

export interface StreamSession {
  /** Takes a text or audio of the client. Resolves once it has been dealt with. */
  receive(message: string | Uint8Array): Promise<void>;
  /** The client has gone, or the server ends. */
  leave(): void;
}

/** How a task ended, for the record. */
export interface TaskEnd {
  readonly vocabulary_id: string | null;
  /** null: the line was cut, or is silent for ever. */
  readonly status: 200 | null;
  readonly code: string | null;
}

export interface SessionPorts {
  readonly ear: Ear;
  readonly clock: Clock;
  readonly switches: () => EmulatorSwitches;
  /** What goes wrong with the first task. */
  readonly fault: FaultKind | null;
  readonly onEnd: (end: TaskEnd) => void;
}

interface RunningTask {
  readonly task_id: string;
  readonly listening: Listening;
  readonly sum: Hash;
  size: number;
}

const serviceFailed: TaskFailure = { code: 'InternalError', message: 'the service failed' };

export function openSession(wire: Wire, ports: SessionPorts): StreamSession {
  const { ear, clock, switches, onEnd } = ports;
  let fault = ports.fault;
  let task: RunningTask | null = null;
  let vocabulary_id: string | null = null;
  let over = false;
  let tail = Promise.resolve();
  const silence = watchSilence(clock, () => switches().silence_ms, fallSilent);

  function receive(message: string | Uint8Array): Promise<void> {
    silence.broken();
    tail = tail
      .then(() => (over ? undefined : take(message)))
      .catch((error: unknown) => fail(failureOf(error)));
    return tail;
  }

  async function take(message: string | Uint8Array): Promise<void> {
    if (typeof message !== 'string') return hearMore(message);
    const command = parseCommand(message);
    if (command === null)
      return fail({ code: 'InvalidParameter', message: 'a message must be JSON with a header' });
    switch (command.action) {
      case 'run-task':
        return run(command);
      case 'finish-task':
        return finish(command);
      // The protocol has it for tasks whose input is text. There is nothing in it for speech.
      case 'continue-task':
        return;
      default:
        return fail({ code: 'InvalidParameter', message: 'header.action is none of the protocol' });
    }
  }

  async function run(command: Command): Promise<void> {
    if (task !== null)
      return fail({ code: 'InvalidParameter', message: 'a task is under way on this connection' });
    const { task_id } = command;
    try {
      const ask = parseRunTask(command);
      vocabulary_id = ask.vocabulary_id;
      const listening = await ear.listen(ask);
      task = { task_id, listening, sum: createHash('sha256'), size: 0 };
    } catch (error) {
      return fail(failureOf(error), task_id);
    }
    if (fault === 'cut-before') return cut();
    if (fault === 'code-in-200') return fail(serviceFailed);
    if (fault === 'hang') return hang();
    wire.send(started(task_id));
    if (switches().heartbeats) wire.send(heartbeat(task_id));
  }

  function hearMore(audio: Uint8Array): void {
    if (task === null) return fail({ code: 'InvalidParameter', message: 'audio came before run-task' });
    task.sum.update(audio);
    task.size += audio.length;
  }

  function finish({ task_id }: Command): void {
    if (task === null || task.task_id !== task_id)
      return fail(
        { code: 'InvalidParameter', message: 'no such task is under way on this connection' },
        task_id,
      );
    const { listening, sum, size } = task;
    const heard = ear.hear(listening, { sha256: sum.digest('hex'), url: null, size });
    for (const message of results(task_id, heard)) {
      wire.send(fault === 'broken-json' ? message.slice(0, message.length / 2) : message);
      if (breaksOff()) return;
    }
    // A fault that waits for a result is not lost where there is none.
    if (breaksOff()) return;
    wire.send(finished(task_id, heard.duration_ms));
    end({ status: 200, code: null });
  }

  /** Whether it goes no further than this. */
  function breaksOff(): boolean {
    if (fault === 'cut-after') cut();
    else if (fault === 'act-then-fail') fail(serviceFailed);
    else if (fault === 'hang-after') hang();
    return over;
  }

  function results(task_id: string, { text, duration_ms }: HeardAudio): readonly string[] {
    if (fault === 'empty-200') return [];
    const { partial_results, heartbeats } = switches();
    return sentencesOf(text, duration_ms).flatMap((sentence) => [
      ...(partial_results ? [partial(task_id, sentence, 1 / 3), partial(task_id, sentence, 2 / 3)] : []),
      ...(heartbeats ? [heartbeat(task_id)] : []),
      sentenceEnded(task_id, sentence),
    ]);
  }

  function fail(failure: TaskFailure, task_id = task?.task_id ?? ''): void {
    wire.send(failed(task_id, failure));
    end({ status: 200, code: failure.code });
    close();
  }

  function cut(): void {
    end({ status: null, code: null });
    over = true;
    silence.stop();
    wire.cut();
  }

  /** Nothing more is said, and nobody ends it: the client has to. */
  function hang(): void {
    end({ status: null, code: null });
    over = true;
    silence.stop();
  }

  function end(how: Pick<TaskEnd, 'status' | 'code'>): void {
    onEnd({ vocabulary_id, ...how });
    task = null;
    vocabulary_id = null;
    fault = null;
  }

  function fallSilent(): void {
    const seconds = Math.round(switches().silence_ms / 1000);
    if (task === null) close();
    else fail({ code: 'CLIENT_ERROR', message: `request timeout after ${seconds} seconds.` });
  }

  function close(): void {
    over = true;
    silence.stop();
    wire.close();
  }

  return {
    receive,
    leave() {
      if (task !== null) end({ status: null, code: null });
      over = true;
      silence.stop();
    },
  };
}

function failureOf(error: unknown): TaskFailure {
  if (error instanceof Refusal) return { code: error.code, message: error.message };
  return { code: 'InternalError', message: error instanceof Error ? error.message : 'the emulator failed' };
}
