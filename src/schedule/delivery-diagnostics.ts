import type { Change } from '../model/change.js';
import type { Desired } from '../model/desired.js';
import { asInfo, asWarning, type Diagnostic } from '../model/diagnostic.js';
import { countLost } from '../model/hotword.js';
import type { InstantChange } from '../model/instant/instant-change.js';
import type { InstantWords } from '../model/instant/instant-words.js';
import { nameOf } from '../model/observed.js';
import { listed, usersNamed } from '../model/text/users-named.js';

/*
 * What a plan says of words that move between a list and requests. Such a move is made by people: the account shows the list
 * and not who sends words. A plan can wait until they are published, see diff/changes, and not until they are deployed. It can
 * say, at each of the two steps, who must have done what before.
 */

export interface DeliveryInput {
  readonly desired: Pick<Desired, 'consumers' | 'policy'>;
  readonly instant: readonly InstantChange[];
}

export function deliveryDiagnostics(changes: readonly Change[], input: DeliveryInput): Diagnostic[] {
  const sent = input.instant.flatMap(({ after }) => after ?? []);
  return changes.flatMap((change) => [
    ...kept(change, sent, input),
    ...going(change, sent),
    ...leaving(change, sent, input),
    ...comingBack(change),
  ]);
}

/** The first step: both ways are open, and whoever deploys what is published takes the new one. */
function kept({ action, before, replacements, prefix }: Change, sent: Sent, input: DeliveryInput) {
  const instead = sent.filter(({ name }) => replacements.includes(name));
  if (action !== 'keep' || before === null || instead.length === 0) return [];
  const isProtected = input.desired.policy.protect.includes(prefix);
  return [
    asWarning({
      rule: 'list-until-deployed',
      message: `${nameOf(before)} is kept, for ${namesOf(instead)} ${isOrAre(instead)} instant now: ${usersOf(instead)} ${needs(instead)} the list until the published words are deployed`,
      hint: isProtected
        ? 'its prefix is under protect, so it keeps its slot after that too'
        : 'after that `vocabsync apply --retire` deletes it and frees its slot',
    }),
  ];
}

/** The second step, which nothing in the account holds back. */
function going({ action, reason, before, prefix }: Change, sent: Sent): Diagnostic[] {
  const instead = sent.filter(({ previous_prefixes }) => previous_prefixes.includes(prefix));
  if (action !== 'delete' || before === null || instead.length === 0) return [];
  return [
    asWarning({
      rule: 'deploy-first',
      message: `${nameOf(before)} goes: ${usersOf(instead)} must have deployed the published words of ${namesOf(instead)} already, for afterwards its id does nothing, and no request fails`,
      hint:
        reason === 'removed'
          ? 'otherwise take it from `removed` until they have'
          : `otherwise leave out ${flagFor(reason)} until they have`,
    }),
  ];
}

function flagFor(reason: Change['reason']): string {
  return reason === 'delete_first' ? '`--delete-first`' : '`--retire`';
}

/** An update takes effect at once, and a deploy does not. */
function leaving({ action, address, before, after }: Change, sent: Sent, { desired }: DeliveryInput) {
  if (action !== 'update' || before === null || after === null) return [];
  const users = desired.consumers.filter(({ list }) => list === address);
  const instead = sent.filter(({ name }) => users.some(({ instant }) => instant.includes(name)));
  const words = instead.flatMap(({ hotwords }) => hotwords);
  const moved =
    countLost(before.hotwords, after.hotwords) - countLost(before.hotwords, [...after.hotwords, ...words]);
  if (moved === 0) return [];
  return [
    asWarning({
      rule: 'deploy-first',
      message: `${address} loses ${moved === 1 ? 'a word' : `${moved} words`} at once that ${namesOf(instead)} ${hasOrHave(instead)}: ${listed(users.map(({ name }) => name))} must have deployed the published words already`,
      hint: 'otherwise leave the words in the list, with the same weights, until they have',
    }),
  ];
}

/** Only where words can have come with requests, and no list had them. */
function comingBack({ action, address, name, after, replaces }: Change): Diagnostic[] {
  if (action !== 'create' || after === null || !after.could_be_instant) return [];
  if (replaces !== null || after.consumers.length === 0) return [];
  return [
    asInfo({
      rule: 'words-until-deployed',
      message: `${address} is a new list: if ${name} was instant before, ${listed(after.consumers)} will send its words until the new id is deployed`,
      hint: 'there is nothing to wait for: deploy what is published after the apply',
    }),
  ];
}

type Sent = readonly InstantWords[];

function namesOf(sent: Sent): string {
  return listed(sent.map(({ name }) => name));
}

function isOrAre({ length }: Sent): string {
  return length === 1 ? 'is' : 'are';
}

function hasOrHave({ length }: Sent): string {
  return length === 1 ? 'has' : 'have';
}

function usersOf(sent: Sent): string {
  return usersNamed(sent.flatMap(({ consumers }) => consumers));
}

function needs(sent: Sent): string {
  const users = new Set(sent.flatMap(({ consumers }) => consumers));
  return users.size === 1 ? 'needs' : 'need';
}
