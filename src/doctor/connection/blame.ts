import type { ErrorCode, VocabError } from '../../model/errors.js';
import type { Connection } from '../facts.js';

/** What is to blame when the account does not answer: each has a check of its own. */
export type Culprit = 'key' | 'host' | 'workspace';

/** Tells from the first request that failed what has to be looked at. Statuses and codes as in the vendor's table of errors. */
export function blame({ code, remote }: VocabError, { endpoint, workspace }: Connection): Culprit {
  if (!endpoint.done) return 'host';
  if (ofTheKey.includes(code)) return 'key';
  if (code === 'forbidden') return workspace === null ? 'key' : 'workspace';
  // An option that is wrong, and is not the endpoint.
  const isWorkspace = code === 'usage' || remote?.vendor_code === 'WorkSpaceNotFound';
  return isWorkspace ? 'workspace' : 'host';
}

const ofTheKey: readonly ErrorCode[] = ['key-missing', 'unauthenticated', 'account-overdue'];

/** Whether there was an answer at all: also a refusal is one. */
export function hasAnswered({ remote }: VocabError): boolean {
  return remote !== null && remote.status !== null;
}

/** What the vendor's support asks for. */
export function requestEvidence({ remote }: VocabError): string[] {
  if (remote === null) return [];
  const { status, vendor_code, request_id } = remote;
  return [
    status === null ? 'no answer arrived' : `HTTP ${status}${vendor_code === null ? '' : ` ${vendor_code}`}`,
    ...(request_id === null ? [] : [`request ${request_id}`]),
  ];
}
