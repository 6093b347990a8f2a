import type { Change } from '../../model/change.js';
import { compareText } from '../../model/compare.js';
import type { Comparison, MovedConsumer } from '../../model/comparison.js';
import type { Plan } from '../../model/plan.js';
import { printable } from '../escape.js';
import { count } from '../layout.js';
import { impactOf } from './impact.js';
import type { ConsumerView, QuotaView, ReportView } from './report-view.js';
import { consumersOf, handover, handoverEffect } from './view-consumers.js';
import { viewPlan } from './view-plan.js';

/** A plan against the account that the base asks for; what only a real account has is left out. */
export function viewDiff(comparison: Comparison): ReportView {
  const { base, moved, left } = comparison;
  const plan = withoutIds(comparison.plan);
  const view = viewPlan(plan);
  const consumers = withMoved(consumersOf(plan), moved);
  const gone = new Set(moved.filter(({ to }) => to === null).map(({ name }) => printable(name)));
  const reached = consumers.filter(({ name }) => !gone.has(name));
  const isSame = view.changes.length === 0 && moved.length === 0;
  return {
    ...view,
    kind: 'diff',
    title: 'Diff',
    state: view.state === 'clean' && !isSame ? 'changes' : view.state,
    where: printable(`offline, against ${base}`),
    as_of: null,
    quota: quotaOf(comparison, view.quota),
    impact: [...(left === null ? [] : [leaving(left)]), ...impactOf(plan, reached)],
    consumers,
    redeploy: consumers.filter(({ redeploy }) => redeploy).map(({ name }) => name),
    foreign: [],
    digest: null,
  };
}

/** The ids are made up, and whoever reads one would look for it. */
function withoutIds(plan: Plan): Plan {
  const renamed = new Map(plan.changes.map((change) => [change, withoutId(change)]));
  return {
    ...plan,
    changes: [...renamed.values()],
    steps: plan.steps.map((step) => ({ ...step, change: renamed.get(step.change) ?? step.change })),
  };
}

function withoutId(change: Change): Change {
  if (change.before === null) return change;
  return { ...change, before: { ...change.before, vocabulary_id: `prefix ${change.prefix}` } };
}

function quotaOf({ slots, plan }: Comparison, view: QuotaView): QuotaView {
  const { limit, in_use } = plan.quota;
  const difference = slots.after - slots.before;
  const by = difference === 0 ? 'as before' : `${difference > 0 ? '+' : ''}${difference}`;
  const peak = plan.steps.length === 0 ? '' : `, at most ${plan.quota.peak} at once`;
  return {
    ...view,
    ours: in_use,
    foreign: 0,
    sentence: `${slots.after} of ${count(limit, 'slot')} needed (${by})${peak}, foreign lists not counted`,
  };
}

function leaving(account: string): string {
  return printable(
    `Another account: the lists of the base stay in that of ${account}, and every id is a new one`,
  );
}

/** Of a consumer that moves, that says more than what becomes of the list it moves to. */
function withMoved(consumers: readonly ConsumerView[], moved: readonly MovedConsumer[]): ConsumerView[] {
  const names = new Set(moved.map(({ name }) => printable(name)));
  const others = consumers.filter(({ name }) => !names.has(name));
  return [...others, ...moved.map(viewMoved)].sort((one, other) => compareText(one.name, other.name));
}

function viewMoved({ name, from, to }: MovedConsumer): ConsumerView {
  const words = handover(from?.hotwords ?? [], to?.hotwords ?? []);
  return {
    name: printable(name),
    address: printable((to ?? from)?.address ?? ''),
    words,
    redeploy: to !== null,
    effect: printable(effectOf({ name, from, to })),
  };
}

function effectOf({ from, to }: MovedConsumer): string {
  if (to === null) return 'no longer declared';
  const words = handover(from?.hotwords ?? [], to.hotwords);
  if (from === null) return `new consumer; ${count(to.hotwords.length, 'hotword')}`;
  return `new id instead of that of ${from.address}; ${handoverEffect(from.hotwords, words)}`;
}
