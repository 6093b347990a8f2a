import type { AccountIdentity } from './plan.js';

/**
 * Tells an account from every other one, as one text: the host, port included, however the base URL is written; the
 * workspace; and what it is called. Two accounts of one region have one host: without names, the variables of their keys
 * have to differ.
 */
export function accountKey({ endpoint, workspace, name, api_key_env }: AccountIdentity): AccountKey {
  return { host: hostOf(endpoint), workspace, account: name ?? `$${api_key_env}` };
}

export interface AccountKey {
  readonly host: string;
  readonly workspace: string | null;
  /** The name, or `$` and the variable of the key: no name begins so. */
  readonly account: string;
}

/** Whether two plans are about the same lists. */
export function sameAccount(left: AccountIdentity, right: AccountIdentity): boolean {
  return JSON.stringify(accountKey(left)) === JSON.stringify(accountKey(right));
}

/** Names an account for people: `the account production at https://…`. */
export function describeAccount({ endpoint, workspace, name, api_key_env }: AccountIdentity): string {
  const called = name === null ? `the account whose key is in ${api_key_env}` : `the account ${name}`;
  return `${called} at ${endpoint}${workspace === null ? '' : ` (workspace ${workspace})`}`;
}

/** A word like `emulator` is its own host. */
function hostOf(endpoint: string): string {
  return endpoint.replace(/^https?:\/\/([^/]+).*/s, (_, host: string) => host.toLowerCase());
}
