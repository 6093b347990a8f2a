import type { SentEntry } from './account-state.js';
import { isRecord } from './call.js';
import { invalidParameter } from './refusal.js';

/*
 * What the API demands of its input. Each function returns the value with its type or throws a Refusal.
 * What the API lets pass is let pass here: weights out of range, repeated entries, fields it does not know,
 * and any target_model, for a model that takes no hotwords gives no error anywhere.
 */

/** The pages disagree, "max 10" and "fewer than 10"; this is the wider reading. */
const prefixPattern = /^[a-z0-9]{1,10}$/;

const maxCharacters = 15;
const maxWords = 7;

/** No page states a largest page_size, so any is taken. */
export interface Paging {
  readonly index: number;
  readonly size: number;
}

export function parsePrefix(value: unknown): string {
  if (typeof value === 'string' && prefixPattern.test(value)) return value;
  throw invalidParameter('prefix must be 1 to 10 lower-case letters or digits');
}

/** null: lists of all prefixes. */
export function parsePrefixFilter(value: unknown): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'string') return value;
  throw invalidParameter('prefix must be a string');
}

export function parseTargetModel(value: unknown): string {
  if (typeof value === 'string' && value !== '') return value;
  throw invalidParameter('target_model is required');
}

export function parseVocabularyId(value: unknown): string {
  if (typeof value === 'string' && value !== '') return value;
  throw invalidParameter('vocabulary_id is required');
}

export function parsePaging(input: Readonly<Record<string, unknown>>): Paging {
  const { page_index = 0, page_size = 10 } = input;
  if (!isCount(page_index)) throw invalidParameter('page_index must be an integer from 0');
  if (!isCount(page_size) || page_size === 0) throw invalidParameter('page_size must be an integer from 1');
  return { index: page_index, size: page_size };
}

/** All entries as they were sent: one bad entry refuses them all. */
export function parseVocabulary(value: unknown, limit: number): readonly SentEntry[] {
  if (!Array.isArray(value) || value.length === 0) throw invalidParameter('vocabulary must not be empty');
  if (value.length > limit) throw invalidParameter(`vocabulary must not exceed ${limit} entries`);
  if (!value.every(isEntry)) throw invalidParameter('vocabulary format invalid');
  return value;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isEntry(value: unknown): value is SentEntry {
  if (!isRecord(value)) return false;
  const { text, weight, lang } = value;
  const langFits = lang === undefined || lang === null || typeof lang === 'string';
  return typeof text === 'string' && fits(text) && Number.isInteger(weight) && langFits;
}

function fits(text: string): boolean {
  if (text.trim() === '') return false;
  if (/[^\0-\x7f]/.test(text)) return Array.from(text).length <= maxCharacters;
  return text.trim().split(/ +/).length <= maxWords;
}
