import * as z from 'zod';
import { parseJson } from '../../http/envelope.js';
import { billedSeconds } from '../usage.js';
import type { Sentence } from './transcript.js';

/** What a message of the server comes to. `nothing`: it is about another task, or of a kind that nobody knows. */
export type StreamEvent =
  | { readonly kind: 'started' }
  | { readonly kind: 'sentence'; readonly sentence: Sentence; readonly billed_seconds: number | null }
  | { readonly kind: 'finished'; readonly billed_seconds: number | null }
  | { readonly kind: 'failed'; readonly code: string | null; readonly message: string | null }
  | { readonly kind: 'unreadable'; readonly problem: string }
  | { readonly kind: 'nothing' };

const said = z
  .union([z.string(), z.number()])
  .nullish()
  .catch(null)
  .transform((value) => (value === undefined || value === null || value === '' ? null : String(value)));

const message = z.object({
  header: z.object({ event: z.string(), task_id: said, error_code: said, error_message: said }),
  payload: z
    .object({
      output: z.object({ sentence: z.unknown().optional() }).nullish().catch(null),
      usage: z.unknown().optional(),
    })
    .nullish()
    .catch(null),
});

const sentence = z.object({
  text: z.string(),
  sentence_id: said,
  sentence_end: z.boolean().nullish().catch(null),
  end_time: z.number().nullish().catch(null),
});

const heartbeat = z.object({ heartbeat: z.literal(true) });

/** Reads a message about a task. A failure counts whatever task it names: a server that could not read ours names none. */
export function parseEvent(text: string, task_id: string): StreamEvent {
  const parsed = message.safeParse(parseJson(text)).data;
  if (parsed === undefined) {
    return { kind: 'unreadable', problem: 'a message is not the JSON that the vendor sends' };
  }
  const { header, payload } = parsed;
  if (header.event === 'task-failed') {
    return { kind: 'failed', code: header.error_code, message: header.error_message };
  }
  if (header.task_id !== null && header.task_id !== task_id) return { kind: 'nothing' };
  const billed_seconds = billedSeconds(payload?.usage);
  switch (header.event) {
    case 'task-started':
      return { kind: 'started' };
    case 'result-generated':
      return parseSentence(payload?.output?.sentence, billed_seconds);
    case 'task-finished':
      return { kind: 'finished', billed_seconds };
    default:
      return { kind: 'nothing' };
  }
}

function parseSentence(written: unknown, billed_seconds: number | null): StreamEvent {
  if (written === undefined || written === null || heartbeat.safeParse(written).success) {
    return { kind: 'nothing' };
  }
  const parsed = sentence.safeParse(written);
  if (!parsed.success) return { kind: 'unreadable', problem: 'a result has no text in it' };
  const { text, sentence_id, sentence_end, end_time } = parsed.data;
  const ended = sentence_end ?? typeof end_time === 'number';
  return { kind: 'sentence', sentence: { id: sentence_id, text, ended }, billed_seconds };
}
