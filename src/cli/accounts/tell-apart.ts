import { resolve } from 'node:path';
import type { AccountDocument } from '../../documents/parse-document.js';
import { VocabError } from '../../model/errors.js';

/* Of which run a document is, and what its account is called among others. */

/** A document, and where it was read. */
export interface Named {
  readonly file: string;
  readonly read: AccountDocument;
}

/** One configuration twice is a copy of an earlier run, and nobody could say which of the two holds. */
export function requireDistinct(named: readonly Named[]): void {
  named.forEach((each, index) => {
    const earlier = named.slice(0, index).find((other) => areOfOneRun(other, each));
    if (earlier === undefined) return;
    throw new VocabError(
      'document-invalid',
      `${earlier.file} and ${each.file} are of the same configuration, ${calledOf(each)}`,
      {
        hint:
          'leave the older one out; where they are of two configurations, make both in one folder, with -c FILE, ' +
          'or give each a name: account.name',
      },
    );
  });
}

/**
 * By the configuration and the endpoint: one may be applied to several. Two configurations may be of one account, and two accounts
 * may have one name. A document of a run that failed may not know its endpoint.
 */
function areOfOneRun(one: Named, other: Named): boolean {
  const [a, b] = [one.read.document.account, other.read.document.account];
  if (a === undefined || b === undefined) return a === b && resolve(one.file) === resolve(other.file);
  const [here, there] = [endpointOf(a), endpointOf(b)];
  const isOneEndpoint = here === null || there === null || here === there;
  const isOneKey = ['workspace', 'api_key_env'].every((field) => isSame(a, b, field));
  const isOneName = a.config === b.config && (a.name ?? null) === (b.name ?? null);
  return isOneName && isOneEndpoint && isOneKey && !haveOtherLists(one, other);
}

/**
 * Configurations of several folders are called alike where each was read in its own: two that share no prefix are not one. What
 * has no list, or is called by its folder, says nothing of that.
 */
function haveOtherLists(one: Named, other: Named): boolean {
  if (one.read.document.account?.config?.includes('/') !== false) return false;
  const [here, there] = [prefixesIn(one), prefixesIn(other)];
  return here.size > 0 && there.size > 0 && ![...here].some((prefix) => there.has(prefix));
}

/** Those of lists that a vocabulary names. */
function prefixesIn({ read: { document } }: Named): ReadonlySet<string> {
  const changes: unknown = 'changes' in document ? document.changes : [];
  return new Set((Array.isArray(changes) ? changes : []).flatMap(namedPrefix));
}

function namedPrefix(change: unknown): string[] {
  if (typeof change !== 'object' || change === null || !('name' in change && 'prefix' in change)) return [];
  return typeof change.prefix === 'string' ? [change.prefix] : [];
}

/** What only one of them says tells nothing. */
function isSame(a: object, b: object, field: string): boolean {
  const [one, other] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return !one.has(field) || !other.has(field) || one.get(field) === other.get(field);
}

function endpointOf(account: object): unknown {
  return 'endpoint' in account ? account.endpoint : null;
}

/** A name that several have tells nobody which is meant; where their configurations are called alike too, the files are not. */
export function labelOf(one: Named, all: readonly Named[]): string {
  const name = calledOf(one);
  const config = one.read.document.account?.config;
  const sharing = all.filter((other) => other !== one && calledOf(other) === name);
  if (sharing.length === 0) return name;
  const isOther =
    config !== undefined && sharing.every(({ read }) => read.document.account?.config !== config);
  const told = isOther ? config : one.file;
  return told === name ? name : `${name} (${told})`;
}

function calledOf({ read, file }: Named): string {
  const { account } = read.document;
  return account?.name ?? account?.config ?? file;
}
