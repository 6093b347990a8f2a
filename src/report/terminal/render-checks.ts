import type { CheckStatus } from '../../model/checks/check.js';
import type { Look } from '../form.js';
import { padColumns, titled, widest } from '../layout.js';
import type { Palette } from '../palette.js';
import type { ChecksView, CheckView } from '../view/checks-view.js';
import { joinBlocks } from './paint.js';

type ChecksLook = Pick<Look, 'palette' | 'verbose' | 'quiet' | 'account'>;

/** Places of one finding that are shown; --verbose shows all. */
const mostEvidence = 3;

/** What needs somebody, with the next step; then a line for each thing that is well. With --quiet only the former. */
export function renderChecks(view: ChecksView, { palette, verbose, quiet, account }: ChecksLook): string {
  const columns = widest(
    view.checks.map(({ id }) => id),
    20,
  );
  const shown = quiet ? view.checks.filter(isProblem) : view.checks;
  if (shown.length === 0) return '';
  const headline = `${palette.strong(titled('Doctor', account))}: ${view.headline}`;
  const where = view.where === '' ? [] : [palette.faint(view.where)];
  const options = { palette, verbose, quiet, columns };
  return joinBlocks([
    [headline, ...where],
    ...shown.filter(isProblem).map((check) => rows(check, options)),
    joined(shown.filter(({ status }) => status === 'skipped')).flatMap((check) => rows(check, options)),
    shown.filter(({ status }) => status === 'ok').flatMap((check) => rows(check, options)),
    // Whoever reads the end of a long report sees what it comes to.
    ...(shown.some(isProblem) ? [[headline]] : []),
  ]);
}

function isProblem({ status }: CheckView): boolean {
  return status === 'fail' || status === 'warn';
}

/** What was skipped for one reason is one line: without an account that is most of it. */
function joined(checks: readonly CheckView[]): CheckView[] {
  const reasons = [...new Set(checks.map(reasonOf))];
  return reasons.flatMap((reason) => {
    const same = checks.filter((check) => reasonOf(check) === reason);
    const [first] = same;
    if (first === undefined || same.length === 1) return same;
    return [
      {
        ...first,
        id: `${same.length} checks`,
        message: `${same.map(({ id }) => id).join(', ')}: ${first.message}`,
      },
    ];
  });
}

function reasonOf({ message, hint }: CheckView): string {
  return JSON.stringify([message, hint]);
}

interface RowOptions {
  readonly palette: Palette;
  readonly verbose: boolean;
  readonly quiet: boolean;
  readonly columns: number;
}

/** The word carries the meaning without colour. */
const words: Readonly<Record<CheckStatus, string>> = {
  fail: 'fail',
  warn: 'warn',
  skipped: 'skip',
  ok: 'ok  ',
};

function rows(check: CheckView, { palette, verbose, quiet, columns }: RowOptions): string[] {
  const { id, status, message, hint, evidence } = check;
  const head = `${painter(status, palette)(words[status])}  ${palette.strong(padColumns(id, columns))}  ${message}`;
  const most = verbose ? evidence.length : isProblem(check) ? mostEvidence : 0;
  const hidden = evidence.length - most;
  const indent = ' '.repeat(6);
  return [
    head,
    ...evidence.slice(0, most).map(({ line }) => palette.faint(`${indent}${line}`)),
    ...(isProblem(check) && hidden > 0
      ? // The one flag refuses the other.
        [palette.faint(`${indent}… and ${hidden} more${quiet ? '' : '; --verbose shows all'}`)]
      : []),
    ...(hint === null ? [] : [`${indent}${palette.strong('next')}: ${hint}`]),
  ];
}

function painter(status: CheckStatus, palette: Palette): (text: string) => string {
  switch (status) {
    case 'fail':
      return palette.error;
    case 'warn':
      return palette.warning;
    case 'skipped':
      return palette.faint;
    case 'ok':
      return palette.good;
  }
}
