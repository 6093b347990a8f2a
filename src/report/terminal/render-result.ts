import type { StepStatus } from '../../model/result/apply-result.js';
import { titled } from '../layout.js';
import type { Palette } from '../palette.js';
import { inDoubt, type ResultView, type StepResultView } from '../view/result-view.js';
import { joinBlocks } from './paint.js';
import type { TerminalOptions } from './render-words.js';

/** What a run came to, step by step. */
export function renderResult(view: ResultView, options: TerminalOptions): string {
  const { palette, account } = options;
  const title = titled(view.title, account);
  const finale = view.is_done ? palette.good(view.finale) : palette.warning(view.finale);
  return joinBlocks([
    view.steps.map((step) => stepRow(step, options)),
    [...(view.counts === '' ? [] : [`${palette.strong(title)}: ${view.counts}`]), finale, ...view.next],
  ]).concat(view.notes.map((note) => `${note}\n`).join(''));
}

export function stepRow(step: StepResultView, { palette, verbose }: TerminalOptions): string {
  const { status, symbol, op, address, vocabulary_id, request_id, note, error, in_doubt } = step;
  // The request id is for the vendor's support, so it matters when something went wrong.
  const request = request_id !== null && (verbose || error !== null) ? `request ${request_id}` : null;
  const ids = [vocabulary_id, request].filter((id) => id !== null);
  const rows = [
    `${statusPainter(status, palette)(status.padEnd(7))} ${symbol} ${op} ${address}  ${palette.faint(ids.join(', '))}`,
    ...(note === null ? [] : [`        ${note}`]),
    ...(error === null ? [] : [`        ${palette.error(`error[${error.code}]`)}: ${error.message}`]),
    ...(error?.hint ? [`        ${palette.strong('hint')}: ${error.hint}`] : []),
    ...(in_doubt ? [`        ${inDoubt}`] : []),
  ];
  return rows.map((row) => row.trimEnd()).join('\n');
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
