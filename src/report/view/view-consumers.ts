import type { Change, HotwordDiff } from '../../model/change.js';
import type { Plan } from '../../model/plan.js';
import { printable } from '../../model/text/printable.js';
import { count, firstOf } from '../layout.js';
import type { ConsumerView, Redeploy, ReportView } from './report-view.js';
import { countWords, signedCounts } from './word-counts.js';

/** What each consumer gains and loses by the lists that are written, by name. */
export function consumersOf(plan: Plan): ConsumerView[] {
  return plan.changes
    .flatMap((change) => change.consumers.flatMap((name) => viewConsumer(name, change, plan) ?? []))
    .sort((left, right) => (left.name < right.name ? -1 : 1));
}

/** Names those that have to be deployed again, by what for. */
export function redeployOf(
  consumers: readonly ConsumerView[],
): Pick<ReportView, 'redeploy' | 'redeploy_words'> {
  return { redeploy: redeployedFor('new id', consumers), redeploy_words: redeployedFor('words', consumers) };
}

/** One that must be given a new id is deployed again anyway. */
function redeployedFor(why: Redeploy, consumers: readonly ConsumerView[]): string[] {
  const named = (redeploy: Redeploy) =>
    consumers.filter((consumer) => consumer.redeploy === redeploy).map(({ name }) => name);
  const others = why === 'words' ? named('new id') : [];
  return [...new Set(named(why))].filter((name) => !others.includes(name));
}

function viewConsumer(name: string, change: Change, plan: Plan): ConsumerView | null {
  const { action, reason, hotwords, replaces } = change;
  const of = { name: printable(name), address: printable(change.address) };
  if (action === 'update') {
    const effect = `${signedCounts(countWords(hotwords))}, without a new id${sentStill(name, hotwords, plan)}`;
    return { ...of, redeploy: 'no', effect };
  }
  if (action === 'create') {
    const noticed = replaces?.hotwords ?? hotwords;
    return {
      ...of,
      redeploy: 'new id',
      effect: `new id; ${handoverEffect(noticed)}${sentStill(name, noticed, plan)}`,
    };
  }
  if (action !== 'delete' || reason !== 'superseded') return null;
  const effect = printable(`its old list goes: it must have switched to ${heirsOf(name, change, plan)}`);
  return { ...of, redeploy: 'no', effect };
}

/** What a list takes from a consumer that sends it with its requests, as the configuration has it. */
function sentStill(name: string, { removed }: HotwordDiff, { instant }: Plan): string {
  if (removed.length === 0) return '';
  const sent = instant.flatMap(({ after }) => (after?.consumers.includes(name) ? after.hotwords : []));
  const texts = new Set(sent.map(({ text }) => text));
  const kept = removed.filter(({ text }) => texts.has(text)).length;
  if (kept === 0) return '';
  const [which, go] =
    removed.length === 1
      ? ['the word', 'goes']
      : [`${kept === removed.length ? 'all' : kept} of the words`, kept === 1 ? 'goes' : 'go'];
  return `; ${which} it loses ${go} with its requests`;
}

/** What a consumer recognises with in the place of a list: of several that take it, those that it uses. */
function heirsOf(name: string, { replacements, replaced_by }: Change, { changes, instant }: Plan): string {
  const heirs = [
    ...changes.flatMap(({ address, after }) => (after?.consumers.includes(name) ? address : [])),
    ...instant.flatMap((sent) => (sent.after?.consumers.includes(name) ? sent.name : [])),
  ].filter((called) => replacements.includes(called));
  return heirs.length === 0 ? String(replaced_by) : firstOf(heirs);
}

/** From one list to another, as somebody who recognises with them sees it: `gains 2 hotwords, loses 1 of 28` */
export function handoverEffect(hotwords: HotwordDiff): string {
  const { added, changed, removed, unchanged } = countWords(hotwords);
  const before = removed + changed + unchanged;
  if (before === 0) return count(added, 'hotword');
  if (added + changed + removed === 0) return 'the same hotwords';
  return [
    ...(added > 0 ? [`gains ${count(added, 'hotword')}`] : []),
    ...(changed > 0 ? [`${changed} change`] : []),
    removed === 0 ? 'loses none' : `loses ${removed} of ${before}`,
  ].join(', ');
}
