import type { Action } from '../../model/change.js';
import type { Plan } from '../../model/plan.js';
import { isoTime } from '../../model/server-time.js';
import { printable } from '../escape.js';
import { impactOf } from './impact.js';
import { legendOf } from './legend.js';
import { viewBlocked, viewRemarks } from './remarks.js';
import type { ReportView } from './report-view.js';
import { unchangedOf, viewChange } from './view-change.js';
import { consumersOf } from './view-consumers.js';
import { viewQuota } from './view-quota.js';
import { viewStep } from './view-step.js';

export function viewPlan(plan: Plan): ReportView {
  const changes = plan.changes
    .filter(({ action }) => action !== 'no-op')
    .map((change) => viewChange(change, plan));
  const consumers = consumersOf(plan);
  const writes = plan.changes.length - countActions(plan, 'no-op') - countActions(plan, 'keep');
  const idle = writes === 0 && plan.blocked.length === 0;
  return {
    kind: 'plan',
    title: 'Plan',
    state: plan.blocked.length > 0 ? 'blocked' : idle ? 'clean' : 'changes',
    headline: headlineOf(plan),
    where: whereLine(plan),
    as_of: plan.server_time === null ? null : isoTime(plan.server_time),
    quota: viewQuota(plan),
    impact: impactOf(plan, consumers),
    redeploy: consumers.filter(({ redeploy }) => redeploy).map(({ name }) => name),
    consumers,
    consumers_title: 'Consumers, and what they gain and lose',
    changes,
    unchanged: unchangedOf(plan),
    steps: plan.steps.map((step) => viewStep(step, plan)),
    foreign: plan.foreign.map(({ vocabulary_id, status }) => printable(`${vocabulary_id} (${status})`)),
    blocked: plan.blocked.map((blocked) => viewBlocked(blocked, plan)),
    remarks: viewRemarks(plan.diagnostics),
    legend: legendOf(changes, 'plan'),
    digest: plan.digest,
  };
}

export function countActions({ changes }: Plan, action: Action): number {
  return changes.filter((change) => change.action === action).length;
}

/** `1 to create, 2 to update, 1 kept, 3 unchanged` */
function headlineOf(plan: Plan): string {
  const writes = (['create', 'update', 'delete'] as const)
    .map((action) => ({ action, amount: countActions(plan, action) }))
    .filter(({ amount }) => amount > 0)
    .map(({ action, amount }) => `${amount} to ${action}`);
  const kept = countActions(plan, 'keep');
  const same = countActions(plan, 'no-op');
  const rest = [...(kept > 0 ? [`${kept} kept`] : []), ...(same > 0 ? [`${same} unchanged`] : [])];
  return [...(writes.length > 0 ? writes : ['no changes']), ...rest].join(', ');
}

function whereLine({ account: { endpoint, workspace } }: Plan): string {
  return printable(workspace === null ? endpoint : `${endpoint}, workspace ${workspace}`);
}
