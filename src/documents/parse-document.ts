import type * as z from 'zod';
import { VocabError } from '../model/errors.js';
import { diffDocument } from './diff.js';
import { driftDocument } from './drift.js';
import { planDocument } from './plan.js';
import { resultDocument } from './result.js';

/** The documents that say what an account comes to, and so can be put side by side. */
const accountDocuments = {
  plan: planDocument,
  diff: diffDocument,
  drift: driftDocument,
  apply: resultDocument('apply'),
  restore: resultDocument('restore'),
} as const;

export type AccountDocumentKind = keyof typeof accountDocuments;

export type AccountDocument = {
  [Kind in AccountDocumentKind]: { readonly kind: Kind; readonly document: Document<Kind> };
}[AccountDocumentKind];

export type Document<Kind extends AccountDocumentKind> = z.output<(typeof accountDocuments)[Kind]>;

/** One that has a report, and does not only say why there is none. */
export type Reported<D> = Extract<D, { changes: readonly unknown[] }>;

/**
 * Reads a document of an earlier run.
 * @param file its name for messages
 * @throws VocabError `document-invalid` for anything else
 */
export function parseAccountDocument(text: string, file: string): AccountDocument {
  const json = parseJson(text, file);
  const kind = kindOf(json, file);
  const parsed = accountDocuments[kind].safeParse(json);
  if (!parsed.success) {
    const { path, message } = innermost(parsed.error.issues[0]);
    throw invalid(file, `at ${path.length === 0 ? 'its root' : path.join('.')}: ${message}`);
  }
  return { kind, document: parsed.data } as AccountDocument;
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

function parseJson(text: string, file: string): Readonly<Record<string, unknown>> {
  const json = parse(text, file);
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) {
    return json as Readonly<Record<string, unknown>>;
  }
  throw invalid(file, 'it holds no JSON object');
}

function parse(text: string, file: string): unknown {
  try {
    // Some shells put a byte-order mark in front of what they redirect.
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    throw invalid(file, cause instanceof Error ? cause.message : 'it is not JSON');
  }
}

/** Said before anything else of the document: of another version nothing else can be said. */
function kindOf(
  { kind, format_version }: Readonly<Record<string, unknown>>,
  file: string,
): AccountDocumentKind {
  if (typeof format_version !== 'string' || typeof kind !== 'string') {
    throw invalid(file, 'it has no format_version and kind');
  }
  if (!/^1\.\d+$/.test(format_version)) {
    throw new VocabError(
      'document-invalid',
      `${file} has the format_version ${format_version}; this vocabsync reads 1`,
      { hint: 'make it with the same version of vocabsync that combines it' },
    );
  }
  if (Object.hasOwn(accountDocuments, kind)) return kind as AccountDocumentKind;
  throw new VocabError(
    'document-invalid',
    `${file} is a document of the kind ${kind}, which has no account to show`,
    {
      hint: `name documents of ${Object.keys(accountDocuments).join(', ')}`,
    },
  );
}

function invalid(file: string, why: string): VocabError {
  return new VocabError('document-invalid', `${file} is no document of vocabsync: ${why}`, {
    hint: 'make one with `--format json` or `--out FILE.json`',
  });
}
