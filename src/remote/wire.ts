import * as z from 'zod/mini';
import type { Call } from '../http/client.js';
import { type Attempt, type Parsed, parseOutput } from '../http/envelope.js';
import type { Hotword } from '../model/hotword.js';
import type { ListedList, QueriedList } from '../model/observed.js';
import type { ListPage, NewList } from '../model/ports.js';
import { quotable } from '../model/text/printable.js';

/** All of the hotword API is one address, and the body says which action it is. */
const address = { method: 'POST', path: '/services/audio/asr/customization' } as const;

/** Every action there is: what is sent, and how the answer to it is read. */
export const calls = {
  list({ page_index, page_size }: ListPage): Call<readonly ListedList[]> {
    const body = bodyOf({ action: 'list_vocabulary', page_index, page_size });
    return {
      ...address,
      attempt: `list_vocabulary page ${page_index}`,
      aboutOne: false,
      body,
      parse: parseListed,
    };
  },
  query(vocabulary_id: string): Call<QueriedList> {
    const body = bodyOf({ action: 'query_vocabulary', vocabulary_id });
    return { ...address, ...aboutList('query_vocabulary', vocabulary_id), body, parse: parseQueried };
  },
  create({ prefix, target_model, hotwords }: NewList): Call<{ readonly vocabulary_id: string }> {
    const vocabulary = hotwords.map(entryOf);
    const body = bodyOf({ action: 'create_vocabulary', target_model, prefix, vocabulary });
    const attempt = `create_vocabulary ${quotable(`${prefix} for ${target_model}`)}`;
    return { ...address, attempt, aboutOne: false, body, parse: parseCreated };
  },
  update(vocabulary_id: string, hotwords: readonly Hotword[]): Call<null> {
    const vocabulary = hotwords.map(entryOf);
    const body = bodyOf({ action: 'update_vocabulary', vocabulary_id, vocabulary });
    return { ...address, ...aboutList('update_vocabulary', vocabulary_id), body, parse: parseAcknowledged };
  },
  delete(vocabulary_id: string): Call<null> {
    const body = bodyOf({ action: 'delete_vocabulary', vocabulary_id });
    return { ...address, ...aboutList('delete_vocabulary', vocabulary_id), body, parse: parseAcknowledged };
  },
};

function aboutList(action: string, vocabulary_id: string): Attempt {
  return { attempt: `${action} ${quotable(vocabulary_id)}`, aboutOne: true };
}

function bodyOf(input: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ model: 'speech-biasing', input });
}

function entryOf({ text, weight, lang, extra }: Hotword): unknown {
  const { text: _text, weight: _weight, lang: _lang, ...others } = extra ?? {};
  // A weight of 0 stands for one that the account never had.
  return { text, ...(weight !== 0 && { weight }), ...(lang !== null && { lang }), ...others };
}

const time = z.pipe(
  z.nullish(z.string()),
  z.transform((value) => value ?? ''),
);

const listing = z.object({
  vocabulary_list: z.array(
    z.object({
      vocabulary_id: z.string().check(z.minLength(1)),
      gmt_create: time,
      gmt_modified: time,
      status: z.string(),
    }),
  ),
});

const query = z.object({
  target_model: z.string().check(z.minLength(1)),
  gmt_create: time,
  gmt_modified: time,
  status: z.string(),
  vocabulary: z.array(z.unknown()),
});

const creation = z.object({ vocabulary_id: z.string().check(z.minLength(1)) });

const acknowledgement = z.object({});

/** A time that the server leaves out becomes an empty text; an id or a status must be there. */
function parseListed(output: unknown): Parsed<readonly ListedList[]> {
  const parsed = parseOutput(listing, output);
  return 'problem' in parsed ? parsed : { value: parsed.value.vocabulary_list };
}

/** One entry that cannot be read fails the whole: a list read in part would be written back in part. */
function parseQueried(output: unknown): Parsed<QueriedList> {
  const parsed = parseOutput(query, output);
  if ('problem' in parsed) return parsed;
  const { vocabulary, ...list } = parsed.value;
  // A loop, not a schema: zod takes ten times as long for a list of thousands.
  const hotwords: Hotword[] = [];
  for (const entry of vocabulary) {
    const hotword = parseEntry(entry);
    if (hotword === null) return { problem: `output.vocabulary.${hotwords.length}: not a hotword` };
    hotwords.push(hotword);
  }
  return { value: { ...list, hotwords } };
}

function parseCreated(output: unknown): Parsed<{ readonly vocabulary_id: string }> {
  return parseOutput(creation, output);
}

/** Updates and deletes answer `{}`. */
function parseAcknowledged(output: unknown): Parsed<null> {
  const parsed = parseOutput(acknowledgement, output);
  return 'problem' in parsed ? parsed : { value: null };
}

/** The text stays as it was sent. Rest properties copy `__proto__` as a plain field, which assignment would not. */
function parseEntry(entry: unknown): Hotword | null {
  if (!isRecord(entry)) return null;
  const { text, weight: sentWeight, lang, ...rest } = entry;
  const weight = parseWeight(sentWeight);
  if (typeof text !== 'string' || weight === null || !isLang(lang)) return null;
  return { text, weight, lang: lang || null, extra: withoutNulls(rest) };
}

/** A field that is null says what a missing one says, as with lang. Few entries have any. */
function withoutNulls(fields: Readonly<Record<string, unknown>>): Hotword['extra'] {
  const held = Object.entries(fields).filter(([, value]) => value !== null);
  return held.length === 0 ? null : Object.fromEntries(held);
}

function parseWeight(value: unknown): number | null {
  if (value === undefined || value === null) return 0;
  if (typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value)) return Number(value);
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function isLang(value: unknown): value is string | null | undefined {
  return value === undefined || value === null || typeof value === 'string';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
