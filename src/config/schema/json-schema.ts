import * as z from 'zod/mini';
import { configSchema } from './config-schema.js';
import { vocabularySchema } from './vocabulary-schema.js';

/** A JSON Schema, draft 7: what the editors' YAML extensions read. */
export type JsonSchema = Readonly<Record<string, unknown>>;

export function configJsonSchema(): JsonSchema {
  return jsonSchemaOf(configSchema);
}

export function vocabularyJsonSchema(): JsonSchema {
  return jsonSchemaOf(vocabularySchema);
}

function jsonSchemaOf(schema: z.ZodMiniType): JsonSchema {
  // What a user writes: before defaults and before a duration has become a number.
  return z.toJSONSchema(schema, { io: 'input', target: 'draft-7', override: dropNoise });
}

/** Bounds that only say what a JavaScript number can hold, and that keys are texts. */
function dropNoise({ jsonSchema }: { readonly jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  const { propertyNames } = jsonSchema;
  if (typeof propertyNames === 'object' && propertyNames.pattern === undefined)
    delete jsonSchema.propertyNames;
}
