import { createHash } from 'node:crypto';
import { createEmulator, type Emulator, type SeedList } from '../../../src/emulator/emulator.js';
import {
  checkRecordings,
  type RecordingEntry,
} from '../../../src/emulator/recognition/hearing/parse-recordings.js';
import type { EmulatorSwitches } from '../../../src/emulator/switches.js';
import type { Duplex } from '../../../src/model/recognition/recogniser.js';
import { type ManualClock, manualClock } from '../../support/emulator.js';

/** An audio of the tests: any bytes will do, since it is known by its hash. */
export const clip = Buffer.from('RIFF the audio of a recording');
export const sumOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The example of the contract, in two sentences. */
export const recording: RecordingEntry = {
  sha256: sumOf(clip),
  url: 'https://clips.example/1.wav',
  text: '游览曲阜阙里人家。再见！',
  duration_ms: 2400,
  misheard: { 阙里人家: '缺里人家' },
  needs: { 阙里人家: 4 },
};

export const plainText = '游览曲阜缺里人家。再见！';
export const rightText = '游览曲阜阙里人家。再见！';

export const listId = `vocab-acme-${'a'.repeat(32)}`;
export const listFor = (
  target_model: string,
  entry: Partial<SeedList['vocabulary'][number]> = {},
): SeedList => ({
  vocabulary_id: listId,
  prefix: 'acme',
  target_model,
  vocabulary: [{ text: '阙里人家', weight: 4, ...entry }],
});

export interface Hearing {
  readonly emulator: Emulator;
  readonly clock: ManualClock;
}

export async function openHearing(
  lists: readonly SeedList[] = [],
  switches: Partial<EmulatorSwitches> = {},
  recordings: readonly RecordingEntry[] = [recording],
): Promise<Hearing> {
  const clock = manualClock();
  const emulator = createEmulator({ clock, switches, recordings: checkRecordings(recordings) });
  await emulator.seed(lists);
  return { emulator, clock };
}

export const streamUrl = 'wss://emulator.invalid/api-ws/v1/inference';
export const key = { authorization: 'bearer sk-test' };

export function dial(emulator: Emulator, signal?: AbortSignal): Promise<Duplex> {
  return emulator.dial({ url: streamUrl, headers: key, signal });
}

export function command(
  action: string,
  payload: Readonly<Record<string, unknown>> = { input: {} },
  task_id = 'task-1',
) {
  return JSON.stringify({ header: { action, task_id, streaming: 'duplex' }, payload });
}

export function runTask(parameters: Readonly<Record<string, unknown>> = {}, model = 'fun-asr-realtime') {
  const task = { task_group: 'audio', task: 'asr', function: 'recognition', model, input: {} };
  return command('run-task', { ...task, parameters: { format: 'wav', sample_rate: 16_000, ...parameters } });
}

export interface Event {
  readonly header: {
    readonly event: string;
    readonly task_id: string;
    readonly error_code?: string;
    readonly error_message?: string;
  };
  readonly payload: {
    readonly output?: { readonly sentence?: Spoken };
    readonly usage?: { readonly duration: number } | null;
  };
}

export interface Spoken {
  readonly text: string;
  readonly end_time: number | null;
  readonly sentence_end: boolean;
  readonly heartbeat: boolean;
}

/** What is left in the connection once it is closed. */
export async function eventsOf(connection: Duplex): Promise<readonly Event[]> {
  const events: Event[] = [];
  for await (const text of connection.messages) events.push(JSON.parse(text) as Event);
  return events;
}

/** Streams an audio and closes. */
export async function stream(
  emulator: Emulator,
  task = runTask(),
  audio: readonly Uint8Array[] = [clip],
): Promise<readonly Event[]> {
  const connection = await dial(emulator);
  const send = (message: string | Uint8Array) => connection.send(message).catch(() => null);
  await send(task);
  for (const chunk of audio) await send(chunk);
  await send(command('finish-task'));
  connection.close();
  return eventsOf(connection);
}

/** The sentences that have ended, joined. */
export function textOf(events: readonly Event[]): string {
  const ended = events
    .flatMap(({ payload }) => payload.output?.sentence ?? [])
    .filter((each) => each.sentence_end);
  return ended.map(({ text }) => text).join('');
}

export const kindsOf = (events: readonly Event[]) => events.map(({ header }) => header.event);
