import { type Desired, type DesiredList, howToClaim } from '../model/desired.js';
import { asInfo, asWarning, type Diagnostic } from '../model/diagnostic.js';
import { type Hotword, lossBeyond } from '../model/hotword.js';
import type { InstantChange } from '../model/instant/instant-change.js';
import type { InstantWords } from '../model/instant/instant-words.js';
import { compareText } from '../model/text/compare.js';
import { exactPercent, percentBeyond } from '../model/text/percent.js';
import { usersNamed } from '../model/text/users-named.js';
import { listsLeft } from './renamed-prefixes.js';

/*
 * What a comparison says of words that move between a list and requests. No account shows what applications send, so what
 * instant words lose, and what became of a list that nothing claims any more, is seen between two configurations or nowhere.
 */

/** What moves from a list to requests, or back, and what has to be thought of then. */
export function deliveryMoves(before: Desired, after: Desired): Diagnostic[] {
  const unclaimed = listsLeft(before, after);
  const toRequests = after.instant.flatMap((words) => {
    const lists = before.lists.filter(({ name }) => name === words.name);
    const left = unclaimed.filter((list) => isLeftFor(words, list, { before, after }));
    return prefixesOf([...lists, ...left]).map((prefix) =>
      words.previous_prefixes.includes(prefix) ? listStays(words, prefix) : listUnclaimed(words, prefix),
    );
  });
  const toLists = after.lists.flatMap((list) =>
    before.instant.some(({ name }) => name === list.name) ? [wordsStay(list)] : [],
  );
  return [...toRequests, ...toLists];
}

interface Sides {
  readonly before: Desired;
  readonly after: Desired;
}

/** Whether a consumer of a list that nothing claims any more sends these words now: under another name, it may be the list. */
function isLeftFor({ name }: InstantWords, { address }: DesiredList, { before, after }: Sides): boolean {
  const had = before.consumers.filter(({ list }) => list === address);
  return after.consumers.some(
    ({ name: user, list, instant }) =>
      list === null &&
      instant.includes(name) &&
      had.some((one) => one.name === user && !one.instant.includes(name)),
  );
}

function prefixesOf(lists: readonly DesiredList[]): string[] {
  return [...new Set(lists.map(({ prefix }) => prefix))];
}

function listStays({ name, location, consumers }: InstantWords, prefix: string): Diagnostic {
  return asWarning(
    {
      rule: 'list-until-deployed',
      message: `${name} was a list and is instant now: what it had under the prefix ${prefix} is kept, and ${usersNamed(consumers)} can use it until the published words are deployed`,
      hint: 'after that `vocabsync apply --retire` deletes it and frees its slot',
    },
    location,
  );
}

function listUnclaimed(words: InstantWords, prefix: string): Diagnostic {
  const { name, location } = words;
  return asWarning(
    {
      rule: 'previous-prefix-missing',
      message: `${name} was a list of the prefix ${prefix} and is instant now, without naming it: its list is nobody's then, and may be deleted before its consumers have switched`,
      hint: howToClaim(words, prefix),
    },
    location,
  );
}

function wordsStay({ address, name, location, consumers }: DesiredList): Diagnostic {
  return asInfo(
    {
      rule: 'words-until-deployed',
      message: `${name} was instant and gets a list (${address}): ${usersNamed(consumers)} will send its words until the new id is deployed`,
      hint: 'there is nothing to wait for: deploy what is published after the apply',
    },
    location,
  );
}

/**
 * Vocabularies that lose more words than the guard allows where it sees nothing: from requests, or to requests with no list
 * that it could compare.
 */
export function lostWords(before: Desired, after: Desired, instant: readonly InstantChange[]): Diagnostic[] {
  const guarded = new Set(instant.filter(({ replaces }) => replaces.length > 0).map(({ name }) => name));
  const sent = new Set([...before.instant, ...after.instant].map(({ name }) => name));
  const sides = { before: sideOf(before), after: sideOf(after) };
  const unseen = [...sides.before.words.keys()].filter((name) => !guarded.has(name) && sent.has(name));
  return unseen.sort(compareText).flatMap((name) => lossOf(name, sides));
}

/** One side of a comparison, with what is looked up in it for each vocabulary; all by names. */
interface Side {
  readonly desired: Desired;
  /** The words of a vocabulary. */
  readonly words: ReadonlyMap<string, readonly Hotword[]>;
  /** The consumers that are given a vocabulary. */
  readonly users: ReadonlyMap<string, readonly string[]>;
  /** The vocabularies that a consumer is given. */
  readonly given: ReadonlyMap<string, readonly string[]>;
}

function sideOf(desired: Desired): Side {
  const { lists, instant, consumers } = desired;
  const nameOf = new Map<string | null, string>(lists.map(({ address, name }) => [address, name]));
  const users = new Map<string, string[]>();
  const given = new Map(
    consumers.map((consumer) => [consumer.name, [nameOf.get(consumer.list) ?? [], consumer.instant].flat()]),
  );
  for (const [consumer, vocabularies] of given) {
    for (const name of vocabularies) users.set(name, [...(users.get(name) ?? []), consumer]);
  }
  // All lists of a vocabulary have the same words.
  const words = new Map([...instant, ...lists].map(({ name, hotwords }) => [name, hotwords]));
  return { desired, words, users, given };
}

function lossOf(name: string, { before, after }: Record<'before' | 'after', Side>): Diagnostic[] {
  const most = after.desired.policy.guards.max_hotword_loss;
  const now = [...heirsOf(name, before, after)].flatMap((heir) => after.words.get(heir) ?? []);
  const loss = lossBeyond(most, before.words.get(name) ?? [], now);
  if (loss === null) return [];
  const { location = null } = after.desired.instant.find((words) => words.name === name) ?? {};
  return [
    asWarning(
      {
        rule: 'instant-words-lost',
        message: `${name} ${way(name, before.desired, after.desired)} loses ${loss.lost} of its ${loss.of} words (${percentBeyond(loss.share, most)}); guards.max_hotword_loss is ${exactPercent(most)}, and no plan can see this`,
        hint: 'check that the words may go: applications send without them as soon as they deploy what is published',
      },
      location,
    ),
  ];
}

/** A vocabulary's own name, and whatever its consumers are given now: words may have moved between those. */
function heirsOf(name: string, before: Side, after: Side): Set<string> {
  const users = before.users.get(name) ?? [];
  return new Set([name, ...users.flatMap((user) => after.given.get(user) ?? [])]);
}

function way(name: string, before: Desired, after: Desired): string {
  const isNamed = (each: { readonly name: string }) => each.name === name;
  if (before.lists.some(isNamed)) return 'moves from a list to requests and';
  if (after.instant.some(isNamed)) return '(instant)';
  return after.lists.some(isNamed) ? 'moves from requests to a list and' : 'goes and';
}
