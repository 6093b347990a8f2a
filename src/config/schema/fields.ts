import * as z from 'zod/mini';
import { prefixForm } from '../../model/observed.js';
import { parseShare, sharePattern } from '../../model/text/percent.js';
import { longestDurationText, parseDuration } from '../../model/time/duration.js';
import { booleanOf, type ScalarTree, wholeNumberOf } from '../text/tree.js';

// The building blocks of the schemas. A schema is given lists, objects and, as leaves, scalars with their source
// (structure.ts): the field decides how a scalar is read. `expected` continues the sentence "… must be".

/** Any text. `prefix: 1e3` and `name: on` are texts too. */
export function text(expected: string) {
  return z.pipe(
    z.transform(readText),
    z.string({ error: expected }).check(z.minLength(1, { error: expected, abort: true })),
  );
}

/** A text of a given form. */
export function pattern(form: RegExp, expected: string) {
  return z.pipe(
    z.transform(readText),
    z.string({ error: expected }).check(z.regex(form, { error: expected, abort: true })),
  );
}

/** A whole number within bounds, in digits and without quotes. */
export function integer(least: number, most: number) {
  const expected = `a whole number from ${least} to ${most}`;
  return z.pipe(
    z.transform(readInteger),
    z.int({ error: expected }).check(z.gte(least, { error: expected }), z.lte(most, { error: expected })),
  );
}

/** A duration with its unit, in milliseconds. */
export function duration() {
  const expected = `a duration such as 90s, 5m or 1h, of at most ${longestDurationText}`;
  return z.pipe(
    pattern(/^\d+(?:\.\d+)?(?:ms|s|m|h)$/, expected).check(
      z.refine((written) => parseDuration(written) !== null, { error: expected }),
    ),
    z.transform((written) => parseDuration(written) ?? 0),
  );
}

/** How messages call what `share` takes. */
export const shareExpected = 'a share from 0% to 100%';

/** A share of something with its percent sign, 0 to 1. */
export function share() {
  return z.pipe(
    pattern(sharePattern, shareExpected),
    z.transform((written) => parseShare(written) ?? 0),
  );
}

/** One whole number and no other. */
export function exactly(value: number) {
  return z.pipe(z.transform(readInteger), z.literal(value, { error: String(value) }));
}

/** true or false, without quotes. */
export function flag() {
  return z.pipe(z.transform(readFlag), z.boolean({ error: 'true or false' }));
}

export function choice<const Values extends readonly string[]>(values: Values) {
  return z.pipe(z.transform(readText), z.enum(values, { error: `one of ${values.join(', ')}` }));
}

export function list<Item extends z.ZodMiniType>(item: Item, expected: string) {
  return z.pipe(z.transform(refuseScalar), z.array(item, { error: expected }));
}

/** A mapping that takes these keys and no others. The message for an unknown key is the list of the known ones. */
export function mapping<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const known = Object.keys(shape).join(', ');
  const explain = ({ code }: { readonly code: string }) =>
    code === 'unrecognized_keys' ? known : `a mapping with the keys ${known}`;
  return z.pipe(z.transform(refuseScalar), z.strictObject(shape, { error: explain }));
}

/** A mapping whose keys are names of a given form. */
export function record<Value extends z.ZodMiniType>(
  value: Value,
  expected: string,
  name: { readonly form: RegExp; readonly expected: string },
) {
  const explain = ({ code }: { readonly code: string }) =>
    code === 'invalid_key' ? name.expected : expected;
  return z.pipe(
    z.transform(refuseScalar),
    z.record(z.string().check(z.regex(name.form)), value, { error: explain }),
  );
}

/**
 * Makes a schema when the first value for it is seen. To make all of them takes longer than to read a configuration that has
 * none of what they are for.
 */
export function later<Schema extends z.ZodMiniType>(make: () => Schema) {
  return z.lazy(make);
}

/** What is told of a schema stays with it, so that each key has one of its own. */
export const path = () => text('a path');

/** The name of something that the configuration calls by it; it becomes a part of names of variables and files. */
export const name = () =>
  pattern(
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/,
    '1 to 63 letters of ASCII, digits and - _ . that begin with a letter or digit',
  );

/** Far above any weight that a model takes; the rules say which it does. */
export const mostWeight = 1000;

/** For editors only: desired/rules says more about a bad prefix than a pattern can. */
export const prefixShape = { pattern: prefixForm.source };

/** How a schema is applied once or twice: zod would write and compile a program for each, 4 ms in all. */
export const once = { jitless: true } as const;

/** What an editor shows of a key: a description, and what else its JSON Schema says. */
export type Told = { readonly description?: string } & Readonly<Record<string, unknown>>;

/** Says of a schema what an editor shows. It is the very schema that was given: a copy would cost as much as making it. */
export function told<Schema extends z.ZodMiniType>(schema: Schema, said: string | Told): Schema {
  z.globalRegistry.add(schema, typeof said === 'string' ? { description: said } : { ...said });
  return schema;
}

function readText(value: unknown): unknown {
  return isScalar(value) && value.style !== 'literal' ? value.text : value;
}

function readInteger(value: unknown): unknown {
  return isScalar(value) ? (wholeNumberOf(value) ?? value.text) : value;
}

function readFlag(value: unknown): unknown {
  return isScalar(value) ? (booleanOf(value) ?? value.text) : value;
}

/** A scalar is an object, and would pass for a mapping. */
function refuseScalar(value: unknown): unknown {
  return isScalar(value) ? value.text : value;
}

function isScalar(value: unknown): value is ScalarTree {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'scalar';
}
