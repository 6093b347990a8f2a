import { billedSeconds, type Sentence } from '../sentences.js';

/* The messages of the server on a WebSocket, by the page on its events. */

type Payload = Readonly<Record<string, unknown>>;

/** Why a task failed. */
export interface TaskFailure {
  readonly code: string;
  readonly message: string;
}

export function started(task_id: string): string {
  return event(task_id, 'task-started', {});
}

/** A sentence that has ended; what is billed for it and all before it. */
export function sentenceEnded(task_id: string, sentence: Sentence): string {
  const ended = { ...sentence, sentence_end: true, heartbeat: false };
  const usage = { duration: billedSeconds(sentence.end_time) };
  return event(task_id, 'result-generated', { output: { sentence: ended }, usage });
}

/** What has been understood of a sentence that goes on. */
export function partial(task_id: string, sentence: Sentence, share: number): string {
  const characters = Array.from(sentence.text);
  const text = characters.slice(0, Math.max(1, Math.floor(characters.length * share))).join('');
  const open = { ...sentence, text, words: [], end_time: null, sentence_end: false, heartbeat: false };
  return event(task_id, 'result-generated', { output: { sentence: open }, usage: null });
}

export function heartbeat(task_id: string): string {
  const sentence = {
    begin_time: 0,
    end_time: null,
    text: '',
    words: [],
    sentence_end: false,
    heartbeat: true,
  };
  return event(task_id, 'result-generated', { output: { sentence }, usage: null });
}

export function finished(task_id: string, duration_ms: number): string {
  return event(task_id, 'task-finished', { output: {}, usage: { duration: billedSeconds(duration_ms) } });
}

export function failed(task_id: string, { code, message }: TaskFailure): string {
  const header = { task_id, event: 'task-failed', error_code: code, error_message: message, attributes: {} };
  return JSON.stringify({ header, payload: {} });
}

function event(task_id: string, name: string, payload: Payload): string {
  return JSON.stringify({ header: { task_id, event: name, attributes: {} }, payload });
}
