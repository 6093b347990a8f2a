import { printableJson } from '../../model/text/printable.js';

/*
 * The documents for programs. A new field raises the minor version; one that goes or changes its meaning raises the
 * major one. Readers must accept fields and reasons they do not know.
 */
const format_version = '1.0';

/** `error`: the command line was not even understood. Each has a schema in src/documents. */
export const documentKinds = [
  'plan',
  'apply',
  'restore',
  'drift',
  'diff',
  'validate',
  'ids',
  'combine',
  'affected',
  'init',
  'import',
  'fmt',
  'doctor',
  'eval',
  'error',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

export interface Envelope {
  readonly kind: DocumentKind;
  /** Which configuration it is about; null: none was read. */
  readonly about: Described | null;
  /** vocabsync's own. */
  readonly version: string;
}

export interface Described {
  /** What people call the account; null: it has no name. */
  readonly name: string | null;
  /** The configuration's file, as its repository calls it. */
  readonly config: string;
}

/** What every document begins with. */
export function headDocument({ kind, version, about }: Envelope) {
  const head = { format_version, kind, tool: { name: 'vocabsync', version } };
  return about === null ? head : { ...head, account: about };
}

/** The document's text: two spaces of indentation and a line end. CI prints it, so it is as safe as any other text. */
export function renderJson(document: unknown): string {
  return `${printableJson(JSON.stringify(document, null, 2))}\n`;
}
