import type { Content } from '../../reply.js';
import { vendorTime } from '../../show-list.js';
import type { HeardAudio } from '../ear.js';
import { billedSeconds, sentencesOf } from '../sentences.js';

/** A task from its submission on. */
export interface Task {
  readonly task_id: string;
  /** Epoch milliseconds. */
  readonly submitted_at: number;
  /** How long it takes: half of that it is PENDING, then RUNNING. */
  readonly task_ms: number;
  readonly files: Promise<readonly FileOutcome[]>;
  readonly base_url: string;
}

/** What became of one file; null: it could not be had. */
export interface FileOutcome {
  readonly url: string;
  readonly heard: HeardAudio | null;
}

export interface Moment {
  readonly now: number;
  readonly time_zone_minutes: number;
}

/** Shows a task as it stands by the clock. A task of which any file was heard has succeeded. */
export async function showTask(task: Task, { now, time_zone_minutes }: Moment): Promise<Content> {
  const { task_id, submitted_at, task_ms } = task;
  const time = (at: number) => `${vendorTime(at, time_zone_minutes)}.000`;
  const begun = { task_id, submit_time: time(submitted_at) };
  const passed = now - submitted_at;
  if (passed < task_ms / 2) return content({ output: { ...begun, task_status: 'PENDING' } });
  const scheduled_time = time(submitted_at + task_ms / 2);
  const running = { ...begun, scheduled_time };
  if (passed < task_ms) return content({ output: { ...running, task_status: 'RUNNING' } });
  const files = await task.files;
  const heard = files.flatMap((file) => (file.heard === null ? [] : [file.heard]));
  const metrics = { TOTAL: files.length, SUCCEEDED: heard.length, FAILED: files.length - heard.length };
  const output = {
    ...running,
    task_status: heard.length > 0 ? 'SUCCEEDED' : 'FAILED',
    ...(heard.length > 0 ? {} : downloadFailed),
    end_time: time(submitted_at + task_ms),
    results: files.map((file, index) =>
      showFile(file, `${task.base_url}/transcriptions/${task_id}/${index}.json`),
    ),
    task_metrics: metrics,
  };
  const duration = heard.reduce((sum, { duration_ms }) => sum + billedSeconds(duration_ms), 0);
  return content({ output, usage: { duration } });
}

function content(body: Readonly<Record<string, unknown>>): Content {
  return { status: 200, body };
}

const downloadFailed = {
  code: 'InvalidFile.DownloadFailed',
  message: 'The audio file cannot be downloaded.',
};

function showFile({ url, heard }: FileOutcome, transcription_url: string) {
  return heard === null
    ? { file_url: url, ...downloadFailed, subtask_status: 'FAILED' }
    : { file_url: url, transcription_url, subtask_status: 'SUCCEEDED' };
}

/** What stands at the URL of a result. */
export function transcriptionOf(file_url: string, { text, duration_ms }: HeardAudio) {
  const sentences = sentencesOf(text, duration_ms);
  return {
    file_url,
    properties: { channels: [0], original_duration_in_milliseconds: duration_ms },
    transcripts: [{ channel_id: 0, content_duration_in_milliseconds: duration_ms, text, sentences }],
  };
}
