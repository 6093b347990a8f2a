import type { Comparison, MovedConsumer } from '../../model/comparison.js';
import { type DesiredList, strayAddress } from '../../model/desired.js';
import { compareText } from '../../model/text/compare.js';
import { printable } from '../../model/text/printable.js';
import { count, firstOf } from '../layout.js';
import { noSources, type Sources } from './diagnostics.js';
import { impactOf } from './impact.js';
import { legendOf } from './legend.js';
import type { ConsumerView, InstantView, QuotaView, ReportView } from './report-view.js';
import { consumersOf, handoverEffect, redeployOf } from './view-consumers.js';
import { instantDifference, isChanged, viewInstant } from './view-instant.js';
import { listsHeadline, viewPlan } from './view-plan.js';
import { countWords, signedCounts } from './word-counts.js';

/** A plan against the account that the base asks for; what only a real account has is left out. */
export function viewDiff(comparison: Comparison, sources: Sources = noSources): ReportView {
  const { base, plan, moved, move, settings } = comparison;
  const view = viewPlan(plan, sources);
  const instant = viewInstant(plan, 'diff');
  const consumers = withMoved([...consumersOf(plan), ...instantConsumers(plan)], moved);
  const differs = view.changes.length + moved.length + settings.length > 0 || instant.some(isChanged);
  return {
    ...view,
    kind: 'diff',
    title: 'Diff',
    headline: headlineOf(comparison, instant),
    state: view.state === 'clean' && differs ? 'changes' : view.state,
    where: printable(`offline, against ${base}`),
    as_of: null,
    quota: quotaOf(comparison, view.quota),
    impact: [...(move === null ? [] : [leaving(move)]), ...impactOf(plan, consumers)],
    consumers,
    ...redeployOf(consumers),
    instant,
    unmanaged: [],
    legend: legendOf([...view.changes, ...instant], 'diff'),
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

/** Nothing may follow "no changes" that is one. Consumers move with their lists, and are told of where nothing else is. */
function headlineOf({ plan, moved, settings }: Comparison, instant: readonly InstantView[]): string {
  const lists = listsHeadline(plan);
  const isSent = instant.some(isChanged);
  const isMoved = !isSent && moved.length > 0 && lists.startsWith('no changes');
  return [
    isSent || isMoved ? lists.replace('no changes', 'no list changes') : lists,
    ...instantDifference(instant),
    ...(isMoved ? [`${count(moved.length, 'consumer')} changed`] : []),
    ...(settings.length === 0 ? [] : [`${count(settings.length, 'setting')} changed`]),
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

/** What consumers gain and lose by the words that they send, where those are others. */
function instantConsumers({ instant }: Comparison['plan']): ConsumerView[] {
  return instant.flatMap(({ name, before, after, hotwords }) => {
    const counts = hotwords === null ? '' : signedCounts(countWords(hotwords));
    if (before === null || after === null || counts === '') return [];
    return after.consumers.map((consumer) => ({
      name: printable(consumer),
      address: printable(name),
      redeploy: 'words' as const,
      effect: `${counts}, with the published file, without a new id`,
    }));
  });
}

function viewMoved(consumer: MovedConsumer): ConsumerView {
  const { name, from, to, instant } = consumer;
  const isGone = to === null && instant.to === null;
  const given = isGone ? { list: from, sent: instant.from } : { list: to, sent: instant.to };
  const addresses = [...(given.list === null ? [] : [given.list.address]), ...(given.sent ?? [])];
  return {
    name: printable(name),
    address: printable(addresses.join(', ')),
    redeploy: isGone ? 'no' : hasNewId(consumer) ? 'new id' : 'words',
    effect: printable(effectOf(consumer)),
  };
}

function hasNewId({ to, has_other_id }: MovedConsumer): boolean {
  return to !== null && has_other_id;
}

/** By its key: a vocabulary that only gets another prefix keeps its address. */
function keyOf({ prefix, target_model }: DesiredList): string {
  return strayAddress(prefix, target_model);
}

function effectOf(consumer: MovedConsumer): string {
  const { from, to, instant, hotwords } = consumer;
  if (to === null && instant.to === null) return 'no longer declared';
  const what = handoverEffect(hotwords);
  const sent = sentEffect(consumer);
  if (from === null && instant.from === null) return ['new consumer', ...sent, what].join('; ');
  return [...idEffect(consumer), ...sent, what].join('; ');
}

function idEffect(consumer: MovedConsumer): string[] {
  const { from, to } = consumer;
  if (to === null) return from === null ? [] : ['no id any more'];
  if (!hasNewId(consumer)) return ['the same id'];
  return [from === null ? 'a new id, where it had none' : `new id instead of that of ${keyOf(from)}`];
}

/** Where the words of instant vocabularies come or go. */
function sentEffect({ instant }: MovedConsumer): string[] {
  const [was, is] = [instant.from ?? [], instant.to ?? []];
  const come = is.filter((name) => !was.includes(name));
  const go = was.filter((name) => !is.includes(name));
  return [
    ...(come.length > 0 ? [`the words of ${firstOf(come)} in the published file`] : []),
    ...(go.length > 0 ? [`no longer those of ${firstOf(go)}`] : []),
  ];
}
