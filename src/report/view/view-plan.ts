import { type Change, isWrite } from '../../model/change.js';
import { isReady } from '../../model/observed.js';
import { type Blocked, countActions, isUsable, type Plan } from '../../model/plan.js';
import { printable, printableLocation } from '../../model/text/printable.js';
import { isoTime } from '../../model/time/server-time.js';
import { count } from '../layout.js';
import { noSources, type Sources, viewDiagnostics } from './diagnostics.js';
import { impactOf } from './impact.js';
import { legendOf } from './legend.js';
import type { BlockedView, QuotaView, ReportState, ReportView } from './report-view.js';
import { unchangedOf, viewChange, viewStep } from './view-change.js';
import { consumersOf, redeployOf } from './view-consumers.js';
import { instantSummary, viewInstant } from './view-instant.js';

/** @param sources left out: nothing is quoted from files */
export function viewPlan(plan: Plan, sources: Sources = noSources): ReportView {
  const changes = plan.changes
    .filter(({ action }) => action !== 'no-op')
    .map((change) => viewChange(change, plan));
  const consumers = consumersOf(plan);
  const instant = viewInstant(plan, 'plan');
  const state = stateOf(plan);
  return {
    kind: 'plan',
    title: 'Plan',
    state,
    headline: [listsHeadline(plan), ...instantSummary(plan)].join(', '),
    where: whereLine(plan),
    as_of: plan.server_time === null ? null : isoTime(plan.server_time),
    quota: viewQuota(plan),
    impact: impactOf(plan, consumers),
    ...redeployOf(consumers),
    consumers,
    consumers_title: 'Consumers, and what they gain and lose',
    consumers_list: instant.length === 0 ? 'List' : 'List or vocabulary',
    changes,
    unchanged: unchangedOf(plan),
    instant,
    steps: plan.steps.map((step) => viewStep(step, plan)),
    unmanaged: plan.unmanaged.map(({ vocabulary_id, status, gmt_create }) =>
      printable(`${vocabulary_id} (${status}, made ${gmt_create})`),
    ),
    blocked: plan.blocked.map((blocked) => viewBlocked(blocked, plan)),
    diagnostics: viewDiagnostics(plan.diagnostics, sources),
    legend: legendOf([...changes, ...instant], 'plan'),
    digest: state === 'blocked' ? null : plan.digest,
  };
}

function stateOf(plan: Plan): ReportState {
  if (plan.blocked.length > 0) return 'blocked';
  if (plan.changes.some(isWrite)) return 'changes';
  return isUsable(plan) ? 'clean' : 'waiting';
}

/** What becomes of the lists: `blocked by 2 reasons: 1 to create, 2 to update, 1 kept, 3 unchanged` */
export function listsHeadline(plan: Plan): string {
  const writes = (['create', 'update', 'delete'] as const)
    .map((action) => ({ action, amount: countActions(plan, action) }))
    .filter(({ amount }) => amount > 0)
    .map(({ action, amount }) => `${amount} to ${action}`);
  const rest = [
    { amount: countActions(plan, 'keep'), what: 'kept' },
    { amount: countActions(plan, 'no-op'), what: 'unchanged' },
    { amount: plan.changes.filter(isIgnored).length, what: 'not OK' },
  ];
  const counts = rest.filter(({ amount }) => amount > 0).map(({ amount, what }) => `${amount} ${what}`);
  const held = plan.blocked.length === 0 ? '' : `blocked by ${count(plan.blocked.length, 'reason')}: `;
  return held + [...(writes.length > 0 ? writes : ['no changes']), ...counts].join(', ');
}

/** By recognition, until its list is `OK`. */
function isIgnored({ after, before }: Change): boolean {
  return after !== null && before !== null && !isReady(before);
}

function whereLine({ account: { endpoint, workspace } }: Plan): string {
  return printable(workspace === null ? endpoint : `${endpoint}, workspace ${workspace}`);
}

export function viewQuota({ quota, steps, blocked }: Plan): QuotaView {
  const { in_use, limit, unmanaged, peak, after } = quota;
  const now = `${in_use} of ${limit} slots in use${unmanaged > 0 ? ` (${unmanaged} unmanaged)` : ''}`;
  return {
    limit,
    ours: in_use - unmanaged,
    unmanaged,
    peak,
    safe: in_use <= limit && !blocked.some(({ rule }) => rule === 'no-slot'),
    sentence: steps.length === 0 ? now : `${now}, at most ${peak} during the run, ${after} after it`,
  };
}

function viewBlocked({ rule, address, message, hints }: Blocked, { changes }: Plan): BlockedView {
  const about = changes.find((change) => change.address === address && change.after !== null);
  return {
    rule,
    message: printable(message),
    hints: hints.map(printable),
    location: printableLocation(about?.after?.location ?? null),
  };
}
