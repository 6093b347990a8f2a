import { padColumns, titled, widest } from '../layout.js';
import type { Palette } from '../palette.js';
import type { BlockedView, ChangeView, ReportView } from '../view/report-view.js';
import { joinBlocks, painter } from './paint.js';
import { renderDiagnostics } from './render-diagnostics.js';
import { instantBlocks } from './render-instant.js';
import { rowsOfList, type TerminalOptions, widestText } from './render-words.js';

/** A report as people read it in a terminal: what, word by word, for whom, in which order, and what holds it back. */
export function renderTerminal(report: ReportView, options: TerminalOptions): string {
  const { palette, account } = options;
  const view = { ...report, title: titled(report.title, account) };
  return joinBlocks([
    opening(view, palette),
    [renderDiagnostics(view.diagnostics, options).trimEnd()].filter((text) => text !== ''),
    ...view.changes.map((change) => changeBlock(change, options)),
    ...instantBlocks(view.instant, options),
    consumersBlock(view, palette),
    stepsBlock(view, palette),
    unmanagedBlock(view, options),
    ...view.blocked.map((blocked) => blockedBlock(blocked, palette)),
    ...(view.state === 'clean' || view.state === 'waiting' ? [] : [closing(view, palette)]),
  ]);
}

function opening({ title, state, headline, quota, where, legend }: ReportView, palette: Palette): string[] {
  const key = legend.map(({ symbol, meaning }) => `${painter(symbol, palette)(symbol)} ${meaning}`);
  return [
    `${palette.strong(title)}: ${state === 'blocked' ? palette.error(headline) : headline}`,
    `${quota.sentence} · ${palette.faint(where)}`,
    ...(key.length === 0 ? [] : [key.join(' · ')]),
  ];
}

export function changeBlock(view: ChangeView, options: TerminalOptions): string[] {
  const { palette } = options;
  const paint = painter(view.symbol, palette);
  const head = `${paint(`${view.symbol} ${view.label} ${view.address}`)}  ${palette.faint(view.identity)}`;
  const owner = view.owner === '' ? '' : `owner ${view.owner}`;
  const about = [view.tally, view.because, owner].filter((part) => part !== '').join(' · ');
  return [
    head,
    `    ${about}`,
    ...rowsOfList(view.rows, options),
    ...[view.consequence, view.cooldown].filter((line) => line !== '').map((line) => `    ${line}`),
  ];
}

function consumersBlock({ consumers, consumers_title }: ReportView, palette: Palette): string[] {
  if (consumers.length === 0) return [];
  const names = widest(
    consumers.map(({ name }) => name),
    widestText,
  );
  const addresses = widest(
    consumers.map(({ address }) => address),
    60,
  );
  const rows = consumers.map(
    ({ name, address, effect }) =>
      `    ${padColumns(name, names)}  ${palette.faint(padColumns(address, addresses))}  ${effect}`,
  );
  return [palette.strong(consumers_title), ...rows];
}

function stepsBlock({ steps, quota }: ReportView, palette: Palette): string[] {
  if (steps.length === 0 || (steps.length === 1 && steps[0]?.cooldown === '')) return [];
  const columns = widest(
    steps.map(({ op, address }) => `${op} ${address}`),
    60,
  );
  const rows = steps.map(({ id, symbol, op, address, after, slots_after, cooldown }) => {
    const waits = [
      ...(after.length > 0 ? [`after ${after.join(', ')}`] : []),
      ...(cooldown === '' ? [] : [cooldown]),
    ];
    const what = painter(symbol, palette)(`${symbol} ${padColumns(`${op} ${address}`, columns)}`);
    const slots = `${slots_after}/${quota.limit}`;
    return `  ${id.padStart(2)}  ${what}  ${slots}${waits.length > 0 ? `  ${waits.join(', ')}` : ''}`;
  });
  return [palette.strong('Steps, and the slots taken after each'), ...rows];
}

/** When a slot is lacking it matters who has the others. */
function unmanagedBlock({ unmanaged, quota }: ReportView, { palette, verbose }: TerminalOptions): string[] {
  if (unmanaged.length === 0 || (!verbose && quota.safe)) return [];
  return [
    palette.strong(`Unmanaged lists, never touched: ${unmanaged.length}`),
    ...unmanaged.map((list) => `    ${list}`),
  ];
}

export function blockedBlock({ rule, message, hints }: BlockedView, palette: Palette): string[] {
  const label = `  ${palette.strong('hint')}:`;
  const [only] = hints;
  const ways = hints.length === 1 ? [`${label} ${only}`] : [label, ...hints.map((way) => `    - ${way}`)];
  return [`${palette.error(`blocked[${rule}]`)}: ${message}`, ...ways];
}

function closing({ title, headline, impact, digest }: ReportView, palette: Palette): string[] {
  return [
    `${palette.strong(title)}: ${headline}`,
    ...impact,
    ...(digest === null ? [] : [palette.faint(`Digest ${digest}`)]),
  ];
}
