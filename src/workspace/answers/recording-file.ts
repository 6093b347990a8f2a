import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { VocabError } from '../../model/errors.js';
import type { AnswerPlace } from '../../model/evaluation/answers.js';
import { sides } from '../../model/evaluation/clip.js';
import type { Hotword } from '../../model/hotword.js';
import { type ObservedList, prefixOf } from '../../model/observed.js';
import type { Recognised } from '../../model/recognition/recogniser.js';
import { compareText } from '../../model/text/compare.js';
import { messageOf } from '../../model/text/message-of.js';
import { extraFields, firstFault, parseJson } from '../read-shape.js';
import { writeWhole } from '../whole-file.js';

/** What an evaluation asked of the account: enough to go through it again without one. */
export interface RecordedAccount {
  /** The base URL, or `emulator`: part of the keys. */
  readonly endpoint: string;
  /** Epoch milliseconds by the server's clock; null: unknown. */
  readonly server_time: number | null;
  /** The lists that the consumers were given. */
  readonly lists: readonly ObservedList[];
}

export interface RecordedAnswer extends AnswerPlace, Recognised {
  readonly key: string;
}

/** What `--record` writes and `--replay` reads. */
export interface Recording {
  readonly account: RecordedAccount;
  readonly answers: readonly RecordedAnswer[];
}

const formatVersion = '1.0';

/** Writes a recording, the same text for the same answers. @throws VocabError `file-unwritable` */
export async function writeRecording(path: string, { account, answers }: Recording): Promise<void> {
  const { endpoint, server_time, lists } = account;
  const content = {
    format_version: formatVersion,
    kind: 'recording',
    account: {
      endpoint,
      server_time,
      lists: lists.map(writtenList).sort((a, b) => compareText(a.vocabulary_id, b.vocabulary_id)),
    },
    answers: answers.map((one) => recordedOf(one.key, one, one)).sort(comparePlaces),
  };
  await writeWhole(path, `${JSON.stringify(content, null, 2)}\n`, {
    failure: 'cannot write the recording',
    mode: 0o600,
  });
}

function writtenList(list: ObservedList) {
  const { vocabulary_id, prefix, target_model, status, gmt_create, gmt_modified, hotwords } = list;
  return { vocabulary_id, prefix, target_model, status, gmt_create, gmt_modified, hotwords };
}

/** Takes of an answer what is recorded, in the order in which it is written. */
export function recordedOf(
  key: string,
  { clip, side, repeat }: AnswerPlace,
  { text, request_id, billed_seconds }: Recognised,
): RecordedAnswer {
  return { clip, side, repeat, key, text, request_id, billed_seconds };
}

/** In the order of clips, sides and times. */
export function comparePlaces(left: RecordedAnswer, right: RecordedAnswer): number {
  return (
    compareText(left.clip, right.clip) ||
    sides.indexOf(left.side) - sides.indexOf(right.side) ||
    left.repeat - right.repeat ||
    compareText(left.key, right.key)
  );
}

const hotword = z.object({
  text: z.string(),
  weight: z.number(),
  lang: z.nullable(z.string()),
  extra: z.nullable(extraFields),
}) satisfies z.ZodMiniType<Hotword>;

const list = z
  .object({
    vocabulary_id: z.string(),
    prefix: z.string(),
    target_model: z.string(),
    status: z.string(),
    gmt_create: z.string(),
    gmt_modified: z.string(),
    hotwords: z.array(hotword),
  })
  .check(
    z.refine(({ vocabulary_id, prefix }) => prefixOf(vocabulary_id) === prefix, {
      path: ['prefix'],
      error: 'must be the one in vocabulary_id',
    }),
  );

const answer = z.object({
  clip: z.string(),
  side: z.enum(sides),
  repeat: z.int().check(z.gte(0)),
  key: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  text: z.string(),
  request_id: z.nullable(z.string()),
  billed_seconds: z.nullable(z.number().check(z.gte(0))),
});

const recording = z.object({
  format_version: z.string().check(z.regex(/^1\./, 'made by an incompatible version of vocabsync')),
  kind: z.literal('recording'),
  account: z.object({ endpoint: z.string(), server_time: z.nullable(z.number()), lists: z.array(list) }),
  answers: z.array(answer),
});

/** Reads a recording. @param file its name for messages @throws VocabError `document-invalid` */
export async function readRecording(path: string, file: string): Promise<Recording> {
  try {
    return parseRecording(await readFile(path, 'utf8'), file);
  } catch (cause) {
    if (cause instanceof VocabError) throw cause;
    throw invalid(`cannot read the recording ${file}: ${messageOf(cause)}`, cause);
  }
}

/** Reads the text of one. @throws VocabError `document-invalid` @internal for tests of what a file may hold */
export function parseRecording(text: string, file: string): Recording {
  const json = jsonIn(text, file);
  if (kindOf(json) === 'eval') throw report(file);
  const parsed = recording.safeParse(json);
  if (parsed.success) return { account: parsed.data.account, answers: parsed.data.answers };
  throw invalid(`${file} is no recording: ${firstFault(parsed.error)}`);
}

function jsonIn(text: string, file: string): unknown {
  try {
    return parseJson(text);
  } catch (cause) {
    throw invalid(`${file} is no recording: ${messageOf(cause)}`, cause);
  }
}

function kindOf(json: unknown): unknown {
  return typeof json === 'object' && json !== null && 'kind' in json ? json.kind : null;
}

/** What --out writes is easily taken for it. */
function report(file: string): VocabError {
  return new VocabError(
    'document-invalid',
    `${file} is the report of an evaluation, and no recording of its answers`,
    {
      hint: 'name a file that eval has written with --record; a report is for --baseline',
    },
  );
}

function invalid(message: string, cause?: unknown): VocabError {
  return new VocabError('document-invalid', message, {
    hint: 'name a file that eval has written with --record',
    cause,
  });
}
