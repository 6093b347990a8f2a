import type * as z from 'zod/mini';
import { asError, type Diagnostic } from '../../model/diagnostic.js';
import { didYouMean } from '../../model/text/closest.js';
import { shareMeant } from '../../model/text/percent.js';
import { locate, locateKey, type Path, pathText } from '../text/locate.js';
import { fullWidthIn, slipOfKey } from '../text/slips.js';
import { locationAt, type Source } from '../text/source.js';
import { show, type Tree } from '../text/tree.js';
import { shareExpected } from './fields.js';

/** What a schema found wrong with a tree, each at its place. The messages of fields.ts say what was expected. */
export function explain(issues: readonly z.core.$ZodIssue[], root: Tree, source: Source): Diagnostic[] {
  return issues.flatMap((issue) => {
    const { path, message } = issue;
    const inside = issue.code === 'invalid_union' ? insideOf(issue) : [];
    if (inside.length > 0) return explain(inside, root, source);
    if (issue.code === 'invalid_key') return [wrongKey(path, message, { root, source })];
    if (issue.code !== 'unrecognized_keys') return [wrongValue(path, message, { root, source })];
    const known = message.split(', ');
    return issue.keys.map((key) => unknownKey(key, known, { path, root, source }));
  });
}

/**
 * Finds the one choice of a union that fits but for something inside it: whoever writes a mapping with a misspelt key
 * wants to hear of the key, and not that a path would do too.
 */
function insideOf({ path, errors }: z.core.$ZodIssueInvalidUnion): z.core.$ZodIssue[] {
  const near = errors.find((issues) =>
    issues.every((issue) => issue.path.length > 0 || issue.code === 'unrecognized_keys'),
  );
  return (near ?? []).map((issue) => ({ ...issue, path: [...path, ...issue.path] }));
}

interface Where {
  readonly root: Tree;
  readonly source: Source;
}

function wrongValue(path: Path, expected: string, { root, source }: Where): Diagnostic {
  const name = pathText(path);
  const { tree, offset } = locate(root, path);
  const location = locationAt(source, offset);
  if (tree === null) {
    const key = String(path.at(-1));
    const hint = /^\w+$/.test(expected) ? `add \`${key}: ${expected}\`` : `add \`${key}:\` and ${expected}`;
    return asError({ rule: 'missing-key', message: `${name} is missing`, hint }, location);
  }
  const message = `${name} must be ${expected}; it is ${show(tree)}`;
  const hint = isQuotedByMistake(tree) ? `write ${expected}; without quotes` : `write ${expected}`;
  return asError(
    {
      rule: 'invalid-value',
      message,
      hint: percentMissing(expected, tree) ?? spaceMissing(expected, tree) ?? hint,
    },
    location,
  );
}

/** Whoever leaves the sign out may mean 0.9 of all or 90 of a hundred. */
function percentMissing(expected: string, tree: Tree): string | null {
  const meant = expected === shareExpected && tree.kind === 'scalar' ? shareMeant(tree.text.trim()) : null;
  return meant === null ? null : `write ${meant}`;
}

/** A dash of any width that has no plain space behind it is a part of the text, and so are all items that begin so. */
function spaceMissing(expected: string, tree: Tree): string | null {
  const isDashed = tree.kind === 'scalar' && tree.style === 'plain' && /^[-－–—•]/.test(tree.text);
  return isDashed && expected.startsWith('a list') ? 'begin each item with a dash and a space: `- `' : null;
}

function wrongKey(path: Path, expected: string, { root, source }: Where): Diagnostic {
  const within = path.slice(0, -1);
  const key = String(path.at(-1));
  const message = `a name in ${pathText(within)} must be ${expected}; it is ${JSON.stringify(key)}`;
  const location = locationAt(source, locateKey(root, within, key));
  return asError({ rule: 'invalid-value', message, hint: `write ${expected}` }, location);
}

/** No text is refused for looking like this, so the field wants none. */
function isQuotedByMistake(tree: Tree): boolean {
  return tree.kind === 'scalar' && tree.style === 'quoted' && /^(?:[-+]?[0-9]+|true|false)$/.test(tree.text);
}

function unknownKey(
  key: string,
  known: readonly string[],
  { path, root, source }: Where & { readonly path: Path },
): Diagnostic {
  const within = path.length === 0 ? '' : ` in ${pathText(path)}`;
  const message = `unknown key ${JSON.stringify(key)}${within}`;
  const slip = slipOfKey(key, known) ?? fullWidthIn(key);
  const hint =
    slip?.hint ??
    didYouMean(key, known) ??
    endOfKey(key, known) ??
    `delete it; the keys here are ${known.join(', ')}`;
  return asError({ rule: 'unknown-key', message, hint }, locationAt(source, locateKey(root, path, key)));
}

/** People leave out what seems clear: `words` for `hotwords`, `model` for `target_model`. */
function endOfKey(key: string, known: readonly string[]): string | null {
  const meant = key.length < 4 ? undefined : known.find((whole) => whole.endsWith(key));
  return meant === undefined ? null : `did you mean "${meant}"?`;
}
