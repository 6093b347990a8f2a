import { asError, type DiagnosticDraft, type Report } from '../../model/diagnostic.js';
import { type ScannedHotwords, scanHotwords } from './scan-hotwords.js';
import { scanHarmless, scanMapping } from './scan-mapping.js';
import { locationAt, type Source } from './source.js';
import { type MappingTree, pairOf, show, type Tree } from './tree.js';
import { type ParsedText, parseDocument } from './yaml-document.js';
import { treeOf } from './yaml-tree.js';

export interface ParsedTree extends Pick<ParsedText, 'tokens'> {
  readonly tree: Tree;
}

/** A YAML text as a tree, within the caps on depth, size and aliases; null, and diagnostics, when it is not one. */
export function parseYaml(source: Source, report: Report): Tree | null {
  const scanned = scanHotwords(source.text);
  const quick = scanned === null ? scanMapping(source.text) : combine(scanned, source);
  return quick ?? parseWhole(source, report);
}

/** A YAML file whose outermost value must be a mapping. */
export function parseMapping(source: Source, report: Report): MappingTree | null {
  const tree = parseYaml(source, report);
  if (tree === null || tree.kind === 'mapping') return tree;
  report(asError(noMapping(show(tree)), locationAt(source, tree.start)));
  return null;
}

/**
 * The slow way, which is always right.
 * @internal what the fast way is held against
 */
export function parseWhole(source: Source, report: Report): Tree | null {
  return parseWithTokens(source, report)?.tree ?? null;
}

/** A YAML text as a tree, beside the tokens it is made of; null, and diagnostics, when it is not one. */
export function parseWithTokens(source: Source, report: Report): ParsedTree | null {
  const parsed = parseDocument(source, report);
  const tree = parsed === null ? null : treeOf(parsed.contents, source, report);
  return parsed === null || tree === null ? null : { tree, tokens: parsed.tokens };
}

/** The scanned list inside the rest of its file; null when the parser sees the rest in any other way. */
function combine({ list, rest }: ScannedHotwords, source: Source): Tree | null {
  if (rest === null) return list;
  let isDoubtful = false;
  const root =
    scanHarmless(rest.text) ??
    parseWhole({ ...source, text: rest.text }, () => {
      isDoubtful = true;
    });
  return isDoubtful || root?.kind !== 'mapping' ? null : graft(root, list, rest.keyStart);
}

function graft(root: MappingTree, list: Tree, keyStart: number): Tree | null {
  const pair = pairOf(root, 'hotwords');
  if (pair?.keyStart !== keyStart || pair.value.kind !== 'list' || pair.value.items.length > 0) return null;
  const pairs = root.pairs.map((other) => (other === pair ? { ...pair, value: list } : other));
  return { ...root, pairs };
}

function noMapping(found: string): DiagnosticDraft {
  return {
    rule: 'invalid-value',
    message: `the file must hold a mapping; it holds ${found}`,
    hint: 'begin it with a key such as version: (a configuration) or name: (a vocabulary)',
  };
}
