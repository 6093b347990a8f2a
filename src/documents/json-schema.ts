import * as z from 'zod';
import { schemaUrl } from '../model/yaml/schema-url.js';
import { diffDocument } from './diff.js';
import { doctorDocument } from './doctor.js';
import { driftDocument } from './drift.js';
import { evalDocument } from './eval.js';
import { filesDocument } from './files.js';
import { errorDocument, validateDocument } from './head.js';
import { idsDocument } from './ids.js';
import { affectedDocument, combineDocument } from './overview.js';
import { planDocument } from './plan.js';
import { resultDocument } from './result.js';

/** A line for each document. What it says of a field may be relied upon; unknown fields must be accepted. */
const documents = {
  plan: planDocument,
  apply: resultDocument('apply'),
  restore: resultDocument('restore'),
  drift: driftDocument,
  diff: diffDocument,
  validate: validateDocument,
  ids: idsDocument,
  combine: combineDocument,
  affected: affectedDocument,
  init: filesDocument('init', 'The files that a new repository begins with.'),
  import: filesDocument('import', 'The vocabularies that were made of an account, or of files of words.'),
  fmt: filesDocument('fmt', 'The files that were brought into the canonical form, or should be.'),
  doctor: doctorDocument,
  eval: evalDocument,
  error: errorDocument,
} as const satisfies Readonly<Record<string, z.ZodType>>;

export type DocumentName = keyof typeof documents;

/** A JSON Schema, draft 7, as those of the files that people write. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What a reader of a document may rely on. */
export function documentJsonSchema(name: DocumentName): JsonSchema {
  const { $schema, title, description, ...rest } = z.toJSONSchema(documents[name], {
    target: 'draft-7',
    override: dropNoise,
  });
  // For people, who begin to read at the top.
  return { $schema, $id: schemaUrl(name), title, description, ...rest };
}

/** What only says how large a number of JavaScript can be, and that the names of fields are texts. */
function dropNoise({ jsonSchema }: { readonly jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  delete jsonSchema.propertyNames;
}
