import type * as z from 'zod/mini';
import type { Reporting } from '../reading.js';
import { locate, pathText } from '../text/locate.js';
import type { MappingTree } from '../text/tree.js';
import { configSchema, dispensableKeys, type RawConfig } from './config-schema.js';
import { once } from './fields.js';
import { explain } from './issues.js';

type Structure = Readonly<Record<string, unknown>>;

const variablePath = 'account.api_key_env';

/**
 * Applies the schema. What is wrong is reported and, where the rest means the same without it, left out, so that
 * the rest is still checked. Null: too much is wrong for that.
 */
export function parseStructure(
  structure: Structure,
  root: MappingTree,
  { source, report }: Reporting,
): RawConfig | null {
  const parsed = configSchema.safeParse(structure, once);
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const unsaid = issues.filter((issue) => !isSaid(issue, root));
  for (const diagnostic of explain(unsaid, root, source)) report(diagnostic);
  const rest = issues.reduce<Structure | null>(leaveOut, structure);
  return rest === null ? null : (configSchema.safeParse(rest, once).data ?? null);
}

/** keys-in-config.ts has said that this is no name of a variable. */
function isSaid({ path }: z.core.$ZodIssue, root: MappingTree): boolean {
  const tree = locate(root, path).tree;
  return pathText(path) === variablePath && tree?.kind === 'scalar' && tree.text !== '';
}

function leaveOut(structure: Structure | null, { code, path, ...issue }: z.core.$ZodIssue): Structure | null {
  if (structure === null) return null;
  const [key] = path;
  if (code === 'unrecognized_keys' && 'keys' in issue) return without(structure, path, issue.keys);
  // Each line under `rules` is about another rule.
  if (key === 'rules' && path[1] !== undefined) return without(structure, ['rules'], [String(path[1])]);
  if (dispensableKeys().includes(String(key))) return without(structure, [], [String(key)]);
  return pathText(path) === variablePath ? without(structure, ['account'], ['api_key_env']) : null;
}

/** A copy in which the object at the end of the path lacks the keys. */
function without(structure: Structure, path: readonly PropertyKey[], keys: readonly string[]): Structure {
  const [step, ...rest] = path;
  if (step === undefined) {
    return Object.fromEntries(Object.entries(structure).filter(([key]) => !keys.includes(key)));
  }
  const inner = structure[String(step)];
  if (typeof inner !== 'object' || inner === null) return structure;
  const lacking = without(inner as Structure, rest, keys);
  const whole = Array.isArray(inner) ? Object.values(lacking) : lacking;
  return { ...structure, [String(step)]: whole };
}
