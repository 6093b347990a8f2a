import type { Change } from '../../model/change.js';
import type { Drift, DriftClass, DriftItem } from '../../model/drift.js';
import { claimOf, type Plan, servedBy } from '../../model/plan.js';
import { printable } from '../../model/text/printable.js';
import { count, firstOf } from '../layout.js';
import { noSources, type Sources } from './diagnostics.js';
import { legendOf } from './legend.js';
import type { ChangeView, ConsumerView, ReportView, Symbol } from './report-view.js';
import { unchangedOf, viewChange } from './view-change.js';
import { instantSummary, viewInstant } from './view-instant.js';
import { viewPlan, viewQuota } from './view-plan.js';

/** What is wrong in the account, and who notices; the signs point the way apply would go to put it right. */
export function viewDrift({ plan, items, kept }: Drift, sources: Sources = noSources): ReportView {
  const changes = [
    ...items.map((item) => viewItem(item, plan)),
    ...kept.map((change) => viewKept(change, plan)),
  ];
  const consumers = items.flatMap((item) => affected(item, plan));
  const wrong = new Set(items.map(({ change }) => change));
  return {
    ...viewPlan(plan, sources),
    kind: 'drift',
    title: 'Drift',
    state: items.length === 0 ? 'clean' : plan.blocked.length > 0 ? 'blocked' : 'changes',
    headline: headlineOf({ plan, items, kept }),
    impact: [...affectedLine(consumers), ...waysBack(items, plan)],
    quota: viewQuota({ ...plan, steps: [] }),
    consumers,
    consumers_title: 'Consumers, and what is wrong for them',
    redeploy: [],
    redeploy_words: [],
    changes,
    unchanged: unchangedOf({ ...plan, changes: plan.changes.filter((change) => !wrong.has(change)) }),
    instant: viewInstant(plan, 'drift'),
    steps: [],
    legend: legendOf(changes, 'drift'),
    digest: null,
  };
}

const order: readonly DriftClass[] = ['missing', 'changed', 'extra', 'duplicate', 'rival', 'not-ready'];

function headlineOf({ plan, items, kept }: Drift): string {
  const counts = order
    .map((name) => ({ name, amount: items.filter((item) => item.class === name).length }))
    .filter(({ amount }) => amount > 0)
    .map(({ name, amount }) => `${amount} ${name}`);
  const wrong = new Set(items.map(({ change }) => change));
  const well = plan.changes.filter((change) => change.after !== null && !wrong.has(change)).length;
  const rest = [
    ...(kept.length > 0 ? [`${kept.length} kept on purpose`] : []),
    ...(well > 0 ? [`${count(well, 'list')} as configured`] : []),
    ...instantSummary(plan),
  ];
  return [...(counts.length > 0 ? counts : ['no drift']), ...rest].join(', ');
}

const signs: Readonly<Record<DriftClass, Symbol>> = {
  missing: '+',
  changed: '~',
  'not-ready': '~',
  extra: '-',
  duplicate: '-',
  rival: '-',
};

function viewItem({ class: label, change: found }: DriftItem, plan: Plan): ChangeView {
  const change = fromTheAccount(found);
  const view = { ...viewChange(change, plan), label, symbol: signs[label], consequence: '', cooldown: '' };
  // The words belong to what is said of the words.
  if (label === 'changed' || label === 'extra' || label === 'rival') return view;
  if (label === 'missing' && change.before === null) return view;
  return { ...view, rows: [], because: explain(label, change) || view.because };
}

/** A rival is told by how it differs from the list that is bound; here, by how the configuration does from it. */
function fromTheAccount(change: Change): Change {
  const { differs_from } = change;
  if (differs_from === null) return change;
  const { added, removed, changed, unchanged } = differs_from.hotwords;
  const hotwords = {
    added: removed,
    removed: added,
    changed: changed.map(({ before, after }) => ({ before: after, after: before })),
    unchanged,
  };
  return { ...change, differs_from: { ...differs_from, hotwords } };
}

function explain(label: DriftClass, { before }: Change): string {
  if (label === 'not-ready') return printable(`${before?.status}, not OK: recognition ignores it`);
  return label === 'missing' ? 'pinned to an id that the account does not hold' : '';
}

function viewKept(change: Change, plan: Plan): ChangeView {
  return { ...viewChange(change, plan), label: change.reason === 'protected' ? 'protected' : 'superseded' };
}

function affected({ class: label, change }: DriftItem, plan: Plan): ConsumerView[] {
  if (change.after === null) return [];
  return change.consumers.map((name) => ({
    name: printable(name),
    address: printable(change.address),
    redeploy: 'no',
    effect: effectOf(label, change, plan),
  }));
}

function effectOf(label: DriftClass, change: Change, plan: Plan): string {
  const { before, hotwords } = change;
  const { added, changed, removed } = hotwords;
  if (label === 'not-ready')
    return printable(`recognises without hotwords: its list is ${before?.status ?? 'not OK'}`);
  if (label === 'missing')
    return before === null ? missing(change, plan) : 'the id its vocabulary is pinned to is gone';
  const parts = [
    ...(added.length > 0 ? [`lacks ${count(added.length, 'hotword')}`] : []),
    ...(changed.length > 0 ? [`has ${changed.length} changed`] : []),
    ...(removed.length > 0 ? [`has ${removed.length} that the configuration does not know`] : []),
  ];
  return parts.join(', ');
}

/** Whoever goes on with the list whose place it takes misses nothing. */
function missing(change: Change, plan: Plan): string {
  const old = servedBy(change, plan);
  return old === null
    ? 'recognises without hotwords: its list is missing'
    : printable(`its list is missing; ${old.vocabulary_id} may still be used in its place`);
}

/** What to do about it, by what apply would do: where it would do nothing, the alarm would never end. */
function waysBack(items: readonly DriftItem[], plan: Plan): string[] {
  const { blocked } = plan;
  const of = (...classes: readonly DriftClass[]) =>
    items.filter((item) => classes.includes(item.class)).map(({ change }) => change);
  // Of a list that may still be used, the diagnostic says how it is kept.
  const strays = of('extra', 'duplicate').filter(
    (change) => isLeft(change) && claimOf(change, plan) === null,
  );
  // What blocks says itself how to go on, and may know better.
  const isDisputed = blocked.some(({ rule }) => rule === 'rival');
  const rivals = isDisputed ? [] : of('rival').filter(isLeft);
  const waiting = of('not-ready').filter(({ action }) => action === 'no-op');
  const handled = new Set<Change>([...strays, ...rivals, ...waiting]);
  return [
    ...(items.every(({ change }) => handled.has(change)) ? [] : [blocked.length > 0 ? heldBack : wayBack]),
    ...(strays.length === 0
      ? []
      : [
          `To put ${idsOf(strays)} right: name it under \`removed\` or set \`prune: true\`, and \`vocabsync apply\``,
        ]),
    ...(rivals.length === 0
      ? []
      : [
          `To put ${idsOf(rivals)} right: find out whose it is; then name it under \`removed\`, and \`vocabsync apply\``,
        ]),
    ...(waiting.length === 0
      ? []
      : [
          `To put ${idsOf(waiting)} right: wait some minutes; if it stays so, delete the list in the account, and \`vocabsync apply\` makes it anew`,
        ]),
  ];
}

/** What an apply leaves as it is. */
function isLeft({ action }: Change): boolean {
  return action === 'keep';
}

/** An account and a configuration that differ: one of the two is right. */
const wayBack =
  'To put it right: `vocabsync apply`, whose plan shows each word; or write what the account has into the YAML, where that is what is wanted';

const heldBack =
  'To put it right: first see to what blocks an apply; then `vocabsync apply`, whose plan shows each word';

function idsOf(changes: readonly Change[]): string {
  return firstOf(changes.map(({ before, address }) => printable(before?.vocabulary_id ?? address)));
}

function affectedLine(consumers: readonly ConsumerView[]): string[] {
  const names = [...new Set(consumers.map(({ name }) => name))];
  return names.length === 0 ? [] : [`Affected: ${firstOf(names)}`];
}
