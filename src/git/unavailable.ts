import { VocabError } from '../model/errors.js';

const longestComplaint = 200;

export function unavailable(message: string, hint: string, cause?: unknown): VocabError {
  return new VocabError('base-unavailable', message, { hint, cause });
}

/** `: ` and the first thing git says is wrong, on one short line; empty when it says nothing. */
export function complaintOf(stderr: string): string {
  const lines = stderr.split('\n');
  const line = lines.find((text) => prefix.test(text)) ?? lines[0] ?? '';
  return line === '' ? '' : `: ${line.replace(prefix, '').slice(0, longestComplaint)}`;
}

const prefix = /^(?:fatal|error): /;
