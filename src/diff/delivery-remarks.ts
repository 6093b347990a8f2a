import { type Desired, type DesiredList, howToClaim } from '../model/desired.js';
import { asInfo, asWarning, type Diagnostic } from '../model/diagnostic.js';
import { type Hotword, lossBeyond } from '../model/hotword.js';
import type { InstantChange } from '../model/instant/instant-change.js';
import type { InstantWords } from '../model/instant/instant-words.js';
import { compareText } from '../model/text/compare.js';
import { percent } from '../model/text/percent.js';
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
  const names = new Set([...before.instant, ...before.lists].map(({ name }) => name));
  const unseen = [...names].filter((name) => !guarded.has(name) && isSent(name, before, after));
  return unseen.sort(compareText).flatMap((name) => lossOf(name, before, after));
}

function isSent(name: string, before: Desired, after: Desired): boolean {
  return [...before.instant, ...after.instant].some((words) => words.name === name);
}

function lossOf(name: string, before: Desired, after: Desired): Diagnostic[] {
  const most = after.policy.guards.max_hotword_loss;
  const was = wordsOf([name], before);
  const loss = lossBeyond(most, was, wordsOf(heirsOf(name, before, after), after));
  if (loss === null) return [];
  const { location = null } = after.instant.find((words) => words.name === name) ?? {};
  return [
    asWarning(
      {
        rule: 'instant-words-lost',
        message: `${name} ${way(name, before, after)} loses ${loss.lost} of its ${loss.of} words (${percent(loss.share)}); guards.max_hotword_loss is ${percent(most)}, and no plan can see this`,
        hint: 'check that the words may go: applications send without them as soon as they deploy what is published',
      },
      location,
    ),
  ];
}

/** A vocabulary's own name, and whatever its consumers are given now: words may have moved between those. */
function heirsOf(name: string, before: Desired, after: Desired): string[] {
  const users = before.consumers.filter((consumer) => usesOf(consumer, before).includes(name));
  const now = after.consumers.filter((consumer) => users.some((user) => user.name === consumer.name));
  return [name, ...now.flatMap((consumer) => usesOf(consumer, after))];
}

function usesOf({ list, instant }: Desired['consumers'][number], { lists }: Desired): string[] {
  const bound = lists.filter(({ address }) => address === list).map(({ name }) => name);
  return [...bound, ...instant];
}

function wordsOf(names: readonly string[], { lists, instant }: Desired): readonly Hotword[] {
  // All lists of a vocabulary have the same words.
  const found = [...instant, ...lists].filter(({ name }) => names.includes(name));
  return [...new Map(found.map((each) => [each.name, each.hotwords])).values()].flat();
}

function way(name: string, before: Desired, after: Desired): string {
  const isNamed = (each: { readonly name: string }) => each.name === name;
  if (before.lists.some(isNamed)) return 'moves from a list to requests and';
  if (after.instant.some(isNamed)) return '(instant)';
  return after.lists.some(isNamed) ? 'moves from requests to a list and' : 'goes and';
}
