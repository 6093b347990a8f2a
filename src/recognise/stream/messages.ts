import type { Random } from '../../model/ports.js';
import type { RecognitionTask } from '../../model/recognition/recogniser.js';
import { listensAt } from '../audio/rates.js';
import { parametersOf } from '../parameters.js';

/** The text that begins a task. The recording follows as it is, header and all, and `format` says what it is. */
export function runTask(task: RecognitionTask, task_id: string): string {
  const { model, audio } = task;
  const parameters = {
    format: audio.format,
    // A container that tells its own rate has to be given one all the same.
    sample_rate: audio.sample_rate ?? listensAt(model).best,
    ...parametersOf(task),
  };
  return JSON.stringify({
    header: { action: 'run-task', task_id, streaming: 'duplex' },
    payload: { task_group: 'audio', task: 'asr', function: 'recognition', model, parameters, input: {} },
  });
}

/** The text that says that there is no more audio. */
export function finishTask(task_id: string): string {
  return JSON.stringify({
    header: { action: 'finish-task', task_id, streaming: 'duplex' },
    payload: { input: {} },
  });
}

/** 32 hexadecimal digits: it only has to differ from the account's other tasks of the day. */
export function newTaskId(random: Random): string {
  return Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('');
}
