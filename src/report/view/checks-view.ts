import { type Check, type CheckStatus, checkStatuses, type Evidence } from '../../model/checks/check.js';
import { type Checkup, countChecks, worstFirst } from '../../model/checks/checkup.js';
import type { Location } from '../../model/diagnostic.js';
import { printable, printableLocation } from '../../model/text/printable.js';
import { count } from '../layout.js';
import type { ReportState } from './report-view.js';

/** What an examination has found, the worst first; see report-view for what holds of all texts. */
export interface ChecksView {
  /** `2 failures, 1 warning, 20 ok` */
  readonly headline: string;
  readonly state: ReportState;
  /** The host; empty where it is not known. */
  readonly where: string;
  readonly checks: readonly CheckView[];
}

export interface CheckView {
  readonly id: string;
  readonly status: CheckStatus;
  readonly message: string;
  readonly hint: string | null;
  readonly evidence: readonly EvidenceView[];
}

export interface EvidenceView {
  readonly text: string;
  readonly location: Location | null;
  /** The text with its place: `vocab-…: passed as phrase_id (src/asr.py:12:5)`. */
  readonly line: string;
}

export function viewChecks({ checks, endpoint }: Checkup): ChecksView {
  return {
    headline: headlineOf(checks),
    state: stateOf(checks),
    where: endpoint === null ? '' : printable(endpoint),
    checks: worstFirst(checks).map(viewCheck),
  };
}

function viewCheck({ id, status, message, hint, evidence }: Check): CheckView {
  return {
    id,
    status,
    message: printable(message),
    hint: hint === null ? null : printable(hint),
    evidence: evidence.map(viewEvidence),
  };
}

function viewEvidence({ text, location }: Evidence): EvidenceView {
  const place = printableLocation(location ?? null);
  const said = printable(text);
  const line = place === null ? said : `${said} (${place.file}:${place.line}:${place.column})`;
  return { text: said, location: place, line };
}

/** `2 failures, 1 warning, 1 skipped, 20 ok`; nothing is said of what there is none of. */
function headlineOf(checks: readonly Check[]): string {
  const counts = countChecks(checks);
  if (counts.ok === checks.length) return `all ${checks.length} checks are ok`;
  return checkStatuses
    .filter((status) => counts[status] > 0)
    .map((status) => amountOf(status, counts[status]))
    .join(', ');
}

function amountOf(status: CheckStatus, amount: number): string {
  switch (status) {
    case 'fail':
      return count(amount, 'failure');
    case 'warn':
      return count(amount, 'warning');
    case 'skipped':
    case 'ok':
      return `${amount} ${status}`;
  }
}

function stateOf(checks: readonly Check[]): ReportState {
  const { fail, warn } = countChecks(checks);
  if (fail > 0) return 'blocked';
  return warn > 0 ? 'changes' : 'clean';
}
