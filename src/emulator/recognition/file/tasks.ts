import type { Clock } from '../../../model/ports.js';
import { messageOf } from '../../../model/text/message-of.js';
import { isRecord, parseJson } from '../../call.js';
import { invalidParameter, Refusal } from '../../refusal.js';
import type { Content } from '../../reply.js';
import type { EmulatorSwitches } from '../../switches.js';
import type { AudioSource } from '../audio.js';
import type { Ear, Listening } from '../ear.js';
import { parseAsk } from '../hearing/ask.js';
import { type FileOutcome, showTask, type Task, transcriptionOf } from './show-task.js';

/** Transcriptions of files: accepted at once, looked after until they are done, read at a URL without a key. */
export interface Tasks {
  /** @throws Refusal */
  submit(submission: Submission): Promise<Content>;
  show(task_id: string): Promise<Content>;
  /** @param name as the transcription_url ends: `<task_id>/<index>.json` */
  result(name: string): Promise<Content>;
}

export interface Submission {
  readonly body: string;
  readonly source: AudioSource;
  /** Where the API is reached, without a slash at its end: there the results are read. */
  readonly base_url: string;
}

export interface TaskPorts {
  readonly clock: Clock;
  readonly ear: Ear;
  readonly random: () => string;
  readonly switches: () => EmulatorSwitches;
}

const mostFiles = 100;
/** A long-lived server forgets older ones, as the vendor does after a day. */
const tasksRemembered = 1000;

export function createTasks({ clock, ear, random, switches }: TaskPorts): Tasks {
  const tasks = new Map<string, Task>();

  async function submit({ body, source, base_url }: Submission): Promise<Content> {
    const { request, urls } = parseSubmission(body);
    const ask = parseAsk({ ...request, model: request['model'], parameters: request['parameters'] }, 'file');
    const listening = await ear.listen(ask);
    const task_id = random().replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
    const files = Promise.all(urls.map((url, index) => transcribe({ url, index, listening }, source)));
    tasks.set(task_id, { task_id, submitted_at: clock.now(), task_ms: switches().task_ms, files, base_url });
    for (const old of [...tasks.keys()].slice(0, -tasksRemembered)) tasks.delete(old);
    return { status: 200, body: { output: { task_id, task_status: 'PENDING' } } };
  }

  async function transcribe(file: NamedFile, source: AudioSource): Promise<FileOutcome> {
    const { url, index, listening } = file;
    const { failed_files } = switches();
    if (failed_files === 'all' || (failed_files === 'first' && index === 0)) {
      ear.miss(listening, { sha256: null, url }, 'the switch failed_files says that it fails');
      return { url, heard: null };
    }
    try {
      return { url, heard: ear.hear(listening, await source(url)) };
    } catch (error) {
      ear.miss(listening, { sha256: null, url }, messageOf(error));
      return { url, heard: null };
    }
  }

  return {
    submit,
    async show(task_id) {
      const task = tasks.get(task_id);
      if (task === undefined) return { status: 200, body: { output: { task_id, task_status: 'UNKNOWN' } } };
      return showTask(task, { now: clock.now(), time_zone_minutes: switches().time_zone_minutes });
    },
    async result(name) {
      const [task_id = '', index = ''] = name.replace(/\.json$/, '').split('/');
      const outcome = (await tasks.get(task_id)?.files)?.[Number(index)];
      if (!outcome?.heard) throw new Refusal(404, 'NoSuchKey', 'the specified key does not exist');
      return { status: 200, body: transcriptionOf(outcome.url, outcome.heard), bare: true };
    },
  };
}

interface NamedFile {
  readonly url: string;
  readonly index: number;
  readonly listening: Listening;
}

function parseSubmission(body: string) {
  const request = parseJson(body);
  if (!isRecord(request)) throw invalidParameter('the body must be a JSON object');
  const urls = isRecord(request['input']) ? request['input']['file_urls'] : null;
  if (!Array.isArray(urls) || urls.length === 0) throw invalidParameter('file_urls must not be empty');
  if (urls.length > mostFiles) throw invalidParameter(`file_urls must not exceed ${mostFiles} files`);
  if (!urls.every((url): url is string => typeof url === 'string'))
    throw invalidParameter('file_urls must be a list of URLs');
  return { request, urls };
}
