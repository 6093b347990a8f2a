import { readFile } from 'node:fs/promises';
import { VocabError } from '../model/errors.js';
import {
  type AccountState,
  emptyAccount,
  type FormerList,
  type SentEntry,
  type StoredList,
} from './account-state.js';
import { isRecord } from './call.js';

/** Rises when an older program could no longer read the file. */
const version = 1;

/** The latest moment a Date can hold, less a day for time zones. */
const maxTime = 8.64e15 - 86_400_000;

/** The account in the file, an empty one where there is no file. VocabError `config-invalid` for any other content. */
export async function loadState(path: string): Promise<AccountState> {
  const text = await readText(path);
  return text === null ? emptyAccount : parseState(text, path);
}

/** Writes the account as text that `loadState` reads. */
export function renderState(state: AccountState): string {
  return `${JSON.stringify({ version, ...state })}\n`;
}

async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
    throw new VocabError('config-invalid', `the emulator's account could not be read from ${path}`, {
      cause,
    });
  }
}

function parseState(text: string, path: string): AccountState {
  const content = parseJson(text);
  if (!isRecord(content) || typeof content['version'] !== 'number') throw unreadable(path);
  if (content['version'] > version) throw fromTheFuture(path, content['version']);
  if (content['version'] !== version) throw unreadable(path);
  const { lists, former, deleted = [] } = content;
  if (!isListOf(lists, isStoredList) || !isListOf(former, isFormerList)) throw unreadable(path);
  if (!isListOf(deleted, isText)) throw unreadable(path);
  return { lists, former, deleted };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isListOf<T>(value: unknown, isItem: (item: unknown) => item is T): value is readonly T[] {
  return Array.isArray(value) && value.every(isItem);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isFormerList(value: unknown): value is FormerList {
  return isRecord(value) && isStoredList(value['list']) && isTime(value['until']);
}

function isStoredList(value: unknown): value is StoredList {
  if (!isRecord(value)) return false;
  const named = ['vocabulary_id', 'prefix', 'target_model'].every(
    (field) => typeof value[field] === 'string',
  );
  const timed = ['created_at', 'modified_at', 'ready_at'].every((field) => isTime(value[field]));
  return named && timed && isListOf(value['vocabulary'], isSentEntry);
}

function isSentEntry(value: unknown): value is SentEntry {
  return isRecord(value) && typeof value['text'] === 'string' && typeof value['weight'] === 'number';
}

function isTime(value: unknown): boolean {
  return typeof value === 'number' && Math.abs(value) <= maxTime;
}

function unreadable(path: string): VocabError {
  return new VocabError('config-invalid', `${path} does not hold an account of the emulator`, {
    hint: 'put the file back as it was, or delete it to start with an empty account',
  });
}

function fromTheFuture(path: string, found: number): VocabError {
  const message = `${path} was written by a newer emulator (version ${found}, this one knows ${version}).`;
  const hint = 'Upgrade vocabsync, or move the file away to start with an empty account.';
  return new VocabError('config-invalid', message, { hint });
}
