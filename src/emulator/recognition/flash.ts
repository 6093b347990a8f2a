import { messageOf } from '../../model/text/message-of.js';
import { isRecord, parseJson } from '../call.js';
import { invalidParameter, Refusal } from '../refusal.js';
import type { Content } from '../reply.js';
import type { EmulatorSwitches } from '../switches.js';
import { type AudioSource, sumOf } from './audio.js';
import type { ArrivedAudio, Ear, HeardAudio } from './ear.js';
import { parseAsk } from './hearing/ask.js';
import { billedSeconds, sentencesOf } from './sentences.js';

const mostInside = 10 * 1024 * 1024;
const longestContext = 400;

/** Recognises the audio of one request. @throws Refusal */
export async function recogniseAtOnce(
  body: string,
  ear: Ear,
  { source, switches }: { readonly source: AudioSource; readonly switches: EmulatorSwitches },
): Promise<Content> {
  const request = parseJson(body);
  if (!isRecord(request)) throw invalidParameter('the body must be a JSON object');
  const ask = parseAsk({ model: request['model'], parameters: request['parameters'] }, 'flash');
  checkFormat(request['parameters']);
  const data = audioIn(request['input']);
  const listening = await ear.listen(ask);
  const audio = await arrive(data, source).catch((error: unknown) => {
    if (error instanceof Refusal) throw error;
    const why = messageOf(error);
    ear.miss(listening, { sha256: null, url: data }, why);
    throw invalidParameter(`Unable to download the media resource: ${why}`);
  });
  return answerIn(switches.flash_shape, ear.hear(listening, audio));
}

function checkFormat(parameters: unknown): void {
  const format = isRecord(parameters) ? parameters['format'] : undefined;
  if (typeof format !== 'string' || format === '') throw invalidParameter('format is required');
}

/** The audio of the last message that has one; text before it is context. */
function audioIn(input: unknown): string {
  const messages = isRecord(input) && Array.isArray(input['messages']) ? input['messages'] : [];
  const contents = messages.flatMap((message) => (isRecord(message) ? [message['content']].flat() : []));
  for (const content of contents) {
    const text = isRecord(content) ? content['text'] : null;
    if (typeof text === 'string' && text.length > longestContext)
      throw invalidParameter(`a context must not exceed ${longestContext} characters`);
  }
  const audio = contents.findLast((content) => isRecord(content) && content['type'] === 'input_audio');
  const inside = isRecord(audio) && isRecord(audio['input_audio']) ? audio['input_audio']['data'] : null;
  if (typeof inside === 'string' && inside !== '') return inside;
  throw invalidParameter('input.messages must have an input_audio with its data');
}

async function arrive(data: string, source: AudioSource): Promise<ArrivedAudio> {
  if (!data.startsWith('data:')) return source(data);
  const base64 = base64In(data);
  if (base64 === null) throw invalidParameter('data must be a data URI in base64, or a URL');
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length > mostInside) throw invalidParameter('the audio must not exceed 10 MB');
  return { sha256: sumOf(bytes), url: null, size: bytes.length };
}

/** Looks for what does not belong there: a pattern of megabytes is more than an engine of patterns can hold. */
function base64In(data: string): string | null {
  const comma = data.indexOf(',');
  if (comma === -1 || !data.slice(0, comma).endsWith(';base64')) return null;
  const base64 = data.slice(comma + 1);
  const end = base64.search(/[^A-Za-z0-9+/]/);
  const isWhole = end === -1 ? base64 !== '' : end > 0 && ['=', '=='].includes(base64.slice(end));
  return isWhole ? base64 : null;
}

function answerIn(shape: EmulatorSwitches['flash_shape'], { text, duration_ms }: HeardAudio): Content {
  const whole = { sentence_id: 1, begin_time: 0, end_time: duration_ms, text };
  const words = sentencesOf(text, duration_ms).flatMap((each) => each.words);
  const sentence = { ...whole, words };
  const usage = { duration: billedSeconds(duration_ms) };
  const body = (content: Readonly<Record<string, unknown>>) => ({ status: 200, body: { ...content, usage } });
  switch (shape) {
    case 'text':
      return body({ output: { text, sentence } });
    case 'sentence':
      return body({ output: { sentence } });
    case 'nested':
      return body({ output: { text, sentence, output: { text, sentence } } });
    case 'top':
      return body({ text, output: {} });
  }
}
