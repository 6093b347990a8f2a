import type * as z from 'zod';
import { VocabError } from '../model/errors.js';

/** A document that says what it is. */
export interface ReadDocument {
  readonly json: Readonly<Record<string, unknown>>;
  readonly kind: string;
}

/**
 * Reads the text of a document as far as its kind and version. They are said before anything else of it: of another
 * version nothing else can be said.
 * @throws VocabError `document-invalid` for what is none, and for another major version
 */
export function readDocument(text: string, file: string): ReadDocument {
  const json = objectIn(text, file);
  const { kind, format_version } = json;
  if (typeof format_version !== 'string' || typeof kind !== 'string') {
    throw invalidDocument(file, 'it has no format_version and kind');
  }
  if (!/^1\.\d+$/.test(format_version)) {
    throw new VocabError(
      'document-invalid',
      `${file} has the format_version ${format_version}; this vocabsync reads 1`,
      { hint: 'make it with the same version of vocabsync that reads it' },
    );
  }
  return { json, kind };
}

/** What a schema makes of a document. @throws VocabError `document-invalid`, with where it is at fault */
export function parseBy<Schema extends z.ZodType>(
  schema: Schema,
  json: unknown,
  file: string,
): z.output<Schema> {
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const { path, message } = innermost(parsed.error.issues[0]);
  throw invalidDocument(file, `at ${path.length === 0 ? 'its root' : path.join('.')}: ${message}`);
}

interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** What is amiss in the form of a union that the document comes nearest to: where reading went furthest. */
function innermost(issue: z.core.$ZodIssue | undefined): Fault {
  if (issue === undefined) return { path: [], message: 'unreadable' };
  if (issue.code !== 'invalid_union') return issue;
  const faults = issue.errors.map(([first]) => innermost(first));
  const [nearest] = faults.sort((a, b) => b.path.length - a.path.length);
  return { path: [...issue.path, ...(nearest?.path ?? [])], message: nearest?.message ?? issue.message };
}

function objectIn(text: string, file: string): Readonly<Record<string, unknown>> {
  const json = parse(text, file);
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) {
    return json as Readonly<Record<string, unknown>>;
  }
  throw invalidDocument(file, 'it holds no JSON object');
}

function parse(text: string, file: string): unknown {
  try {
    // Some shells put a byte-order mark in front of what they redirect.
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    throw invalidDocument(file, cause instanceof Error ? cause.message : 'it is not JSON');
  }
}

function invalidDocument(file: string, why: string): VocabError {
  return new VocabError('document-invalid', `${file} is no document of vocabsync: ${why}`, {
    hint: 'make one with `--format json` or `--out FILE.json`',
  });
}
