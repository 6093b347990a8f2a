import * as z from 'zod/mini';
import english from 'zod/v4/locales/en.js';
import type { Hints } from './error-map.js';

// Messages of this half of zod are all the same unless it is given a language.
z.config(english());

/** What an answer says, or why it cannot be read. */
export type Parsed<T> = { readonly value: T } | { readonly problem: string };

/** The fields around every answer; `output` is read by the parser of its action. */
export interface Envelope {
  /** null also for an empty code, which says nothing. */
  readonly code: string | null;
  readonly message: string | null;
  readonly request_id: string | null;
  readonly output?: unknown;
}

/** Reads what an answer has under `output`; `answer` is the whole of it, for what stands beside. */
export type Parse<T> = (output: unknown, answer: unknown) => Parsed<T>;

/** What a request is about, as far as an error needs to know. */
export interface Attempt {
  /** The action and what it is about, for messages. */
  readonly attempt: string;
  /** Whether it is about one thing of the account, which may be gone. */
  readonly aboutOne: boolean;
  /** What to do about failures, where that is not what it is for a list. */
  readonly hints?: Hints;
}

const word = z.pipe(
  z.nullish(z.union([z.string(), z.number()])),
  z.transform((value) => (value === undefined || value === null || value === '' ? null : String(value))),
);

const envelope = z.object({
  code: word,
  message: z.catch(word, null),
  request_id: z.catch(word, null),
  output: z.optional(z.unknown()),
});

/** null for anything but a JSON object with fields of the expected types. */
export function parseEnvelope(answer: unknown): Envelope | null {
  return envelope.safeParse(answer).data ?? null;
}

/** By a schema: the first thing that does not fit is the problem. */
export function parseOutput<Schema extends z.ZodMiniType>(
  schema: Schema,
  output: unknown,
): Parsed<z.output<Schema>> {
  const result = schema.safeParse(output);
  if (result.success) return { value: result.data };
  const [issue] = result.error.issues;
  return { problem: `${['output', ...(issue?.path ?? [])].join('.')}: ${issue?.message}` };
}

/** undefined for what is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
