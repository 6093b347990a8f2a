import { asWarning } from '../../model/diagnostic.js';
import type { Reporting } from '../reading.js';
import { locationAt } from '../text/source.js';
import type { MappingTree, Tree } from '../text/tree.js';

/** Lists and mappings of a vocabulary's file, or of the vendor's answers, that hold no words. */
const noWords: readonly string[] = [
  'include',
  'target_models',
  'previous_prefixes',
  'vocabulary_id',
  'usage',
  'headers',
];

/** Reports what an included file has beside its words that may be words too: nothing of it is read, and nobody would notice. */
export function reportBeside({ pairs }: MappingTree, read: string, { source, report }: Reporting): void {
  for (const { key, keyStart, value } of pairs) {
    if (key === read || noWords.includes(key) || !mayBeWords(value)) continue;
    const draft = {
      rule: 'include-unread',
      message: `what stands under "${key}" is not read: of this file only what is under "${read}" is`,
      hint: `put its words under ${read} too, or into a file of their own`,
    };
    report(asWarning(draft, locationAt(source, keyStart)));
  }
}

function mayBeWords(value: Tree): boolean {
  if (value.kind === 'list') return value.items.length > 0;
  return value.kind === 'mapping' && value.pairs.length > 0;
}
