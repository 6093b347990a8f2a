import { Ajv, type ErrorObject } from 'ajv';
import { type DocumentName, documentJsonSchema } from '../../src/documents/json-schema.js';

/** What ajv objects to in a document; null when it objects to nothing. */
type Validator = (document: unknown) => ErrorObject[] | null;

/** Takes what a reader may meet: fields that the schema does not describe are none of its business. */
export function openValidator(name: DocumentName): Validator {
  return validatorOf(documentJsonSchema(name));
}

/** Objects to each field that the schema does not describe. */
export function strictValidator(name: DocumentName): Validator {
  return validatorOf(closed(documentJsonSchema(name)) as object);
}

function validatorOf(schema: object): Validator {
  const isValid = new Ajv({
    allErrors: true,
    strict: true,
    strictTypes: false,
    strictRequired: false,
  }).compile(schema);
  return (document) => (isValid(document) ? null : (isValid.errors ?? []));
}

/** The schema with every object that has known fields closed against others. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return 'properties' in schema ? { ...inner, additionalProperties: false } : inner;
}
