import type { Desired, DesiredList } from '../desired.js';
import { equalityKey } from '../hotword.js';
import { andMore } from '../text/and-more.js';
import { compareText } from '../text/compare.js';
import { type InstantOptions, type InstantSaving, instantSavings } from './instant-savings.js';
import { mergeSavings } from './merge-savings.js';
import type { Removal, Saving } from './saving.js';
import { type Standing, type StandingOptions, standingOf, toKeep } from './standing.js';

/** What is known beside the desired state, and how much is to be said. */
export interface PackingOptions extends InstantOptions, StandingOptions {
  /** How many lines of a kind; what is left is counted. */
  readonly most?: number;
}

/**
 * How the desired lists could do with fewer slots, as instructions: what to say when there are not enough. The least to give
 * up comes first: nothing, what recognition makes no use of, one list each for several programs.
 */
export function packingAdvice(
  desired: Pick<Desired, 'lists' | 'instant' | 'consumers' | 'policy'>,
  { most = 5, ...options }: PackingOptions = {},
): string[] {
  const lists = [...desired.lists].sort((left, right) => compareText(left.address, right.address));
  const standing = standingOf(desired, options);
  const { originals, savings } = identical(lists, standing);
  const freeing = (removal: Removal) => withRemoval(removal, standing);
  return [
    ...told(savings.map(freeing), most, ofTheKind),
    ...told(instantSavings(desired, options), most, alsoInstant),
    ...told(unused(lists, standing).map(freeing), most, ofTheKind),
    ...told(mergeSavings(originals, standing, sentBeside(desired)).map(freeing), most, ofTheKind),
  ];
}

/** Counts the words that consumers of a list send beside it: of all consumers, the most. */
function sentBeside({
  instant,
  consumers,
}: Pick<Desired, 'instant' | 'consumers'>): (list: DesiredList) => number {
  const textsOf = new Map(instant.map(({ name, hotwords }) => [name, hotwords.map(({ text }) => text)]));
  const most = new Map<string, number>();
  for (const { list, instant: sent } of consumers) {
    if (list === null) continue;
    const { size } = new Set(sent.flatMap((name) => textsOf.get(name) ?? []));
    most.set(list, Math.max(most.get(list) ?? 0, size));
  }
  return ({ address }) => most.get(address) ?? 0;
}

function told<Kind extends Saving>(
  savings: readonly Kind[],
  most: number,
  saidOf: (left: readonly Kind[]) => string,
): string[] {
  const lines = savings.slice(0, most).map(({ hint, why }) => `${hint}: ${why}`);
  const left = savings.slice(most);
  return left.length === 0 ? lines : [...lines, saidOf(left)];
}

function ofTheKind(left: readonly Saving[]): string {
  return `and ${left.length} more of the kind`;
}

/**
 * Adds what it takes that a list goes with its vocabulary: where nobody prunes, it would keep its slot. Of one that the
 * account does not hold there is nothing to say, and without an account nobody knows.
 */
function withRemoval(removal: Removal, { stays, isShared }: Standing): Removal {
  const staying = removal.goes.filter(stays);
  if (staying.length === 0) return removal;
  const prefixes = [...new Set(staying.map(({ prefix }) => prefix))];
  const what = staying.some(isShared)
    ? 'the id of what goes'
    : andMore(prefixes, mostNamed, (prefix) => prefix);
  return {
    ...removal,
    hint: `${removal.hint}, and name ${what} under \`removed\` once nobody uses ${staying.length === 1 ? 'it' : 'them'}`,
  };
}

const mostNamed = 10;

function alsoInstant(left: readonly InstantSaving[]): string {
  const named = andMore(left, mostNamed, ({ name }) => `"${name}"`);
  const slots = left.reduce((sum, saving) => sum + saving.slots, 0);
  return `so could ${named}: ${slots} more ${slots === 1 ? 'slot' : 'slots'}`;
}

interface Copies {
  /** One of each that have the same words. */
  readonly originals: readonly DesiredList[];
  readonly savings: readonly Removal[];
}

function identical(lists: readonly DesiredList[], standing: Standing): Copies {
  const alike = new Map<string, [DesiredList, ...DesiredList[]]>();
  for (const list of lists) {
    const key = JSON.stringify([list.target_model, list.hotwords.map(equalityKey).sort(compareText)]);
    const others = alike.get(key);
    if (others === undefined) alike.set(key, [list]);
    else others.push(list);
  }
  const groups = [...alike.values()].map((copies) => ({ copies, original: toKeep(copies, standing) }));
  const savings = groups.flatMap(({ copies, original }) =>
    copies
      .filter((list) => list !== original && !standing.isKept(list))
      .map((list) => ({
        hint: `remove ${list.address}`,
        why: `it has the words of ${original.address}, which its consumers can use`,
        slots: 1,
        goes: [list],
      })),
  );
  return { originals: groups.map(({ original }) => original), savings };
}

/** Only where consumers are declared at all: a configuration without them says nothing about use. */
function unused(lists: readonly DesiredList[], { isKept }: Standing): Removal[] {
  if (lists.every(({ consumers }) => consumers.length === 0)) return [];
  return lists
    .filter((list) => list.consumers.length === 0 && !isKept(list))
    .map((list) => ({
      hint: `declare who uses ${list.address}, or remove it`,
      why: 'no consumer does',
      slots: 1,
      goes: [list],
    }));
}
