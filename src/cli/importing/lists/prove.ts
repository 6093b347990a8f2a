import type { Change } from '../../../model/change.js';
import { type Account, nameOf } from '../../../model/observed.js';
import { noShaping, type Plan } from '../../../model/plan.js';
import type { Checked } from '../../../pipelines/check.js';
import { plan, type Session } from '../../../pipelines/reconcile.js';

/**
 * Plans what was composed against the account as it was read: nobody is asked again, so nothing can come between. null:
 * the configuration names no vocabulary yet.
 */
export async function prove({ desired }: Checked, session: Session, account: Account): Promise<Plan | null> {
  if (desired === null) return null;
  const asRead = { ...session, readAccount: async () => account };
  return plan(desired, asRead, { shaping: noShaping, allow: [] });
}

/** Says that a plan does nothing, or what it does and why, a sentence each. */
export function proofNotes(proof: Plan): string[] {
  const said = [...proof.changes.flatMap((change) => noteOn(change, proof)), ...proof.blocked.map(blockNote)];
  const { length } = proof.steps;
  if (proof.blocked.length > 0) return ['A plan of this is blocked:', ...said];
  if (length === 0)
    return ['A plan of this does nothing: the account is as the configuration asks.', ...said];
  return [`A plan of this has ${length === 1 ? '1 step' : `${length} steps`}:`, ...said];
}

/** How the account differs from the words of a vocabulary: `2 words more, 1 fewer, 1 changed`. */
export function differenceOf({ hotwords }: Change): string {
  // What apply would remove the account has more.
  const { added, removed, changed } = hotwords;
  const parts = [
    removed.length === 0 ? [] : [`${removed.length} more`],
    added.length === 0 ? [] : [`${added.length} fewer`],
    changed.length === 0 ? [] : [`${changed.length} otherwise`],
  ].flat();
  return parts.length === 0 ? 'the same words' : parts.join(', ');
}

function noteOn(change: Change, { instant }: Plan): string[] {
  const { action, address, before, reason } = change;
  const id = before === null ? '' : nameOf(before);
  const isSent = instant.some(({ name }) => name === change.replaced_by);
  const why = reason === 'superseded' && isSent ? sentByNow : reasonText(reason);
  switch (action) {
    case 'no-op':
      return [];
    case 'create':
      return [`${address} is in the configuration and not in the account: an apply makes it.`];
    case 'update':
      return [
        `${address}: the account holds ${differenceOf(change)} than its file (${id}); an apply overwrites that.`,
      ];
    case 'delete':
      return [`${id} would be deleted by an apply: ${why}.`];
    case 'keep':
      return [`${id} stays as it is: ${why}.`];
  }
}

/** Why a list stays or goes that is bound to no vocabulary. */
const reasonTexts: Partial<Readonly<Record<Change['reason'], string>>> = {
  rival: 'it has the prefix and the model of a vocabulary, and other words',
  duplicate: 'it has the prefix, the model and the words of another list',
  superseded:
    'it has the prefix of a vocabulary and another model, and `vocabsync apply --retire` would delete it; to keep it, add its model to `target_models`',
  orphan: 'it is in the namespace, and no vocabulary names it',
  removed: 'it is named under `removed`',
  protected: 'its prefix is under `protect`',
};

const sentByNow =
  'it has a previous prefix of an instant vocabulary, and `vocabsync apply --retire` deletes it once every program sends the words';

function reasonText(reason: Change['reason']): string {
  return reasonTexts[reason] ?? reason.replaceAll('_', ' ');
}

function blockNote({ message, hints }: Plan['blocked'][number]): string {
  return `Blocked: ${message}; ${hints.join(', or ')}.`;
}
