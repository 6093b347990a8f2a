import type { Action, Change } from '../model/change.js';
import type { Plan, Step } from '../model/plan.js';
import { isoTime } from '../model/server-time.js';
import { printable } from './escape.js';
import { count } from './layout.js';
import { type WordRow, wordRows } from './word-rows.js';

/*
 * What every rendering of a plan says, in words, before it is decided how it looks. All texts are safe to print.
 */

export type Symbol = '+' | '~' | '-' | '=' | ' ';

export interface ChangeView {
  readonly symbol: Symbol;
  readonly action: Action;
  readonly address: string;
  /** The id, or what a new list will be. */
  readonly identity: string;
  /** Why, as a clause; empty when the action says it all. */
  readonly because: string;
  readonly rows: readonly WordRow[];
  /** `+3 ~1 -2, 206 unchanged` */
  readonly tally: string;
  readonly consumers: readonly string[];
  /** What has to be done outside of vocabsync; empty when nothing. */
  readonly consequence: string;
}

export interface StepView {
  readonly id: string;
  readonly symbol: Symbol;
  readonly op: Step['op'];
  readonly address: string;
  readonly after: readonly string[];
  readonly slots: string;
  /** `not before 2026-11-22T10:05:00Z (in 4 min 12 s)`; empty when at once. */
  readonly cooldown: string;
}

export interface PlanView {
  /** `1 to create, 2 to update`, or that there is nothing to do. */
  readonly headline: string;
  readonly slots: string;
  readonly where: string;
  /** In the order of the plan, without those that stay as they are. */
  readonly changes: readonly ChangeView[];
  readonly steps: readonly StepView[];
  readonly unchanged: number;
  readonly foreign: readonly string[];
  readonly digest: string;
}

export const symbols: Readonly<Record<Action, Symbol>> = {
  create: '+',
  update: '~',
  delete: '-',
  keep: '=',
  'no-op': ' ',
};

export function viewPlan(plan: Plan): PlanView {
  return {
    headline: headline(plan),
    slots: slotsLine(plan),
    where: whereLine(plan),
    changes: plan.changes.filter(({ action }) => action !== 'no-op').map(viewChange),
    steps: plan.steps.map((step) => viewStep(step, plan)),
    unchanged: countActions(plan, 'no-op'),
    foreign: plan.foreign.map(({ vocabulary_id, status }) => printable(`${vocabulary_id} (${status})`)),
    digest: plan.digest,
  };
}

export function countActions({ changes }: Plan, action: Action): number {
  return changes.filter((change) => change.action === action).length;
}

/** `not before …` of a step, for those who wait. */
export function duration(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  return minutes === 0 ? `${seconds} s` : `${minutes} min ${seconds % 60} s`;
}

function headline(plan: Plan): string {
  const writes = (['create', 'update', 'delete'] as const)
    .map((action) => ({ action, amount: countActions(plan, action) }))
    .filter(({ amount }) => amount > 0)
    .map(({ action, amount }) => `${amount} to ${action}`);
  const kept = countActions(plan, 'keep');
  const same = countActions(plan, 'no-op');
  const rest = [...(kept > 0 ? [`${kept} kept`] : []), ...(same > 0 ? [`${same} unchanged`] : [])];
  return [...(writes.length > 0 ? writes : ['no changes']), ...rest].join(', ');
}

function slotsLine({ quota: { in_use, limit, foreign, peak, after }, steps }: Plan): string {
  const now = `${in_use} of ${limit} slots in use${foreign > 0 ? ` (${foreign} foreign)` : ''}`;
  return steps.length === 0 ? now : `${now}, at most ${peak} during the run, ${after} after it`;
}

function whereLine({ account: { endpoint, workspace } }: Plan): string {
  return printable(workspace === null ? endpoint : `${endpoint}, workspace ${workspace}`);
}

function viewChange(change: Change): ChangeView {
  const { action, address, hotwords, consumers, reason } = change;
  return {
    symbol: symbols[action],
    action,
    address: printable(address),
    identity: identity(change),
    because: because(change),
    // Of a twin nothing is lost, and red rows would say otherwise.
    rows: reason === 'twin' ? [] : wordRows(hotwords),
    tally: tally(change),
    consumers: consumers.map(printable),
    consequence: consequence(change),
  };
}

function identity({ before, prefix }: Change): string {
  if (before === null) return printable(`prefix ${prefix}`);
  return printable(
    before.status === 'OK' ? before.vocabulary_id : `${before.vocabulary_id}, ${before.status}`,
  );
}

function because({ action, reason, replaced_by }: Change): string {
  switch (reason) {
    case 'orphan':
      return `no vocabulary names its prefix${action === 'keep' ? '; prune is off' : ' any more'}`;
    case 'removed':
      return 'named under `removed`';
    case 'twin':
      return `the same words as another list of this prefix and model${action === 'keep' ? '; prune is off' : ''}`;
    case 'rival':
      return 'other words under the same prefix and model: perhaps somebody else’s';
    case 'superseded':
      return printable(
        `superseded by ${replaced_by}${action === 'keep' ? '; `--retire` deletes it once nobody uses it any more' : ''}`,
      );
    case 'replacement_not_ready':
      return printable(`kept until ${replaced_by ?? 'the list with the same words'} is OK`);
    case 'protected':
      return 'its prefix is under `protect`';
    case 'delete_first':
      return printable(`deleted before ${replaced_by} is made, because no slot is free`);
    case 'restored':
      return 'from the backup';
    case 'desired':
    case 'hotwords_changed':
    case 'in_sync':
      return '';
  }
}

function tally({ action, hotwords: { added, removed, changed, unchanged } }: Change): string {
  switch (action) {
    case 'create':
      return count(added.length, 'hotword');
    case 'delete':
      return count(removed.length, 'hotword');
    case 'keep':
    case 'no-op':
      return count(unchanged, 'hotword');
    case 'update': {
      const parts = [`+${added.length}`, `~${changed.length}`, `-${removed.length}`];
      return `${parts.filter((part) => !part.endsWith('0') || part.length > 2).join(' ')}, ${unchanged} unchanged`;
    }
  }
}

function consequence({ action, consumers, reason }: Change): string {
  if (consumers.length === 0) return '';
  const names = consumers.map(printable).join(', ');
  if (action === 'create') return `new id: ${names} must be given it`;
  if (reason === 'delete_first')
    return `downtime: ${names} have no hotwords until the new list is made and its id is theirs`;
  if (reason !== 'superseded') return `used by ${names}`;
  return action === 'delete' ? `${names} must have switched` : `serves ${names} until they switch`;
}

function viewStep(
  { id, op, change, after, slots_after, not_before }: Step,
  { quota, server_time }: Plan,
): StepView {
  return {
    id,
    symbol: symbols[op],
    op,
    address: printable(change.address),
    after,
    slots: `${slots_after}/${quota.limit}`,
    cooldown: not_before === null ? '' : cooldown(not_before, server_time),
  };
}

function cooldown(not_before: number, now: number | null): string {
  const wait = now === null ? '' : ` (in ${duration(not_before - now)})`;
  return `not before ${isoTime(not_before)}${wait}`;
}
