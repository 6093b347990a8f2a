import * as z from 'zod';
import type { Call } from '../http/client.js';
import type { Parsed } from '../http/envelope.js';
import type { Audio, Recognised, RecognitionTask } from '../model/recognition/recogniser.js';
import { mediaType, mostInline } from './audio/formats.js';
import { parametersOf } from './parameters.js';
import { attemptOf, finalError, type Line } from './recogniser-options.js';
import { billedSeconds } from './usage.js';

/** Recognises in one request, the recording inside of it or by its URL. */
export async function recogniseAtOnce(
  task: RecognitionTask,
  line: Line,
  signal: AbortSignal | undefined,
): Promise<Recognised> {
  const data = dataOf(task);
  const answer = await line.retry(() => line.request(callOf(task, data), signal), signal);
  return { ...answer.value, request_id: answer.request_id };
}

type Heard = Pick<Recognised, 'text' | 'billed_seconds'>;

function callOf(task: RecognitionTask, data: string): Call<Heard> {
  const { model, audio } = task;
  const content = [{ type: 'input_audio', input_audio: { data } }];
  const parameters = {
    format: audio.format,
    // The vendor's example has it as a text.
    ...(audio.sample_rate !== null && { sample_rate: String(audio.sample_rate) }),
    ...parametersOf(task),
  };
  return {
    ...attemptOf(task),
    method: 'POST',
    path: '/services/aigc/multimodal-generation/generation',
    headers: { 'x-dashscope-sse': 'disable' },
    body: JSON.stringify({ model, input: { messages: [{ role: 'user', content }] }, parameters }),
    parse: parseHeard,
  };
}

/** What was read here is sent from here, so that what is heard is what was read; beyond what a request takes, the URL. */
function dataOf(task: RecognitionTask): string {
  const { bytes, url, format } = task.audio;
  if (bytes !== null && (url === null || bytes.length <= mostInline)) {
    return `data:${mediaType(format)};base64,${base64(bytes)}`;
  }
  if (url !== null) return url;
  const { attempt } = attemptOf(task);
  throw finalError('rejected', `${attempt} has no audio to send`, 'give the file, or an https URL of it');
}

function base64(bytes: NonNullable<Audio['bytes']>): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

const text = z.string().optional().catch(undefined);
const inner = z.object({ text, sentence: z.object({ text }).optional().catch(undefined) });
const output = inner.extend({ output: inner.optional().catch(undefined) });
const shapes = z.object({ output: output.optional().catch(undefined), text, usage: z.unknown().optional() });

/** Answers say the same in several places, and not always in each: the first text that is not empty counts. */
function parseHeard(_output: unknown, answer: unknown): Parsed<Heard> {
  const found = shapes.safeParse(answer).data;
  const texts = [
    found?.output?.text,
    found?.output?.sentence?.text,
    found?.output?.output?.text,
    found?.output?.output?.sentence?.text,
    found?.text,
  ].filter((candidate) => candidate !== undefined);
  const [first] = texts;
  if (first === undefined) return { problem: 'the answer has no text in it' };
  return {
    value: {
      text: texts.find((candidate) => candidate !== '') ?? first,
      billed_seconds: billedSeconds(found?.usage),
    },
  };
}
