import { createHash } from 'node:crypto';
import { type AccountState, type StoredList, visibleLists } from '../../account-state.js';
import { hintsRead, takesInstantHotwords, takesLists } from '../../models.js';
import { statusOf } from '../../show-list.js';
import type { EmulatorSwitches } from '../../switches.js';
import type { Ask } from './ask.js';
import type { Idle } from './idle.js';

/** A hotword that a recognition was offered; idle: null where it is in effect. */
export interface OfferedWord {
  readonly text: string;
  readonly weight: number;
  readonly from: 'list' | 'instant';
  readonly idle: Idle | null;
}

/** All hotwords that a recognition was offered. */
export interface Offer {
  readonly words: readonly OfferedWord[];
  /** Why its list as a whole does nothing; null: there is none, or nothing is wrong with it. */
  readonly list_idle: Idle | null;
  /** What stands in the way of a word that was not offered. */
  readonly absent: Idle;
}

/** What the account is like when a recognition begins. */
export interface Account {
  readonly state: AccountState;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly switches: EmulatorSwitches;
  /** Chance: which words are left out where there are too many. */
  readonly seed: string;
}

/** A request takes as many, from the list and from itself together; of more, these many at random. */
const mostWords = 2000;

/** Says which words are in effect, by the rules of the guide, and of the others why they are not. */
export function offerOf(ask: Ask, account: Account): Offer {
  const { list, idle } = findList(ask, account);
  const read = hintsRead(ask.model, ask.language_hints);
  const listed = (list?.vocabulary ?? []).map(
    ({ text, weight, lang }): OfferedWord => ({
      text: text.normalize(),
      weight,
      from: 'list',
      idle: idle ?? idleByLang(lang, read),
    }),
  );
  const words = leaveSomeOut([...listed, ...instantWords(ask)], account.seed);
  return { words, list_idle: idle, absent: idle ?? absence(ask) };
}

/** An absent word may be in a list that nobody can see any more, so that the list is what is to blame. */
function absence({ phrase_id, vocabulary_id, vocabulary }: Ask): Idle {
  const isAlone = vocabulary_id === null && vocabulary === null;
  return phrase_id !== null && isAlone ? { kind: 'phrase-id' } : { kind: 'not-given' };
}

/** What became of the list that is asked for. */
interface FoundList {
  /** null: none was asked for, or there is none. */
  readonly list: StoredList | null;
  readonly idle: Idle | null;
}

function findList({ vocabulary_id, model }: Ask, { state, now, switches }: Account): FoundList {
  if (vocabulary_id === null) return { list: null, idle: null };
  const lag = switches.visibility_lag_ms;
  const list = visibleLists(state, { now, lag }).find((each) => each.vocabulary_id === vocabulary_id);
  if (list === undefined) return { list: null, idle: missing(state, vocabulary_id) };
  if (!takesLists(model)) return { list, idle: { kind: 'takes-no-lists', model } };
  const { target_model } = list;
  if (target_model !== model) return { list, idle: { kind: 'other-model', target_model, model } };
  const status = statusOf(list, { seen_at: now - lag, switches });
  return { list, idle: status === 'OK' ? null : { kind: 'not-ok', status } };
}

function missing({ deleted = [] }: AccountState, vocabulary_id: string): Idle {
  return { kind: 'no-such-list', was_deleted: deleted.includes(vocabulary_id) };
}

function idleByLang(lang: string | null | undefined, read: readonly string[] | null): Idle | null {
  return !lang || read === null || read.includes(lang) ? null : { kind: 'lang', lang, read };
}

function instantWords({ model, vocabulary }: Ask): readonly OfferedWord[] {
  const idle: Idle | null = takesInstantHotwords(model) ? null : { kind: 'takes-no-instant', model };
  return [...(vocabulary ?? [])].map(([text, weight]) => ({
    text: text.normalize(),
    weight,
    from: 'instant',
    idle,
  }));
}

function leaveSomeOut(words: readonly OfferedWord[], seed: string): readonly OfferedWord[] {
  const texts = new Set(words.filter(({ idle }) => idle === null).map(({ text }) => text));
  if (texts.size <= mostWords) return words;
  const drawn = [...texts].map((text) => ({ text, lot: lotOf(text, seed) }));
  drawn.sort((left, right) => (left.lot < right.lot ? -1 : 1));
  const out = new Set(drawn.slice(mostWords).map(({ text }) => text));
  const idle: Idle = { kind: 'left-out', limit: mostWords };
  return words.map((word) => (word.idle === null && out.has(word.text) ? { ...word, idle } : word));
}

function lotOf(text: string, seed: string): string {
  return createHash('sha256').update(`${seed}\n${text}`).digest('hex');
}
