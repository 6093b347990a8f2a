import { isRecord, parseJson } from '../../call.js';
import { invalidParameter } from '../../refusal.js';
import { type Ask, parseAsk } from '../hearing/ask.js';

/** A message of the client, as far as it can be read without judging it. */
export interface Command {
  readonly action: unknown;
  /** Empty: there is none. */
  readonly task_id: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** null: no JSON, or nothing with a header. */
export function parseCommand(text: string): Command | null {
  const message = parseJson(text);
  if (!isRecord(message) || !isRecord(message['header'])) return null;
  const { action, task_id } = message['header'];
  const payload = isRecord(message['payload']) ? message['payload'] : {};
  return { action, task_id: typeof task_id === 'string' ? task_id : '', payload };
}

/** As the pages on the parameters have them. */
const formats = ['pcm', 'wav', 'mp3', 'opus', 'speex', 'aac', 'amr'];

/** Reads a `run-task`. @throws Refusal */
export function parseRunTask({ task_id, payload }: Command): Ask {
  if (task_id === '') throw invalidParameter('header.task_id is required');
  for (const [name, value] of Object.entries({ task_group: 'audio', task: 'asr', function: 'recognition' })) {
    if (payload[name] !== value) throw invalidParameter(`payload.${name} must be ${value}`);
  }
  const { model, parameters, resources } = payload;
  const ask = parseAsk({ model, parameters, resources }, 'stream');
  const { format, sample_rate } = isRecord(parameters) ? parameters : {};
  if (typeof format !== 'string' || !formats.includes(format))
    throw invalidParameter(`format must be one of ${formats.join(', ')}`);
  if (sample_rate !== undefined && !(Number(sample_rate) > 0))
    throw invalidParameter('sample_rate must be a number of samples a second');
  return ask;
}
