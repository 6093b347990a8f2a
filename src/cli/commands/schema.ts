import { configJsonSchema, vocabularyJsonSchema } from '../../config/schema/json-schema.js';
import { documentJsonSchema } from '../../documents/json-schema.js';
import type { DocumentKind } from '../../report/json/envelope.js';
import type { Context } from '../context.js';
import { type ExitCode, exitCodes } from '../exit-code.js';

export type SchemaName = 'config' | 'vocabulary' | DocumentKind;

/** Prints the JSON Schema of a file that people write, or of a document that programs read. */
export async function schema(name: SchemaName, { stdout }: Context): Promise<ExitCode> {
  stdout.write(`${JSON.stringify(schemaOf(name), null, 2)}\n`);
  return exitCodes.done;
}

function schemaOf(name: SchemaName): object {
  if (name === 'config') return configJsonSchema();
  if (name === 'vocabulary') return vocabularyJsonSchema();
  return documentJsonSchema(name);
}
