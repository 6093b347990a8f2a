import type { RequestRecord } from '../request-record.js';
import { vendorTime } from '../show-list.js';
import { amount, shown } from './shown.js';

/** Requests that are shown; older ones make room. */
const shownRequests = 100;

export interface RequestLog {
  readonly requests: readonly RequestRecord[];
  /** How many there were, those that are forgotten included. */
  readonly count: number;
}

const columns = ['Time', 'Action', 'Status', 'Code', 'List', 'Request id', 'Took'];

/** The last requests to this server, the newest first. */
export function renderRequestLog({ requests, count }: RequestLog, time_zone_minutes: number): string {
  const last = requests.slice(-shownRequests);
  const first = count - last.length + 1;
  const rows = last.map((record, index) => renderRow(record, first + index, time_zone_minutes)).toReversed();
  return `<section id="requests" aria-labelledby="requests-title">
<h2 id="requests-title" tabindex="-1">Requests</h2>
<p class="note">${told(count, last.length)} What other processes do to the account’s file shows in the lists, and not here.</p>
${rows.length === 0 ? '' : renderTable(rows)}
</section>`;
}

function told(count: number, shownOnes: number): string {
  if (count === 0) return 'None has come to this server yet.';
  const which = count === shownOnes ? 'the newest first' : `the last ${shownOnes}, the newest first`;
  return `${amount(count, 'request')} to this server, ${which}.`;
}

function renderTable(rows: readonly string[]): string {
  const heads = columns.map((name) => `<th scope="col">${name}</th>`).join('');
  return `<table class="log"><thead><tr>${heads}</tr></thead>
<tbody>${rows.join('\n')}</tbody></table>`;
}

function renderRow(record: RequestRecord, serial: number, time_zone_minutes: number): string {
  const { at, action, code, fault, vocabulary_id, request_id, duration_ms } = record;
  const why = [code ?? '', fault === null ? '' : `fault: ${fault}`].filter((one) => one !== '').join(', ');
  return `<tr id="request-${serial}">
<td class="time">${vendorTime(at, time_zone_minutes).replace(' ', ' <span>')}</span></td>
<td class="action">${action ?? 'unknown'}</td>
<td class="${isGood(record) ? 'good' : 'bad'}">${statusOf(record)}</td>
<td>${shown(why)}</td>
<td class="id">${shown(vocabulary_id ?? '')}</td>
<td class="id">${shown(request_id ?? '')}</td>
<td class="took">${duration_ms.toLocaleString('en')} ms</td>
</tr>`;
}

/** A line that was cut, and one that hangs, have no status. */
function statusOf({ status, fault }: RequestRecord): string {
  if (status !== null) return String(status);
  return fault?.startsWith('hang') === true ? 'hangs' : 'cut';
}

function isGood({ status, code, fault }: RequestRecord): boolean {
  return status === 200 && code === null && fault === null;
}
