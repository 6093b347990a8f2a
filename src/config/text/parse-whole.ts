import type { Report } from '../../model/diagnostic.js';
import type { Source } from './source.js';
import type { Tree } from './tree.js';
import { type ParsedText, parseDocument } from './yaml-document.js';
import { treeOf } from './yaml-tree.js';

export interface ParsedTree extends Pick<ParsedText, 'tokens'> {
  readonly tree: Tree;
}

/** A YAML text as a tree, by the slow way, which is always right; null, and diagnostics, when it is not one. */
export function parseWhole(source: Source, report: Report): Tree | null {
  return parseWithTokens(source, report)?.tree ?? null;
}

/** The same beside the tokens that the text is made of. */
export function parseWithTokens(source: Source, report: Report): ParsedTree | null {
  const parsed = parseDocument(source, report);
  const tree = parsed === null ? null : treeOf(parsed.contents, source, report);
  return parsed === null || tree === null ? null : { tree, tokens: parsed.tokens };
}
