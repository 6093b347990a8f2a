import type { StoredList } from '../../src/emulator/account-state.js';
import type { SeedList } from '../../src/emulator/emulator.js';
import { idOf } from '../support/build.js';

/*
 * The account that the matrix is played on. All ten slots are taken, three of them by others. What is wanted of it takes
 * an update, two creates, and the deletes of two duplicates, an orphan and a list under `removed`; one of the creates moves a
 * vocabulary to another model, which leaves a superseded list until --retire.
 */

export const quota = 10;

export const config = `version: 1
account: { region: singapore, list_quota: ${quota} }
namespace: acme
prune: true
defaults: { target_model: fun-asr }
removed: [legacy]
vocabularies:
  - { name: medical, prefix: acmemed, hotwords: [alpha, delta] }
  - { name: reports, prefix: acmerep, hotwords: [zeta] }
  - { name: sales, prefix: acmesal, hotwords: [epsilon] }
  - { name: support, prefix: acmesup, target_model: fun-asr-realtime, hotwords: [gamma] }
`;

export const lists: readonly SeedList[] = [
  list('acmemed', 1, ['alpha', 'beta']),
  // A duplicate of words that this very run overwrites.
  list('acmemed', 2, ['alpha', 'beta']),
  list('acmerep', 1, ['zeta']),
  list('acmerep', 2, ['zeta']),
  list('acmeold', 1, ['eta']),
  list('acmesup', 1, ['gamma']),
  list('legacy', 1, ['theta']),
  ...[1, 2, 3].map((serial) => list('other', serial, ['theirs'])),
];

/** The vocabulary that moves to another model: there must be an `OK` list of it all the while. */
export const movingPrefix = 'acmesup';

const ourPrefixes = ['acmemed', 'acmerep', 'acmesal', 'acmeold', movingPrefix, 'legacy'];

/** Whether the program may name this list in a request. */
export function isOurs(vocabulary_id: string): boolean {
  return ourPrefixes.some((prefix) => vocabulary_id.startsWith(`vocab-${prefix}-`));
}

/** The account as the configuration wants it, in the words of `linesOf`. */
export const retired: readonly string[] = [
  'acmemed@fun-asr: alpha delta',
  'acmerep@fun-asr: zeta',
  'acmesal@fun-asr: epsilon',
  'acmesup@fun-asr-realtime: gamma',
  'other@fun-asr: theirs',
  'other@fun-asr: theirs',
  'other@fun-asr: theirs',
];

/** The same while the superseded list is still kept. */
export const settled: readonly string[] = [...retired, 'acmesup@fun-asr: gamma'].sort();

/** A sentence when the account holds anything else, or anything twice. */
export function unlessHolding(held: readonly StoredList[], wanted: readonly string[]): string[] {
  const lines = linesOf(held).join(', ');
  return lines === wanted.join(', ') ? [] : [`the account ended as ${lines}`];
}

/** A line for each list, in alphabetical order. */
function linesOf(held: readonly StoredList[]): string[] {
  const lines = held.map(({ prefix, target_model, vocabulary }) => {
    const words = vocabulary.map(({ text }) => text).join(' ');
    return `${prefix}@${target_model}: ${words}`;
  });
  return lines.sort();
}

function list(prefix: string, serial: number, words: readonly string[]): SeedList {
  const vocabulary = words.map((text) => ({ text, weight: 4 }));
  return { vocabulary_id: idOf(prefix, serial), prefix, target_model: 'fun-asr', vocabulary };
}
