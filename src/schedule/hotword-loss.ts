import { type Change, inherits } from '../model/change.js';
import type { Guards } from '../model/config.js';
import { type Hotword, type Loss, lossBeyond } from '../model/hotword.js';
import type { InstantChange } from '../model/instant/instant-change.js';
import type { InstantWords } from '../model/instant/instant-words.js';
import { nameOf, type ObservedList } from '../model/observed.js';
import type { Blocked } from '../model/plan.js';
import { percent } from '../model/text/percent.js';

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
      message: `${says(loss)}${loss.whose} (${percent(loss.share)}); guards.max_hotword_loss is ${percent(most)}`,
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
}

function situationOf(input: LossInput): Situation {
  const wordsOf = new Map<string, (readonly Hotword[])[]>();
  const all = [...input.changes, ...input.instant].flatMap(({ after }) => after ?? []);
  for (const { consumers, hotwords } of all) {
    for (const consumer of new Set(consumers)) {
      wordsOf.set(consumer, [...(wordsOf.get(consumer) ?? []), hotwords]);
    }
  }
  return { ...input, wordsOf };
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
    const isAsked = old.consumers.length > 0 ? inherits(change, old) : old.replaced_by === address;
    if (old.before === null || !isAsked) return [];
    const given = givenTo(after.consumers, replacing(old, input), input);
    return [{ ...plain(address), before: old.before.hotwords, after: given }];
  });
}

function retirement(change: Change, input: Situation): Exchange[] {
  const { action, reason, address, before } = change;
  if (action !== 'delete' || reason !== 'superseded' || before === null) return [];
  const given = givenTo(change.consumers, replacing(change, input), input);
  return [{ ...plain(address), before: before.hotwords, after: given }];
}

function plain(address: string): Pick<Exchange, 'address' | 'says' | 'hints'> {
  return { address, says: ({ lost, of }) => `${address} would lose ${lost} of ${of} words`, hints: [] };
}

/** Where several vocabularies take one list's place, the first speaks for all. */
function switches({ name }: InstantChange, input: Situation): Exchange[] {
  return input.changes.flatMap((old) => {
    const { before, action, reason } = old;
    const [first] = sentFor(old, input);
    if (before === null || first?.name !== name) return [];
    // One that is retired in this run is looked at as it goes.
    return action === 'delete' && reason === 'superseded' ? [] : switchFrom(before, old, input);
  });
}

function switchFrom(before: ObservedList, old: Change, input: Situation): Exchange[] {
  const sent = sentFor(old, input);
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
      says: ({ lost, of }) =>
        `${names.join(' and ')}, ${lacking} ${lost} of the ${of} words of ${nameOf(before)}`,
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
  return [...lists, ...sentFor(old, input)].flatMap(({ hotwords }) => hotwords);
}

/** The instant vocabularies that take a list's place, by name. */
function sentFor({ replacements }: Change, { instant }: LossInput): InstantWords[] {
  return instant.flatMap(({ name, after }) => (after !== null && replacements.includes(name) ? after : []));
}
