import { type AccountDocument, parseAccountDocuments } from '../../src/documents/parse-document.js';

/** Reads a document of one account; fails where it is none. */
export function parseAccountDocument(text: string, file: string): AccountDocument {
  const [read] = parseAccountDocuments(text, file);
  if (read === undefined) throw new Error('no document');
  return read;
}
