import { Ajv, type ErrorObject } from 'ajv';
import { type DocumentName, documentJsonSchema } from '../../src/documents/json-schema.js';

/** What ajv objects to in a document; null when it objects to nothing. */
type Validator = (document: unknown) => ErrorObject[] | null;

/** Takes what a reader may meet: fields that the schema does not describe are none of its business. */
export const openValidator = once((name) => validatorOf(documentJsonSchema(name)));

/** Objects to each field that the schema does not describe. */
export const strictValidator = once((name) => validatorOf(closed(documentJsonSchema(name)) as object));

/** To compile a schema takes longer than all that is held against it. */
function once(make: (name: DocumentName) => Validator): (name: DocumentName) => Validator {
  const made = new Map<DocumentName, Validator>();
  return (name) => {
    const validator = made.get(name) ?? make(name);
    made.set(name, validator);
    return validator;
  };
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
