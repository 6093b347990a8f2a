import * as z from 'zod/mini';
import { parseJson } from '../../http/envelope.js';
import { answeredError, unansweredError } from '../../http/remote-error.js';
import { TransportFailure, type VocabError } from '../../model/errors.js';
import { isLoopback } from '../../model/loopback.js';
import type { HttpResponse } from '../../model/ports.js';
import { joinTexts } from '../join-texts.js';
import { finalError, type Line } from '../recogniser-options.js';

/** Where the result of a recognition is. */
interface Result {
  /** How the recognition is called in messages. */
  readonly attempt: string;
  /** As the server wrote it. */
  readonly url: string;
}

/**
 * Fetches a result from the store that the vendor names, and gives its text. The key does not go there. Only over https;
 * from a server of this machine, and from the one that is asked for everything else, as that is.
 */
export async function fetchTranscription(
  result: Result,
  line: Line,
  signal: AbortSignal | undefined,
): Promise<string> {
  const url = trustedUrl(result, line);
  const call = {
    attempt: `${result.attempt}: fetching the result`,
    aboutOne: false,
    hints: { permission: resultGone, refused: resultGone, key: resultGone },
  };
  const headers = { accept: 'application/json', 'user-agent': `vocabsync/${line.version}` };
  return line.retry(async () => {
    try {
      const response = await line.transport({ method: 'GET', url, headers, body: '', signal });
      const text = response.status === 200 ? parseTranscription(line.redactBody(response.body)) : null;
      if (text !== null) return text;
      throw unreadError(call, response, line);
    } catch (error) {
      throw error instanceof TransportFailure ? unansweredError(call, error, line.clean) : error;
    }
  }, signal);
}

const resultGone = 'the link to the result is only good for a day; run it again';

type Attempt = Parameters<typeof answeredError>[0];

function unreadError(call: Attempt, response: HttpResponse, { clean }: Line): VocabError {
  const problem = response.status === 200 ? 'what is there is no transcription' : null;
  return answeredError(call, { response, code: null, message: null, request_id: null, problem }, clean);
}

function trustedUrl({ attempt, url }: Result, line: Line): string {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed !== null && isTrusted(parsed, new URL(line.url))) return parsed.href;
  const where = line.clean(parsed === null ? url : `${parsed.protocol}//${parsed.host}`);
  const message = `${attempt} is said to have its result at ${where}, which is not an https URL`;
  throw finalError('bad-response', message, 'check the endpoint and any proxy in between');
}

function isTrusted({ protocol, hostname, origin, username, password }: URL, base: URL): boolean {
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && (isLoopback(hostname) || origin === base.origin));
}

const text = z.catch(z.optional(z.string()), undefined);
const transcription = z.object({
  transcripts: z.array(
    z.object({ text, sentences: z.catch(z.optional(z.array(z.object({ text }))), undefined) }),
  ),
});

/** null for anything else. A transcript says the whole; one that does not has it in its sentences. */
function parseTranscription(body: string): string | null {
  const parsed = transcription.safeParse(parseJson(body)).data;
  if (parsed === undefined) return null;
  const texts = parsed.transcripts.map(({ text: whole, sentences = [] }) =>
    whole ? whole : joinTexts(sentences.map((sentence) => sentence.text ?? '')),
  );
  return joinTexts(texts);
}
