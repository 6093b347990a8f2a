import type { VocabError } from '../../model/errors.js';
import type { Connection } from '../facts.js';

/** What is to blame when the account does not answer: each has a check of its own. */
export type Culprit = 'key' | 'host' | 'workspace';

/** Tells from the first request that failed what has to be looked at. Statuses and codes as in the vendor's table of errors. */
export function blame({ code, remote }: VocabError, { workspace }: Connection): Culprit {
  switch (code) {
    case 'key-missing':
    case 'unauthenticated':
    case 'account-overdue':
      return 'key';
    case 'forbidden':
      return workspace === null ? 'key' : 'workspace';
    case 'usage':
      return 'workspace';
    case 'rejected':
      return remote?.vendor_code === 'WorkSpaceNotFound' ? 'workspace' : 'host';
    default:
      return 'host';
  }
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
