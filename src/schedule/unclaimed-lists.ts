import type { Change } from '../model/change.js';
import type { Delivery } from '../model/config.js';
import { type DesiredList, howToClaim } from '../model/desired.js';
import { asWarning, type Diagnostic } from '../model/diagnostic.js';
import { countLost } from '../model/hotword.js';
import type { InstantChange } from '../model/instant/instant-change.js';
import type { InstantWords } from '../model/instant/instant-words.js';
import { nameOf, type ObservedList } from '../model/observed.js';
import { usersNamed } from '../model/text/users-named.js';

/*
 * An orphan goes at once, and its consumers hear nothing until they have the id of another list. When a vocabulary is given
 * another prefix, or becomes instant, and does not name the old prefix, that is what becomes of the list it had. Nothing says
 * so but the words: a vocabulary that is new to the account and has those of an orphan may have been it.
 */

/** A vocabulary that has nothing in the account yet. */
type Heir = Pick<DesiredList, 'name' | 'hotwords' | 'previous_prefixes' | 'consumers' | 'location'> & {
  readonly delivery: Delivery;
  /** The model of a list; null: the words are sent. */
  readonly target_model: string | null;
  /** The models that its words are sent with; none of a list. */
  readonly sent_with: readonly string[];
};

/** Said behind its name. */
const ways: Readonly<Record<Delivery, string>> = {
  list: 'which gets a new list',
  instant: 'which is instant',
};

/** Lists that nothing claims although a vocabulary has their words. */
export function unclaimedLists(changes: readonly Change[], instant: readonly InstantChange[]): Diagnostic[] {
  const heirs = [
    ...instant.flatMap(({ after }) => (after === null ? [] : sent(after))),
    ...changes.flatMap(made),
  ];
  return changes.flatMap((change) => unclaimed(change, heirs));
}

function sent(words: InstantWords): Heir {
  return { ...words, delivery: 'instant', target_model: null, sent_with: words.target_models };
}

/** Whether a vocabulary that gets a list may have had this one, and is used: then it is not what nobody needs. */
export function mayBeUsed(change: Change, changes: readonly Change[]): boolean {
  const used = changes.filter(({ consumers }) => consumers.length > 0);
  return unclaimed(change, used.flatMap(made)).length > 0;
}

/** Whatever replaces another list has claimed one. */
function made({ action, after, replaces }: Change): Heir[] {
  if (action !== 'create' || after === null || replaces !== null) return [];
  return [{ ...after, delivery: 'list', sent_with: [] }];
}

function unclaimed({ reason, action, before }: Change, heirs: readonly Heir[]): Diagnostic[] {
  if (reason !== 'orphan' || before === null || before.hotwords.length === 0) return [];
  const isOther = ({ target_model }: Heir) => Number(target_model !== before.target_model);
  const [heir] = heirs.toSorted(
    (one, other) => lacking(before, one) - lacking(before, other) || isOther(one) - isOther(other),
  );
  if (heir === undefined || !mayBeHeir(before, heir)) return [];
  const { name, delivery, consumers, location } = heir;
  const has = `${before.hotwords.length - lacking(before, heir)} of its ${before.hotwords.length} words`;
  const fate =
    action === 'delete' ? 'is deleted as an orphan' : 'is an orphan, and would go with prune: true';
  return [
    asWarning(
      {
        rule: 'previous-prefix-missing',
        message: `${nameOf(before)} ${fate}, though ${name}, ${ways[delivery]}, has ${has}: if it was this list, ${usersNamed(consumers)} may still use it`,
        hint: howToClaim(heir, before.prefix),
      },
      location,
    ),
  ];
}

/** Half the words, or any where they are sent with a model that the list is for: lists of one model have words in common. */
function mayBeHeir(list: ObservedList, heir: Heir): boolean {
  const missing = lacking(list, heir);
  if (missing <= list.hotwords.length / 2) return true;
  return missing < list.hotwords.length && heir.sent_with.includes(list.target_model);
}

function lacking({ hotwords }: ObservedList, heir: Heir): number {
  return countLost(hotwords, heir.hotwords);
}
