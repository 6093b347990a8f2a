import { type Change, type Handover, type HotwordDiff, leftWaiting } from '../../model/change.js';
import { noRemarks } from '../../model/hotword.js';
import { isReady, nameOf } from '../../model/observed.js';
import type { Plan, Step } from '../../model/plan.js';
import { printable, printableLocation, quotable } from '../../model/text/printable.js';
import { listed } from '../../model/text/users-named.js';
import { isoTime } from '../../model/time/server-time.js';
import { count, duration, firstOf } from '../layout.js';
import { symbols } from './legend.js';
import type { ChangeView, StepView, UnchangedView } from './report-view.js';
import { countWords, signedCounts } from './word-counts.js';
import { wordRows } from './word-rows.js';

export function viewChange(change: Change, plan: Plan): ChangeView {
  const { action, address, consumers, reason, after } = change;
  const step = plan.steps.find((candidate) => candidate.change === change);
  return {
    symbol: symbols[action],
    label: action,
    address: printable(address),
    identity: identityOf(change),
    owner: ownerOf(change),
    because: because(change, plan),
    // Of a duplicate nothing is lost, and red rows would say otherwise.
    rows: reason === 'duplicate' ? [] : wordRows(noticed(change), after?.remarks ?? noRemarks),
    tally: tally(change),
    consumers: consumers.map(printable),
    consequence: consequence(change, plan),
    cooldown: step === undefined ? '' : viewStep(step, plan).cooldown,
    location: printableLocation(after?.location ?? null),
  };
}

export function unchangedOf({ changes }: Plan): UnchangedView[] {
  return changes
    .filter(({ action }) => action === 'no-op')
    .map((change) => ({
      address: printable(change.address),
      identity: identityOf(change),
      owner: ownerOf(change),
      hotwords: change.hotwords.unchanged,
      consumers: change.consumers.map(printable),
    }));
}

/** The difference that matters to people: a new list is compared with the one it replaces, a rival with the bound one. */
export function noticed({ hotwords, replaces, differs_from }: Change): HotwordDiff {
  return replaces?.hotwords ?? differs_from?.hotwords ?? hotwords;
}

function identityOf({ before, prefix }: Change): string {
  if (before === null) return printable(`prefix ${prefix}`);
  return printable(before.status === 'OK' ? nameOf(before) : `${nameOf(before)}, ${before.status}`);
}

function ownerOf({ after }: Change): string {
  return quotable(after?.owner ?? '');
}

function because(change: Change, plan: Plan): string {
  const { action, reason, replaced_by } = change;
  switch (reason) {
    case 'orphan':
      return `no vocabulary names its prefix${action === 'keep' ? '; prune is off' : ' any more'}`;
    case 'removed':
      return 'named under `removed`';
    case 'duplicate':
      return `the same words as another list of this prefix and model${action === 'keep' ? '; prune is off' : ''}`;
    case 'rival':
      return 'other words under the same prefix and model: perhaps somebody else’s';
    case 'superseded':
      return printable(
        `superseded by ${replaced_by}${action === 'keep' ? '; `--retire` deletes it once nobody uses it any more' : ''}`,
      );
    case 'replacement_not_ready':
      return printable(`kept until ${awaited(change, plan)} OK`);
    case 'replacement_not_published':
      return printable(
        `kept: the words of ${sentInstead(change, plan)} are not in the published files here yet; apply writes them, and --retire after it deletes the list`,
      );
    case 'protected':
      return 'its prefix is under `protect`';
    case 'delete_first':
      return printable(`deleted before ${madeAfter(change, plan)} is made, because no slot is free`);
    case 'restored':
      return 'from the backup';
    case 'abandoned':
      return 'nothing names its prefix any more, so it keeps its slot; name the prefix under `removed` to have it deleted';
    case 'desired':
    case 'hotwords_changed':
    case 'in_sync':
      return '';
    default:
      // A document of a newer version may give a reason that this one has no words for.
      reason satisfies never;
      return printable(String(reason));
  }
}

/** The instant vocabularies that take its place. */
function sentInstead({ replacements, replaced_by }: Change, { instant }: Plan): string {
  const names = instant.map(({ name }) => name).filter((name) => replacements.includes(name));
  return names.length === 0 ? String(replaced_by) : listed(names);
}

/** The list that waits for its slot. */
function madeAfter(change: Change, { steps }: Plan): string {
  const going = steps.find((step) => step.change === change);
  const waiting = steps.find(
    ({ op, after }) => op === 'create' && going !== undefined && after.includes(going.id),
  );
  return waiting?.change.address ?? String(change.replaced_by);
}

/** `a and b are`: the lists that an old one waits for. A document does not tell which, and then it is the nearest. */
function awaited({ replacements, replaced_by }: Change, { changes }: Plan): string {
  const waited = changes
    .filter(({ address, after }) => after !== null && replacements.includes(address))
    .filter(({ before }) => before === null || !isReady(before))
    .map(({ address }) => address);
  if (waited.length > 1) return `${listed(waited)} are`;
  return `${waited[0] ?? replaced_by ?? 'the list with the same words'} is`;
}

function tally(change: Change): string {
  const words = countWords(noticed(change));
  const { added, removed, unchanged } = words;
  const other = change.replaces ?? change.differs_from;
  if (other !== null) return comparison(change, other);
  switch (change.action) {
    case 'create':
      return count(added, 'hotword');
    case 'delete':
      return count(removed, 'hotword');
    case 'keep':
    case 'no-op':
      return count(unchanged, 'hotword');
    case 'update':
      return `${signedCounts(words)}, ${unchanged} unchanged`;
  }
}

function comparison(change: Change, { address }: Handover): string {
  const size = count(change.hotwords.added.length + change.hotwords.unchanged, 'hotword');
  const counts = signedCounts(countWords(noticed(change)));
  return printable(`${size}, ${counts === '' ? 'the same as' : `${counts} against`} ${address}`);
}

/**
 * Says what has to be done about a list that stands in another's way or place; what the desired lists mean to consumers
 * is in view-consumers.
 */
function consequence(change: Change, { changes }: Plan): string {
  const { action, consumers, reason, after } = change;
  if (consumers.length === 0 || after !== null) return '';
  const names = firstOf(consumers.map(printable));
  if (reason === 'delete_first') {
    const waiting = leftWaiting(change, changes);
    const others = consumers.filter((name) => !waiting.includes(name));
    return [
      ...(waiting.length > 0
        ? [
            `downtime: ${firstOf(waiting.map(printable))} have no hotwords until the new list is made and its id is theirs`,
          ]
        : []),
      ...(others.length > 0 ? [`${firstOf(others.map(printable))} must have switched`] : []),
    ].join('; ');
  }
  if (reason !== 'superseded') return `used by ${names}`;
  return action === 'delete' ? `${names} must have switched` : `serves ${names} until they switch`;
}

export function viewStep(
  { id, op, change, after, slots_after, not_before }: Step,
  { server_time }: Plan,
): StepView {
  return {
    id,
    symbol: symbols[op],
    op,
    address: printable(change.address),
    after,
    slots_after,
    cooldown: not_before === null ? '' : cooldown(not_before, server_time),
  };
}

function cooldown(not_before: number, now: number | null): string {
  const wait = now === null ? '' : ` (in ${duration(not_before - now)})`;
  return `not before ${isoTime(not_before)}${wait}`;
}
