import type { ApplyResult, StepResult, StepStatus } from '../model/apply-result.js';
import { isWrite } from '../model/change.js';
import type { Blocked, Plan } from '../model/plan.js';
import { printable } from './escape.js';
import { columnsOf, count, padColumns, widest } from './layout.js';
import type { Palette } from './palette.js';
import { type ChangeView, type PlanView, type Symbol, symbols, viewPlan } from './plan-view.js';
import type { WordRow } from './word-rows.js';

export interface TerminalOptions {
  readonly palette: Palette;
  /** What a run was for; left out: to apply the configuration. */
  readonly purpose?: Purpose;
  /** Every word, however long the list. */
  readonly verbose: boolean;
}

/** How a run that changes the account speaks of itself. */
export interface Purpose {
  /** What it has reached when it reached its end. */
  readonly reached: string;
  /** What to do about changes that are left. */
  readonly again: string;
}

const applying: Purpose = {
  reached: 'The account is as the configuration wants it.',
  again: 'run `vocabsync plan`, then apply again',
};

/** Words shown of one list before the rest is only counted. */
const maxRows = 20;

/** The plan as people read it in a terminal: what, word by word, in which order, and whether it may run. */
export function renderPlan(plan: Plan, options: TerminalOptions): string {
  const { palette } = options;
  const view = viewPlan(plan);
  const blocks = [
    [`${palette.strong('Plan')}: ${view.headline}`, `${view.slots} · ${palette.faint(view.where)}`],
    ...view.changes.map((change) => changeBlock(change, options)),
    stepsBlock(view, palette),
    foreignBlock(view, { ...options, verbose: options.verbose || lacksSlot(plan) }),
    ...plan.blocked.map((blocked) => blockedBlock(blocked, palette)),
    ...(plan.changes.some(isWrite) || plan.blocked.length > 0 ? [closing(plan, view, palette)] : []),
  ];
  return joinBlocks(blocks);
}

/** What a run came to, step by step. */
export function renderApplied(result: ApplyResult, options: TerminalOptions): string {
  const { palette, purpose = applying } = options;
  const rows = result.steps.map((step) => stepRow(step, options));
  const finale = result.converged
    ? palette.good(purpose.reached)
    : palette.warning('Not everything is done.');
  const counts = statusCounts(result.steps);
  return joinBlocks([
    rows,
    [
      ...(counts === '' ? [] : [`${palette.strong('Apply')}: ${counts}`]),
      finale,
      ...nextSteps(result, purpose),
    ],
  ]);
}

function changeBlock(view: ChangeView, { palette, verbose }: TerminalOptions): string[] {
  const paint = painter(view.symbol, palette);
  const head = `${paint(`${view.symbol} ${view.action} ${view.address}`)}  ${palette.faint(view.identity)}`;
  const about = [view.tally, view.because].filter((part) => part !== '').join(' · ');
  const shown = verbose || view.rows.length <= maxRows ? view.rows : view.rows.slice(0, maxRows);
  const hidden = view.rows.length - shown.length;
  return [
    head,
    `    ${about}`,
    ...wordRows(shown, palette),
    ...(hidden > 0 ? [palette.faint(`    … and ${hidden} more; --verbose shows all`)] : []),
    ...(view.consequence === '' ? [] : [`    ${view.consequence}`]),
  ];
}

const widestText = 40;

function wordRows(rows: readonly WordRow[], palette: Palette): string[] {
  const columns = widest(rows.map(textOf), widestText);
  return rows.map((row) => {
    const paint = painter(row.symbol, palette);
    const letters = row.spelling.map(({ text, changed }) => paint(changed ? palette.mark(text) : text));
    const padding = ' '.repeat(Math.max(0, columns - columnsOf(textOf(row))));
    return `    ${paint(row.symbol)} ${letters.join('')}${padding}  ${palette.faint(row.detail)}`;
  });
}

function textOf({ spelling }: WordRow): string {
  return spelling.map(({ text }) => text).join('');
}

function stepsBlock({ steps }: PlanView, palette: Palette): string[] {
  if (steps.length < 2 && steps[0]?.cooldown === '') return [];
  if (steps.length === 0) return [];
  const columns = widest(
    steps.map(({ op, address }) => `${op} ${address}`),
    60,
  );
  const rows = steps.map(({ id, symbol, op, address, after, slots, cooldown }) => {
    const waits = [
      ...(after.length > 0 ? [`after ${after.join(', ')}`] : []),
      ...(cooldown === '' ? [] : [cooldown]),
    ];
    const what = painter(symbol, palette)(`${symbol} ${padColumns(`${op} ${address}`, columns)}`);
    return `  ${id.padStart(2)}  ${what}  ${slots}${waits.length > 0 ? `  ${waits.join(', ')}` : ''}`;
  });
  return [palette.strong('Steps, and the slots taken after each'), ...rows];
}

function foreignBlock({ foreign }: PlanView, { palette, verbose }: TerminalOptions): string[] {
  if (foreign.length === 0 || !verbose) return [];
  return [palette.strong('Foreign lists, never touched'), ...foreign.map((list) => `    ${list}`)];
}

/** Then it matters who has the slots. */
function lacksSlot({ blocked }: Plan): boolean {
  return blocked.some(({ rule }) => rule === 'no-slot');
}

function blockedBlock({ rule, message, hint }: Blocked, palette: Palette): string[] {
  return [`${palette.error(`blocked[${rule}]`)}: ${printable(message)}`, ...hintRows(hint, palette)];
}

/** One way out behind the word, several below it. */
function hintRows(hint: string, palette: Palette): string[] {
  const ways = hint.split('\n').map(printable);
  const label = `  ${palette.strong('hint')}:`;
  return ways.length === 1 ? [`${label} ${ways[0]}`] : [label, ...ways.map((way) => `    - ${way}`)];
}

function closing({ blocked }: Plan, { headline, digest }: PlanView, palette: Palette): string[] {
  const verdict =
    blocked.length === 0 ? '' : palette.error(` · blocked by ${count(blocked.length, 'reason')} above`);
  return [`${palette.strong('Plan')}: ${headline}${verdict}`, palette.faint(`Digest ${digest}`)];
}

function stepRow(result: StepResult, { palette, verbose }: TerminalOptions): string {
  const { step, status, vocabulary_id, request_id, note, error } = result;
  const what = `${symbols[step.op]} ${step.op} ${printable(step.change.address)}`;
  // The request id is for the vendor's support, so it matters when something went wrong.
  const request = request_id !== null && (verbose || error !== null) ? `request ${request_id}` : null;
  const ids = [vocabulary_id, request].filter((id) => id !== null);
  const rows = [
    `${statusPainter(status, palette)(status.padEnd(7))} ${what}  ${palette.faint(printable(ids.join(', ')))}`,
    ...(note === null ? [] : [`        ${printable(note)}`]),
    ...(error === null
      ? []
      : [`        ${palette.error(`error[${error.code}]`)}: ${printable(error.message)}`]),
    ...(error?.hint ? [`        ${palette.strong('hint')}: ${printable(error.hint)}`] : []),
    ...(status === 'unknown' && error?.code !== 'not-ready' ? [`        ${inDoubt}`] : []),
  ];
  return rows.map((row) => row.trimEnd()).join('\n');
}

const inDoubt = 'Nobody knows whether it took effect; `vocabsync plan` shows what is there now.';

function statusCounts(steps: readonly StepResult[]): string {
  const statuses: StepStatus[] = ['done', 'failed', 'skipped', 'unknown'];
  return statuses
    .map((status) => ({ status, amount: steps.filter((step) => step.status === status).length }))
    .filter(({ amount }) => amount > 0)
    .map(({ status, amount }) => `${amount} ${status}`)
    .join(', ');
}

function nextSteps(
  { converged, final, final_error, interrupted }: ApplyResult,
  { again }: Purpose,
): string[] {
  if (converged) return [];
  const stopped = interrupted ? ['The run was interrupted; what was under way came to its end.'] : [];
  if (final === null)
    return [...stopped, `It could not be read again: ${printable(final_error?.message ?? 'unknown error')}`];
  const left = final.steps.length;
  const waiting = final.changes.filter(
    ({ after, before }) => after !== null && before !== null && before.status !== 'OK',
  );
  return [
    ...stopped,
    ...(left > 0 ? [`${count(left, 'change')} left: ${again}.`] : []),
    ...waiting.map(
      ({ address, before }) =>
        `${printable(address)} is ${printable(before?.status ?? '')}, not OK: recognition ignores it.`,
    ),
    ...final.blocked.map(({ message }) => printable(message)),
  ];
}

function painter(symbol: Symbol, palette: Palette): (text: string) => string {
  switch (symbol) {
    case '+':
      return palette.add;
    case '~':
      return palette.change;
    case '-':
      return palette.remove;
    case '=':
    case ' ':
      return palette.strong;
  }
}

function statusPainter(status: StepStatus, palette: Palette): (text: string) => string {
  switch (status) {
    case 'done':
      return palette.good;
    case 'failed':
      return palette.error;
    case 'skipped':
      return palette.faint;
    case 'unknown':
      return palette.warning;
  }
}

function joinBlocks(blocks: readonly (readonly string[])[]): string {
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}
