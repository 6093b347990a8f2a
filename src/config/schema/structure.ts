import { asError, type Report } from '../../model/diagnostic.js';
import type { Reporting } from '../reading.js';
import { locationAt, type Source } from '../text/source.js';
import type { MappingTree, Tree } from '../text/tree.js';

/** Far more than a configuration needs; zod and its issues are for thousands of values, not for millions. */
const maxValues = 20_000;

interface Build {
  readonly source: Source;
  readonly report: Report;
  left: number;
}

/**
 * A mapping as the schemas take it: objects, arrays, and scalars as they are in the tree. The list under `apart` is
 * left empty: it is long, and read by other means. Null, and a diagnostic, for more values than anybody writes.
 */
export function structureOf(
  root: MappingTree,
  apart: string,
  context: Reporting,
): Readonly<Record<string, unknown>> | null {
  const build: Build = { ...context, left: maxValues };
  const pairs = root.pairs.map((pair) =>
    pair.key === apart && pair.value.kind === 'list'
      ? { ...pair, value: { ...pair.value, items: [] } }
      : pair,
  );
  const structure = objectOf({ ...root, pairs }, build);
  if (build.left >= 0) return structure;
  context.report(asError(tooLarge, locationAt(context.source, root.start)));
  return null;
}

function valueOf(tree: Tree, build: Build): unknown {
  if (--build.left < 0) return null;
  switch (tree.kind) {
    case 'scalar':
      return tree;
    case 'list':
      return tree.items.map((item) => valueOf(item, build));
    case 'mapping':
      return objectOf(tree, build);
  }
}

function objectOf({ pairs }: MappingTree, build: Build): Readonly<Record<string, unknown>> {
  const values: [string, unknown][] = [];
  for (const { key, keyStart, value } of pairs) {
    // Schemas of open mappings pass over this key in silence.
    if (key === '__proto__') build.report(asError(reservedKey, locationAt(build.source, keyStart)));
    else values.push([key, valueOf(value, build)]);
  }
  return Object.fromEntries(values);
}

const reservedKey = {
  rule: 'unknown-key',
  message: 'unknown key "__proto__"',
  hint: 'delete it',
};
const tooLarge = {
  rule: 'file-too-large',
  message: `the file has more than ${maxValues} values beside its hotwords`,
  hint: 'split it into several files',
};
