import { maskKeys } from '../../model/text/secrets.js';
import type { OverviewRow, OverviewView } from '../view/overview-view.js';
import { type Envelope, headDocument } from './envelope.js';

/** Several accounts side by side, and the documents that they were told from. */
export function combineDocument(
  envelope: Envelope,
  view: OverviewView,
  documents: readonly object[],
): object {
  return {
    ...headDocument(envelope),
    of: view.kind,
    state: view.state,
    headline: view.headline,
    accounts: view.rows.map(rowDocument),
    documents,
  };
}

/** The configurations of a work tree, and which of them a change reaches: to be taken as a matrix. */
export function affectedDocument(envelope: Envelope, view: OverviewView, base: string): object {
  const rows = view.rows.map(rowDocument).map(({ digest: _, ...row }) => row);
  return {
    ...headDocument(envelope),
    base,
    headline: view.headline,
    configs: rows.filter(({ state }) => state !== 'clean'),
    unaffected: rows.filter(({ state }) => state === 'clean'),
  };
}

function rowDocument({ account, config, state, headline, where, digest }: OverviewRow) {
  return { account: maskKeys(account), config, state, headline: maskKeys(headline), where, digest };
}
