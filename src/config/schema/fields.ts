import * as z from 'zod';
import { longestDurationText, parseDuration } from '../../model/time/duration.js';
import { booleanOf, type ScalarTree, wholeNumberOf } from '../text/tree.js';

// The building blocks of schema.ts. A schema is given lists, objects and, as leaves, scalars with their source
// (structure.ts): the field decides how a scalar is read. `expected` continues the sentence "… must be".

/** Any text. `prefix: 1e3` and `name: on` are texts too. */
export function text(expected: string) {
  return z.preprocess(readText, z.string({ error: expected }).min(1, { error: expected }));
}

/** A text of a given form. */
export function pattern(form: RegExp, expected: string) {
  return z.preprocess(readText, z.string({ error: expected }).regex(form, { error: expected }));
}

/** A whole number within bounds, in digits and without quotes. */
export function integer(least: number, most: number) {
  const expected = `a whole number from ${least} to ${most}`;
  return z.preprocess(
    readInteger,
    z.int({ error: expected }).min(least, { error: expected }).max(most, { error: expected }),
  );
}

/** A duration with its unit, in milliseconds. */
export function duration() {
  const expected = `a duration such as 90s, 5m or 1h, of at most ${longestDurationText}`;
  return pattern(/^\d+(?:\.\d+)?(?:ms|s|m|h)$/, expected)
    .refine((written) => parseDuration(written) !== null, { error: expected })
    .transform((written) => parseDuration(written) ?? 0);
}

/** A share of something with its percent sign, 0 to 1. */
export function share() {
  return pattern(/^(?:100|\d{1,2}(?:\.\d+)?)%$/, 'a share from 0% to 100%').transform(
    (written) => Number(written.slice(0, -1)) / 100,
  );
}

/** One whole number and no other. */
export function exactly(value: number) {
  return z.preprocess(readInteger, z.literal(value, { error: String(value) }));
}

/** true or false, without quotes. */
export function flag() {
  return z.preprocess(readFlag, z.boolean({ error: 'true or false' }));
}

export function choice<const Values extends readonly string[]>(values: Values) {
  return z.preprocess(readText, z.enum(values, { error: `one of ${values.join(', ')}` }));
}

export function list<Item extends z.ZodType>(item: Item, expected: string) {
  return z.preprocess(refuseScalar, z.array(item, { error: expected }));
}

/** A mapping that takes these keys and no others. The message for an unknown key is the list of the known ones. */
export function mapping<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const known = Object.keys(shape).join(', ');
  const explain = ({ code }: { readonly code: string }) =>
    code === 'unrecognized_keys' ? known : `a mapping with the keys ${known}`;
  return z.preprocess(refuseScalar, z.strictObject(shape, { error: explain }));
}

/** A mapping whose keys are names of a given form. */
export function record<Value extends z.ZodType>(
  value: Value,
  expected: string,
  name: { readonly form: RegExp; readonly expected: string },
) {
  const explain = ({ code }: { readonly code: string }) =>
    code === 'invalid_key' ? name.expected : expected;
  return z.preprocess(refuseScalar, z.record(z.string().regex(name.form), value, { error: explain }));
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
