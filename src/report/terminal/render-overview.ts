import { padColumns, widest } from '../layout.js';
import type { Palette } from '../palette.js';
import type { AccountState, OverviewRow, OverviewView } from '../view/overview-view.js';
import { joinBlocks } from './paint.js';
import { renderDiagnostics } from './render-diagnostics.js';
import { evaluatedBlocks } from './render-evaluation.js';
import { instantBlocks } from './render-instant.js';
import { blockedBlock, changeBlock } from './render-report.js';
import { stepRow } from './render-result.js';
import type { TerminalOptions } from './render-words.js';

/** Several accounts as people read them in a terminal: a row each, then what changes in which. */
export function renderOverview(view: OverviewView, options: TerminalOptions): string {
  const { palette } = options;
  const headline = `${palette.strong(view.title)}: ${view.headline}`;
  return joinBlocks([
    [headline],
    rowsBlock(view.rows, palette),
    ...view.rows.flatMap((row) => detailBlocks(row, options)),
    ...(view.note === null || options.quiet ? [] : [[palette.faint(view.note)]]),
    ...(view.rows.some(({ details }) => details !== null) ? [[headline]] : []),
  ]);
}

/** Carries the meaning without colour. */
const marks: Readonly<Record<AccountState, string>> = {
  failed: '!',
  partly: '!',
  blocked: '!',
  changes: '~',
  waiting: '?',
  clean: '=',
};

function rowsBlock(rows: readonly OverviewRow[], palette: Palette): string[] {
  const columns = widest(
    rows.map(({ account }) => account),
    40,
  );
  return rows.map(({ account, state, headline, digest }) => {
    const paint = painterOf(state, palette);
    const approved = digest === null ? '' : `  ${palette.faint(digest)}`;
    return `  ${paint(`${marks[state]} ${padColumns(account, columns)}`)}  ${headline}${approved}`;
  });
}

function painterOf(state: AccountState, palette: Palette): (text: string) => string {
  if (state === 'clean') return palette.good;
  return state === 'changes' || state === 'waiting' ? palette.warning : palette.error;
}

function detailBlocks(
  { account, config, where, details }: OverviewRow,
  options: TerminalOptions,
): string[][] {
  if (details === null) return [];
  const { palette } = options;
  const about = [config, where]
    .filter((part) => part !== null && part !== '' && part !== account)
    .join(' · ');
  const found = renderDiagnostics(details.diagnostics, options).trimEnd();
  return [
    [`${palette.strong(account)}${about === '' ? '' : `  ${palette.faint(about)}`}`],
    ...(found === '' ? [] : [[found]]),
    ...details.evaluations.flatMap((one) => evaluatedBlocks(one, options, false)),
    ...details.changes.map((change) => changeBlock(change, options)),
    ...instantBlocks(details.instant, options),
    details.steps.map((step) => stepRow(step, options)),
    ...details.blocked.map((blocked) => blockedBlock(blocked, palette)),
    [...details.notes],
  ].filter((block) => block.length > 0);
}
