import { configJsonSchema, vocabularyJsonSchema } from '../../config/schema/json-schema.js';
import type { Context } from '../context.js';
import { type ExitCode, exitCodes } from '../exit-code.js';

export type SchemaName = 'config' | 'vocabulary';

/** Prints the JSON Schema that editors check a kind of file with. */
export async function schema(name: SchemaName, { stdout }: Context): Promise<ExitCode> {
  const document = name === 'config' ? configJsonSchema() : vocabularyJsonSchema();
  stdout.write(`${JSON.stringify(document, null, 2)}\n`);
  return exitCodes.done;
}
