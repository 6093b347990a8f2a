import type { Change, Handover } from '../model/change.js';
import { diffHotwords } from './diff-hotwords.js';

/**
 * To the account a list for another model is a new one, and all its words come; to whoever uses it, it takes another
 * list's place, and what matters is how the two differ.
 */
export function withHandovers(changes: readonly Change[]): Change[] {
  return changes.map((change) =>
    change.action === 'create' ? { ...change, replaces: handoverOf(change, changes) } : change,
  );
}

/** From the first where several are replaced: two lists have no order between them that a difference could have. */
function handoverOf({ address, after }: Change, changes: readonly Change[]): Handover | null {
  const old = changes.find(({ replaced_by }) => replaced_by === address);
  if (after === null || old === undefined || old.before === null) return null;
  return { address: old.address, hotwords: diffHotwords(old.before.hotwords, after.hotwords) };
}
