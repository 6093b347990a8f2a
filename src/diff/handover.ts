import { type Change, type Handover, sameKey, takesOver } from '../model/change.js';
import type { DesiredList } from '../model/desired.js';
import type { InstantWords } from '../model/instant/instant-words.js';
import { diffHotwords, diffTexts } from './diff-hotwords.js';

/**
 * Adds what has to be seen of two lists at once. To the account a list for another model is a new one, and all its words
 * come; to whoever uses it, it takes another list's place, and what matters is how the two differ. Of a rival, whoever
 * has to decide whose list it is wants to see how it differs from the one that is bound.
 */
export function withHandovers(changes: readonly Change[]): Change[] {
  return changes.map((change) => {
    if (change.action === 'create') return { ...change, replaces: handoverOf(change, changes) };
    return change.reason === 'rival' ? { ...change, differs_from: rivalryOf(change, changes) } : change;
  });
}

/** From the first where several are replaced: two lists have no order between them that a difference could have. */
function handoverOf(change: Change, changes: readonly Change[]): Handover | null {
  return handover(
    changes.find(({ replaced_by }) => replaced_by === change.address) ??
      changes.find((old) => takesOver(change, old)),
    change.after,
  );
}

function rivalryOf(rival: Change, changes: readonly Change[]): Handover | null {
  return handover(
    changes.find((change) => change.after !== null && sameKey(change, rival)),
    rival.before,
  );
}

/** null where there is nothing to compare. */
function handover(from: Change | undefined, to: Pick<DesiredList, 'hotwords'> | null): Handover | null {
  if (!from?.before || to === null) return null;
  return { address: from.address, hotwords: diffHotwords(from.before.hotwords, to.hotwords) };
}

/**
 * Adds to new lists how they differ from the words that went with requests before, where their vocabulary was instant. Only a
 * comparison can know that: the account has never heard of those words.
 */
export function withInstantHandovers(changes: readonly Change[], before: readonly InstantWords[]): Change[] {
  const was = new Map<string | null, InstantWords>(before.map((words) => [words.name, words]));
  return changes.map((change) => {
    const { action, name, after, replaces } = change;
    const old = was.get(name);
    if (action !== 'create' || after === null || replaces !== null || old === undefined) return change;
    return { ...change, replaces: { address: old.name, hotwords: diffTexts(old.hotwords, after.hotwords) } };
  });
}
