import type * as z from 'zod';
import { VocabError } from '../model/errors.js';
import { diffDocument } from './diff.js';
import { driftDocument } from './drift.js';
import { evalDocument } from './eval.js';
import { planDocument } from './plan.js';
import { parseBy, type ReadDocument, readDocument } from './read-json.js';
import { resultDocument } from './result.js';

/** The documents that say what an account comes to, and so can be put side by side. */
const accountDocuments = {
  plan: planDocument,
  diff: diffDocument,
  drift: driftDocument,
  eval: evalDocument,
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
 * Reads a document of an earlier run, or the documents that an earlier `combine` has put together.
 * @param file its name for messages
 * @throws VocabError `document-invalid` for anything else
 */
export function parseAccountDocuments(text: string, file: string): AccountDocument[] {
  const read = readDocument(text, file);
  if (read.kind !== 'combine') return [accountDocument(read, file)];
  const { documents } = read.json;
  return (Array.isArray(documents) ? documents : []).map((document: unknown, index) => {
    const place = `${file}, documents[${index}]`;
    return accountDocument(readDocument(JSON.stringify(document), place), place);
  });
}

function accountDocument({ json, kind }: ReadDocument, file: string): AccountDocument {
  if (!isAccountKind(kind)) {
    throw new VocabError(
      'document-invalid',
      `${file} is a document of the kind ${kind}, which has no account to show`,
      {
        hint: `name documents of ${Object.keys(accountDocuments).join(', ')}`,
      },
    );
  }
  return { kind, document: parseBy(accountDocuments[kind], json, file) } as AccountDocument;
}

function isAccountKind(kind: string): kind is AccountDocumentKind {
  return Object.hasOwn(accountDocuments, kind);
}
