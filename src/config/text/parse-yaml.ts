import { asError, type DiagnosticDraft, type Report } from '../../model/diagnostic.js';
import { type ScannedHotwords, scanHotwords } from './scan-hotwords.js';
import { scanHarmless, scanMapping } from './scan-mapping.js';
import { locationAt, type Source } from './source.js';
import { type MappingTree, pairOf, show, type Tree } from './tree.js';

/**
 * A YAML text as a tree, within the caps on depth, size and aliases; null, and diagnostics, when it is not one. Most texts
 * are plain enough to be scanned, and the parser is loaded for the others only: it is a third of what reads a
 * configuration.
 */
export async function parseYaml(source: Source, report: Report): Promise<Tree | null> {
  const scanned = scanHotwords(source.text);
  const quick = scanned === null ? scanMapping(source.text) : await combine(scanned, source);
  return quick ?? (await parseSlowly(source, report));
}

/** A YAML file whose outermost value must be a mapping. */
export async function parseMapping(source: Source, report: Report): Promise<MappingTree | null> {
  const tree = await parseYaml(source, report);
  if (tree === null || tree.kind === 'mapping') return tree;
  report(asError(noMapping(show(tree)), locationAt(source, tree.start)));
  return null;
}

async function parseSlowly(source: Source, report: Report): Promise<Tree | null> {
  const { parseWhole } = await import('./parse-whole.js');
  return parseWhole(source, report);
}

/** The scanned list inside the rest of its file; null when the parser sees the rest in any other way. */
async function combine({ list, rest }: ScannedHotwords, source: Source): Promise<Tree | null> {
  if (rest === null) return list;
  let isDoubtful = false;
  const root =
    scanHarmless(rest.text) ??
    (await parseSlowly({ ...source, text: rest.text }, () => {
      isDoubtful = true;
    }));
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
