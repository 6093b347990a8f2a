import type { Desired, DesiredList } from '../desired.js';
import { equalityKey } from '../hotword.js';
import { andMore } from '../text/and-more.js';
import { compareText } from '../text/compare.js';
import { type InstantOptions, type InstantSaving, instantSavings } from './instant-savings.js';
import { mergeSavings } from './merge-savings.js';
import type { Removal, Saving } from './saving.js';

/** What is known beside the desired state, and how much is to be said. */
export interface PackingOptions extends InstantOptions {
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
  // What is protected keeps its slot whatever becomes of its vocabulary.
  const lists = desired.lists
    .filter(({ prefix }) => !desired.policy.protect.includes(prefix))
    .sort((left, right) => compareText(left.address, right.address));
  const { originals, savings } = identical(lists);
  const freeing = (removal: Removal) => withRemoval(removal, desired, options);
  return [
    ...told(savings.map(freeing), most, ofTheKind),
    ...told(instantSavings(desired, options), most, alsoInstant),
    ...told(unused(lists).map(freeing), most, ofTheKind),
    ...told(mergeSavings(originals).map(freeing), most, ofTheKind),
  ];
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
function withRemoval(
  removal: Removal,
  { lists, policy }: Pick<Desired, 'lists' | 'policy'>,
  { unmade }: InstantOptions,
): Saving {
  if (unmade === undefined) return removal;
  const { namespace, prune } = policy;
  const staying = removal.goes.filter(
    ({ name, prefix }) => !unmade.has(name) && !(prune && namespace !== null && prefix.startsWith(namespace)),
  );
  if (staying.length === 0) return removal;
  const isShared = staying.some(({ prefix }) => lists.filter((list) => list.prefix === prefix).length > 1);
  const [only, ...others] = staying;
  const own = only !== undefined && others.length === 0 ? only.prefix : 'the prefix of what goes';
  const what = isShared ? 'the id of what goes' : own;
  return { ...removal, hint: `${removal.hint}, and name ${what} under \`removed\`` };
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

function identical(lists: readonly DesiredList[]): Copies {
  const first = new Map<string, DesiredList>();
  const savings = lists.flatMap((list): Removal[] => {
    const words = list.hotwords.map(equalityKey).sort(compareText);
    const key = JSON.stringify([list.target_model, words]);
    const original = first.get(key);
    first.set(key, original ?? list);
    if (original === undefined) return [];
    const why = `it has the words of ${original.address}, which its consumers can use`;
    return [{ hint: `remove ${list.address}`, why, slots: 1, goes: [list] }];
  });
  return { originals: [...first.values()], savings };
}

/** Only where consumers are declared at all: a configuration without them says nothing about use. */
function unused(lists: readonly DesiredList[]): Removal[] {
  if (lists.every(({ consumers }) => consumers.length === 0)) return [];
  return lists
    .filter(({ consumers }) => consumers.length === 0)
    .map((list) => ({
      hint: `declare who uses ${list.address}, or remove it`,
      why: 'no consumer does',
      slots: 1,
      goes: [list],
    }));
}
