import {
  type AccountState,
  addList,
  type Moment,
  replaceList,
  type SentEntry,
  type StoredList,
  visibleLists,
} from './account-state.js';
import type { Call } from './call.js';
import { maxHotwords } from './models.js';
import {
  parsePaging,
  parsePrefix,
  parsePrefixFilter,
  parseTargetModel,
  parseVocabulary,
  parseVocabularyId,
} from './parse-input.js';
import { invalidParameter, Refusal } from './refusal.js';
import { selectPage } from './select-page.js';
import { showList, showRow, type View } from './show-list.js';
import type { EmulatorSwitches } from './switches.js';

/*
 * The API as a pure state machine: what an account that holds `state` answers to a call, and what it holds then.
 * A call that changes nothing returns the very same state object, so that whoever stores it need not write.
 */

/** What a call meets, beside the account. */
export interface Conditions {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly switches: EmulatorSwitches;
  /** 32 hexadecimal digits nobody has had before, should the call make a list. */
  readonly fresh_hex: string;
}

export interface Served {
  readonly state: AccountState;
  readonly status: number;
  /** Without its request_id. */
  readonly body: Readonly<Record<string, unknown>>;
}

type Input = Call['input'];

export function serveCall(state: AccountState, call: Call | null, conditions: Conditions): Served {
  try {
    return act(state, call, conditions);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { state, status: error.status, body: { code: error.code, message: error.message } };
  }
}

function act(state: AccountState, call: Call | null, conditions: Conditions): Served {
  if (call === null) throw invalidParameter('the body must be a JSON object with an input');
  checkModel(call.model);
  switch (call.action) {
    case 'create':
      return create(state, call.input, conditions);
    case 'list':
      return list(state, call.input, conditions);
    case 'query':
      return query(state, call.input, conditions);
    case 'update':
      return update(state, call.input, conditions);
    case 'delete':
      return remove(state, call.input, conditions);
    case null:
      throw invalidParameter('unknown action');
  }
}

function create(state: AccountState, input: Input, { now, switches, fresh_hex }: Conditions): Served {
  const prefix = parsePrefix(input['prefix']);
  const target_model = parseTargetModel(input['target_model']);
  const vocabulary = kept(
    parseVocabulary(input['vocabulary'], hotwordLimit(target_model, switches)),
    switches,
  );
  if (state.lists.length >= switches.quota) {
    throw new Refusal(400, 'Throttling.AllocationQuota', 'the account holds as many vocabularies as it may');
  }
  const vocabulary_id = `vocab-${prefix}-${fresh_hex}`;
  const times = { created_at: now, modified_at: now, ready_at: now + switches.deploy_ms };
  const made = { vocabulary_id, prefix, target_model, vocabulary, ...times };
  return content(addList(state, made), { vocabulary_id });
}

function list(state: AccountState, input: Input, conditions: Conditions): Served {
  const selection = { prefix: parsePrefixFilter(input['prefix']), paging: parsePaging(input) };
  const visible = visibleLists(state, momentOf(conditions));
  const page = selectPage(visible, selection, conditions.switches);
  const view = viewOf(conditions);
  return content(state, { vocabulary_list: page.map((each) => showRow(each, view)) });
}

function query(state: AccountState, input: Input, conditions: Conditions): Served {
  const visible = visibleLists(state, momentOf(conditions));
  const found = findList(visible, input['vocabulary_id']);
  return content(state, showList(found, viewOf(conditions)));
}

function update(state: AccountState, input: Input, conditions: Conditions): Served {
  const { now, switches } = conditions;
  const old = findList(state.lists, input['vocabulary_id']);
  const vocabulary = kept(
    parseVocabulary(input['vocabulary'], hotwordLimit(old.target_model, switches)),
    switches,
  );
  const next = { ...old, vocabulary, modified_at: now, ready_at: now + switches.deploy_ms };
  return done(replaceList(state, { old, next }, momentOf(conditions)));
}

function kept(entries: readonly SentEntry[], { entries_kept }: EmulatorSwitches): readonly SentEntry[] {
  switch (entries_kept) {
    case 'all':
      return entries;
    case 'without-last':
      return entries.slice(0, -1);
    case 'at-weight-1':
      return entries.map((entry) => ({ ...entry, weight: 1 }));
  }
}

function remove(state: AccountState, input: Input, conditions: Conditions): Served {
  const old = findList(state.lists, input['vocabulary_id']);
  return done(replaceList(state, { old, next: null }, momentOf(conditions)));
}

function content(state: AccountState, output: Readonly<Record<string, unknown>>): Served {
  return { state, status: 200, body: { output, usage: { count: 1 } } };
}

/** An answer without content. Its usage is empty, as the documents also have it. */
function done(state: AccountState): Served {
  return { state, status: 200, body: { output: {}, usage: {} } };
}

function checkModel(model: unknown): void {
  if (model === 'speech-biasing') return;
  if (typeof model !== 'string' || model === '') throw invalidParameter('model is required');
  throw new Refusal(404, 'ModelNotFound', 'the model of this endpoint is speech-biasing');
}

function findList(lists: readonly StoredList[], value: unknown): StoredList {
  const vocabulary_id = parseVocabularyId(value);
  const found = lists.find((each) => each.vocabulary_id === vocabulary_id);
  if (found) return found;
  throw new Refusal(400, 'BadRequest.ResourceNotExist', 'no vocabulary has this vocabulary_id');
}

function hotwordLimit(target_model: string, { max_hotwords }: EmulatorSwitches): number {
  return max_hotwords ?? maxHotwords(target_model);
}

function momentOf({ now, switches }: Conditions): Moment {
  return { now, lag: switches.visibility_lag_ms };
}

function viewOf({ now, switches }: Conditions): View {
  return { seen_at: now - switches.visibility_lag_ms, switches };
}
