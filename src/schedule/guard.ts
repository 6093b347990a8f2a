import type { Change } from '../model/change.js';
import type { Guards } from '../model/config.js';
import { asWarning, type Diagnostic } from '../model/diagnostic.js';
import { type Hotword, hasExtra, pairingKey } from '../model/hotword.js';
import type { InstantChange } from '../model/instant/instant-change.js';
import type { Allowance, Blocked } from '../model/plan.js';
import { andMore } from '../model/text/and-more.js';
import { compareText } from '../model/text/compare.js';
import { composed } from '../model/text/composed.js';
import { tooManyWordsLost } from './hotword-loss.js';

export interface GuardInput {
  readonly changes: readonly Change[];
  readonly instant: readonly InstantChange[];
  readonly guards: Guards;
  readonly allow: readonly Allowance[];
}

export interface Guarded {
  /** What the guards hold back, each with the flag that lifts exactly this. */
  readonly blocked: readonly Blocked[];
  /** What they would hold back, had nobody said otherwise. */
  readonly lifted: readonly Blocked[];
}

export function guard(input: GuardInput): Guarded {
  const held = [...tooManyDeletes(input), ...tooManyWordsLost(input), ...fieldsDropped(input)];
  const isLifted = (block: Blocked) => input.allow.includes(flagOf(block));
  return { blocked: held.filter((block) => !isLifted(block)), lifted: held.filter(isLifted) };
}

function* tooManyDeletes({ changes, guards }: GuardInput): Iterable<Blocked> {
  const orphans = changes.filter(({ action, reason }) => action === 'delete' && reason === 'orphan');
  if (orphans.length <= guards.max_deletes) return;
  yield {
    rule: 'max-deletes',
    address: null,
    message: `${orphans.length} orphans would be deleted (${orphans.map(({ address }) => address).join(', ')}); guards.max_deletes is ${guards.max_deletes}`,
    hints: ['check that each may go, then add `--allow max-deletes`; or name their prefixes under `removed`'],
  };
}

const mostNamed = 5;

function* fieldsDropped({ changes }: GuardInput): Iterable<Blocked> {
  for (const { address, before, after } of changes) {
    if (before === null || after === null) continue;
    const dropped = droppedFields(before.hotwords, after.hotwords).sort(compareText);
    if (dropped.length === 0) continue;
    yield {
      rule: 'drop-fields',
      address,
      message: `updating ${address} would drop fields that the account holds and the YAML does not: ${andMore(dropped, mostNamed, (field) => field)}`,
      hints: [`write them as \`extra: { … }\` of the hotword, or add \`--allow drop-fields=${address}\``],
    };
  }
}

/** `word (field)` for each field of a word that stays and would lose it. */
function droppedFields(before: readonly Hotword[], after: readonly Hotword[]): string[] {
  const bearers = before.filter(hasExtra);
  // Of most lists no word has any.
  if (bearers.length === 0) return [];
  const byWord = fieldsBy(after, pairingKey);
  // A word that only changes its lang is still there, as is its text.
  const byText = fieldsBy(after, ({ text }) => composed(text));
  return bearers.flatMap((word) => {
    const kept = byWord.get(pairingKey(word)) ?? byText.get(composed(word.text));
    if (kept === undefined) return [];
    return Object.keys(word.extra)
      .filter((field) => !kept.has(field))
      .map((field) => `"${word.text}" (${field})`);
  });
}

function fieldsBy(words: readonly Hotword[], keyOf: (word: Hotword) => string): Map<string, Set<string>> {
  const fields = new Map<string, Set<string>>();
  for (const word of words) {
    const known = fields.get(keyOf(word)) ?? new Set();
    for (const field of Object.keys(word.extra ?? {})) known.add(field);
    fields.set(keyOf(word), known);
  }
  return fields;
}

/**
 * Allowances are no part of the digest, so whoever approves a plan must be told of each that mattered; one that did not
 * was meant for something else.
 */
export function liftedDiagnostics(lifted: readonly Blocked[], allow: readonly Allowance[]): Diagnostic[] {
  const used = new Set(lifted.map(flagOf));
  const unused = [...new Set(allow)].filter((flag) => !used.has(flag));
  return [...lifted.map(guardLifted), ...unused.map(allowanceUnused)];
}

function guardLifted(block: Blocked): Diagnostic {
  return asWarning({
    rule: 'guard-lifted',
    message: `--allow ${flagOf(block)} lifts a guard: ${block.message}`,
  });
}

function allowanceUnused(flag: string): Diagnostic {
  return asWarning({
    rule: 'allowance-unused',
    message: `--allow ${flag} lifts nothing: no guard holds that back`,
    hint: 'leave it out, or correct the address',
  });
}

/** Names what `--allow` takes to lift exactly this: `hotword-loss=ADDRESS`. */
function flagOf({ rule, address }: Blocked): string {
  return address === null ? rule : `${rule}=${address}`;
}
