/** An entry with every field it was sent with. */
export interface SentEntry {
  readonly text: string;
  readonly weight: number;
  readonly lang?: string | null;
  readonly [field: string]: unknown;
}

/** A list as the account keeps it. Times are epoch milliseconds. */
export interface StoredList {
  readonly vocabulary_id: string;
  readonly prefix: string;
  readonly target_model: string;
  readonly vocabulary: readonly SentEntry[];
  readonly created_at: number;
  readonly modified_at: number;
  /** The list is `OK` from then on. */
  readonly ready_at: number;
}

/** What a list was before it was updated or deleted: what a lagging read still shows. */
export interface FormerList {
  readonly list: StoredList;
  readonly until: number;
}

/** Everything the account remembers. Plain JSON. */
export interface AccountState {
  /** In the order they came in. */
  readonly lists: readonly StoredList[];
  readonly former: readonly FormerList[];
  /** Ids of lists that are gone, the last ones: to recognition they are no strangers. Older files have none. */
  readonly deleted?: readonly string[];
}

const deletedRemembered = 1000;

export const emptyAccount: AccountState = { lists: [], former: [] };

/** The present, and how far reads lag behind it; milliseconds. */
export interface Moment {
  readonly now: number;
  readonly lag: number;
}

export function addList(state: AccountState, list: StoredList): AccountState {
  return { ...state, lists: [...state.lists, list] };
}

/** Puts `next` in the place of `old`; null removes it. What no lagging read can see any more is forgotten. */
export function replaceList(
  state: AccountState,
  change: { readonly old: StoredList; readonly next: StoredList | null },
  { now, lag }: Moment,
): AccountState {
  const { old, next } = change;
  const lists = state.lists.flatMap((list) => (list !== old ? [list] : next === null ? [] : [next]));
  const former = [...state.former, { list: old, until: now }].filter(({ until }) => until > now - lag);
  if (next !== null) return { ...state, lists, former };
  const deleted = [...(state.deleted ?? []), old.vocabulary_id].slice(-deletedRemembered);
  return { ...state, lists, former, deleted };
}

/** The lists as a read sees them. */
export function visibleLists(state: AccountState, { now, lag }: Moment): readonly StoredList[] {
  if (lag === 0) return state.lists;
  const seen = now - lag;
  const former = state.former.filter(({ until }) => seen < until).map(({ list }) => list);
  return [...former, ...state.lists].filter(({ modified_at }) => modified_at <= seen);
}
