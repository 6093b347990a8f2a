import { type Change, inherits } from '../model/change.js';
import type { Guards } from '../model/config.js';
import { type Hotword, type Loss, lossBeyond } from '../model/hotword.js';
import type { InstantChange } from '../model/instant/instant-change.js';
import type { InstantWords } from '../model/instant/instant-words.js';
import { nameOf, type ObservedList } from '../model/observed.js';
import type { Blocked } from '../model/plan.js';
import { exactPercent, percentBeyond } from '../model/text/percent.js';
import { listed } from '../model/text/users-named.js';

/*
 * The guard on words that would be lost. It looks at whatever exchanges words that consumers have for others: an update, a
 * new list in the place of an old one, an old one that goes because others have its place, and an old one whose
 * vocabulary is instant now. Of the last, the account shows nothing: whether consumers send the words, and which. So as
 * long as the list is there, each plan compares it with the words that are published. What counts is what each consumer is
 * given instead, all of it: two that take a list's place for two programs leave each of them with a part.
 */

export interface LossInput {
  readonly changes: readonly Change[];
  readonly instant: readonly InstantChange[];
  readonly guards: Pick<Guards, 'max_hotword_loss'>;
}

export function* tooManyWordsLost(input: LossInput): Iterable<Blocked> {
  const most = input.guards.max_hotword_loss;
  for (const { address, before, after, says, hints } of exchanges(input)) {
    const losses = after.flatMap(({ words, to }) => {
      const loss = lossBeyond(most, before, words);
      return loss === null ? [] : { ...loss, whose: after.length === 1 ? '' : ` for ${to}` };
    });
    const [loss] = losses.sort((one, other) => other.lost - one.lost);
    if (loss === undefined) continue;
    yield {
      rule: 'hotword-loss',
      address,
      message: `${says(loss)}${loss.whose} (${percentBeyond(loss.share, most)}); guards.max_hotword_loss is ${exactPercent(most)}`,
      hints: [`check that the words may go, then add \`--allow hotword-loss=${address}\``, ...hints],
    };
  }
}

/** The words that consumers had, and those they get for them. */
interface Exchange {
  /** What the flag is given that lifts exactly this. */
  readonly address: string;
  readonly before: readonly Hotword[];
  /** For each consumer; at least one. */
  readonly after: readonly Given[];
  readonly says: (loss: Loss) => string;
  /** What can be done beside lifting it. */
  readonly hints: readonly string[];
}

/** What is there in the place of the words. */
interface Given {
  /** A consumer; null: the configuration names none. */
  readonly to: string | null;
  readonly words: readonly Hotword[];
}

/** All that each consumer is given, lists and instant words; where there is none, what takes the place. */
function givenTo(
  consumers: readonly string[],
  otherwise: readonly Hotword[],
  { wordsOf }: Situation,
): Given[] {
  if (consumers.length === 0) return [{ to: null, words: otherwise }];
  return consumers.map((to) => ({ to, words: (wordsOf.get(to) ?? []).flat() }));
}

interface Situation extends LossInput {
  /** What each consumer is given, by its name. */
  readonly wordsOf: ReadonlyMap<string, readonly (readonly Hotword[])[]>;
  /** The instant vocabularies that take a list's place, by name; only where there are any. */
  readonly sentFor: ReadonlyMap<Change, readonly InstantWords[]>;
}

function situationOf(input: LossInput): Situation {
  const wordsOf = new Map<string, (readonly Hotword[])[]>();
  const all = [...input.changes, ...input.instant].flatMap(({ after }) => after ?? []);
  for (const { consumers, hotwords } of all) {
    for (const consumer of new Set(consumers)) {
      wordsOf.set(consumer, [...(wordsOf.get(consumer) ?? []), hotwords]);
    }
  }
  return { ...input, wordsOf, sentFor: new Map(input.changes.flatMap((old) => sentFor(old, input))) };
}

function sentFor(old: Change, { instant }: LossInput): [Change, readonly InstantWords[]][] {
  const replacements = new Set(old.replacements);
  const sent = instant.flatMap(({ name, after }) => (after !== null && replacements.has(name) ? after : []));
  return sent.length === 0 ? [] : [[old, sent]];
}

function exchanges(given: LossInput): Exchange[] {
  const input = situationOf(given);
  const { changes, instant } = input;
  return [
    ...changes.flatMap((change) => [
      ...update(change, input),
      ...handovers(change, input),
      ...retirement(change, input),
    ]),
    ...instant.flatMap((change) => switches(change, input)),
  ];
}

function update({ action, address, before, after }: Change, input: Situation): Exchange[] {
  if (action !== 'update' || before === null || after === null) return [];
  const { hotwords, consumers } = after;
  return [{ ...plain(address), before: before.hotwords, after: givenTo(consumers, hotwords, input) }];
}

/**
 * A new list in the place of an old one. Where nobody is declared to use that, nobody knows who gets which of its parts, so
 * nothing is lost that any of them has; and one of them is asked for all.
 */
function handovers(change: Change, input: Situation): Exchange[] {
  const { action, address, after } = change;
  if (action !== 'create' || after === null) return [];
  return input.changes.flatMap((old) => {
    if (old.before === null || !isHandedTo(change, old)) return [];
    const users = after.consumers.filter((consumer) => old.consumers.includes(consumer));
    const given = givenTo(users, replacing(old, input), input);
    return [{ ...plain(address), before: old.before.hotwords, after: given }];
  });
}

/** Whether a new list is compared with an old one, for whoever comes from that to it. */
function isHandedTo(change: Change, old: Change): boolean {
  if (change.action !== 'create') return false;
  return old.consumers.length > 0 ? inherits(change, old) : old.replaced_by === change.address;
}

/** An old list that goes in this run: nobody has it from then on. */
function isGoing({ action, reason }: Change): boolean {
  return action === 'delete' && (reason === 'superseded' || reason === 'delete_first');
}

function retirement(change: Change, input: Situation): Exchange[] {
  const { address, before } = change;
  if (!isGoing(change) || before === null) return [];
  // One that goes before what takes its place is made: whoever comes to that is looked at there.
  const handed = input.changes.filter((one) => isHandedTo(one, change));
  const asked = new Set(handed.flatMap(({ consumers }) => consumers));
  const users = change.consumers.filter((consumer) => !asked.has(consumer));
  if (users.length === 0 && handed.length > 0) return [];
  const given = givenTo(users, replacing(change, input), input);
  return [{ ...plain(address), before: before.hotwords, after: given }];
}

function plain(address: string): Pick<Exchange, 'address' | 'says' | 'hints'> {
  return { address, says: ({ lost, of }) => `${address} would lose ${lost} of ${of} words`, hints: [] };
}

/** Where several vocabularies take one list's place, the first speaks for all. */
function switches({ name }: InstantChange, input: Situation): Exchange[] {
  return [...input.sentFor].flatMap(([old, sent]) => {
    // One that goes in this run is looked at as it goes.
    if (old.before === null || sent[0]?.name !== name || isGoing(old)) return [];
    return switchFrom(old.before, old, { sent, input });
  });
}

function switchFrom(
  before: ObservedList,
  old: Change,
  { sent, input }: { readonly sent: readonly InstantWords[]; readonly input: Situation },
): Exchange[] {
  const names = sent.map(({ name }) => name);
  // Whoever comes to a list that takes the place too is looked at when that is made.
  const users = names.includes(old.replaced_by ?? '')
    ? old.consumers
    : [...new Set(sent.flatMap(({ consumers }) => consumers))];
  if (users.length === 0 && old.consumers.length > 0) return [];
  const lacking = names.length === 1 ? 'which is instant now, lacks' : 'which are instant now, lack';
  return [
    {
      address: names[0] ?? old.address,
      before: before.hotwords,
      after: givenTo(users, replacing(old, input), input),
      says: ({ lost, of }) => `${listed(names)}, ${lacking} ${lost} of the ${of} words of ${nameOf(before)}`,
      hints: [
        `they are compared until the list is gone: when its consumers have switched, \`--retire --allow hotword-loss=${old.address}\` ends it`,
      ],
    },
  ];
}

function replacing(old: Change, input: Situation): Hotword[] {
  const lists = input.changes.flatMap(({ after, address }) =>
    after !== null && old.replacements.includes(address) ? after : [],
  );
  return [...lists, ...(input.sentFor.get(old) ?? [])].flatMap(({ hotwords }) => hotwords);
}
