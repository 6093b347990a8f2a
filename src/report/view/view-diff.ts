import { compareText } from '../../model/compare.js';
import type { Comparison, MovedConsumer } from '../../model/comparison.js';
import { strayAddress } from '../../model/desired.js';
import { isInstantChanged } from '../../model/instant/instant-change.js';
import { printable } from '../../model/text/printable.js';
import { count } from '../layout.js';
import { noSources, type Sources } from './diagnostics.js';
import { impactOf } from './impact.js';
import type { ConsumerView, QuotaView, ReportView } from './report-view.js';
import { consumersOf, handoverEffect } from './view-consumers.js';
import { viewPlan } from './view-plan.js';

/** A plan against the account that the base asks for; what only a real account has is left out. */
export function viewDiff(comparison: Comparison, sources: Sources = noSources): ReportView {
  const { base, plan, moved, move, settings } = comparison;
  const view = viewPlan(plan, sources);
  const consumers = withMoved(consumersOf(plan), moved);
  const instant = plan.instant.filter(isInstantChanged).length;
  const isSame = view.changes.length + moved.length + settings.length + instant === 0;
  return {
    ...view,
    kind: 'diff',
    title: 'Diff',
    headline: headlineOf(view.headline, { instant, settings: settings.length }),
    state: view.state === 'clean' && !isSame ? 'changes' : view.state,
    where: printable(`offline, against ${base}`),
    as_of: null,
    quota: quotaOf(comparison, view.quota),
    impact: [...(move === null ? [] : [leaving(move)]), ...impactOf(plan, consumers)],
    consumers,
    redeploy: consumers.filter(({ redeploy }) => redeploy).map(({ name }) => name),
    unmanaged: [],
    digest: null,
  };
}

function quotaOf({ slots, plan }: Comparison, view: QuotaView): QuotaView {
  const { limit, in_use, after } = plan.quota;
  const difference = slots.after - slots.before;
  const by = difference === 0 ? 'as before' : `${difference > 0 ? '+' : ''}${difference}`;
  const held = after - slots.after;
  const parts = [
    `${slots.after} of ${count(limit, 'slot')} needed (${by})`,
    ...(held > 0 ? [`${held} more held by lists that are kept`] : []),
    ...(plan.steps.length === 0 ? [] : [`at most ${plan.quota.peak} at once`]),
    'unmanaged lists not counted',
  ];
  return { ...view, ours: in_use, unmanaged: 0, sentence: parts.join(', ') };
}

function headlineOf(
  headline: string,
  { instant, settings }: { readonly instant: number; readonly settings: number },
): string {
  return [
    headline,
    ...(instant === 0 ? [] : [`${instant} instant ${instant === 1 ? 'vocabulary' : 'vocabularies'} changed`]),
    ...(settings === 0 ? [] : [`${count(settings, 'setting')} changed`]),
  ].join(', ');
}

function leaving({ from, to }: NonNullable<Comparison['move']>): string {
  return printable(
    `Another account: the lists stay in that of ${from}; in that of ${to} every id is a new one`,
  );
}

/** Tells consumers that move by their move, which says more than what becomes of the list they move to. */
function withMoved(consumers: readonly ConsumerView[], moved: readonly MovedConsumer[]): ConsumerView[] {
  const names = new Set(moved.map(({ name }) => printable(name)));
  const others = consumers.filter(({ name }) => !names.has(name));
  return [...others, ...moved.map(viewMoved)].sort((one, other) => compareText(one.name, other.name));
}

function viewMoved(consumer: MovedConsumer): ConsumerView {
  const { name, from, to } = consumer;
  return {
    name: printable(name),
    address: printable((to ?? from)?.address ?? ''),
    redeploy: to !== null,
    effect: printable(effectOf(consumer)),
  };
}

function effectOf({ from, to, hotwords }: MovedConsumer): string {
  if (to === null) return 'no longer declared';
  if (from === null) return `new consumer; ${handoverEffect(hotwords)}`;
  // By its key: a vocabulary that only gets another prefix keeps its address.
  const old = strayAddress(from.prefix, from.target_model);
  return `new id instead of that of ${old}; ${handoverEffect(hotwords)}`;
}
