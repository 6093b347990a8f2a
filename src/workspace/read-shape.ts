import * as z from 'zod/mini';
import english from 'zod/v4/locales/en.js';
import type { ExtraFields } from '../model/hotword.js';

/*
 * What the readers of our own files share: plan files, recordings, backups.
 */

// Messages of this half of zod are all the same unless it is given a language.
z.config(english());

/** Further fields of a word. No record, which leaves a field out that is called __proto__. */
export const extraFields = z.custom<ExtraFields>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  'must be a mapping',
);

/** Where the first thing is that is not as it should be, and what: `at hotwords.0.text: …`. */
export function firstFault({ issues: [issue] }: { readonly issues: readonly z.core.$ZodIssue[] }): string {
  const { path, message } = issue ?? { path: [], message: 'unreadable' };
  return `at ${path.length === 0 ? 'its root' : path.join('.')}: ${message}`;
}

/** Reads JSON, also with the byte-order mark that some shells put in front of what they redirect. @throws SyntaxError */
export function parseJson(text: string): unknown {
  return JSON.parse(text.replace(/^\ufeff/, ''));
}
