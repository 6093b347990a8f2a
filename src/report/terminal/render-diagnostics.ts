import type { Location } from '../../model/diagnostic.js';
import type { Look } from '../form.js';
import type { Palette } from '../palette.js';
import { countBySeverity, type DiagnosticView, inReadingOrder } from '../view/diagnostics.js';
import type { ErrorView } from '../view/failure-view.js';

/** Writes the diagnostics worth showing, with a count where there are several; empty when there are none. */
export function renderDiagnostics(all: readonly DiagnosticView[], look: DiagnosticsLook): string {
  const diagnostics = worthShowing(all, look);
  if (diagnostics.length === 0) return '';
  const { shown, hidden } = firstOfEach(diagnostics);
  const rest = [...hidden].map(
    ([rule, amount]) => `… and ${amount} more of ${rule}; --format json has all\n`,
  );
  const counts = diagnostics.length > 1 ? [`${countBySeverity(diagnostics)}\n`] : [];
  const texts = shown.map((diagnostic) => renderDiagnostic(diagnostic, look.palette));
  return [`${texts.join('\n')}\n`, ...rest, ...counts].join('');
}

export type DiagnosticsLook = Pick<Look, 'palette' | 'verbose' | 'quiet'>;

/** Writes one diagnostic with its location, the line it is about, a caret and the way out. */
function renderDiagnostic(diagnostic: DiagnosticView, palette: Palette): string {
  const { severity, rule, message, hint, related } = diagnostic;
  const paint =
    severity === 'error' ? palette.error : severity === 'warning' ? palette.warning : palette.strong;
  const rows = [
    `${paint(`${severity}[${rule}]`)}: ${message}`,
    ...excerptRows(diagnostic, palette),
    ...(related === null ? [] : [palette.faint(`  see also ${where(related)}`)]),
    ...(hint === null ? [] : [`  ${palette.strong('hint')}: ${hint}`]),
  ];
  return `${rows.join('\n')}\n`;
}

/** Writes why an operation failed, and the way out. */
export function renderError({ code, message, hint }: ErrorView, palette: Palette): string {
  const head = `${palette.error(`error[${code}]`)}: ${message}\n`;
  return hint === null ? head : `${head}  ${palette.strong('hint')}: ${hint}\n`;
}

/**
 * All with --verbose, else errors and warnings; with --quiet of the warnings only those on the account, which no file
 * shows.
 */
function worthShowing(
  diagnostics: readonly DiagnosticView[],
  { quiet, verbose }: DiagnosticsLook,
): DiagnosticView[] {
  return diagnostics.filter(
    ({ severity, location }) =>
      severity === 'error' || (severity === 'warning' ? !quiet || location === null : verbose),
  );
}

/** A table taken for a list of words makes a diagnostic a line, and nobody reads a hundred thousand of them. */
const mostOfOneRule = 1000;

function firstOfEach(diagnostics: readonly DiagnosticView[]) {
  const counts = new Map<string, number>();
  const shown = inReadingOrder(diagnostics).filter(({ rule }) => {
    const amount = (counts.get(rule) ?? 0) + 1;
    counts.set(rule, amount);
    return amount <= mostOfOneRule;
  });
  const hidden = [...counts].flatMap(([rule, amount]) =>
    amount > mostOfOneRule ? [[rule, amount - mostOfOneRule] as const] : [],
  );
  return { shown, hidden };
}

function excerptRows({ location, excerpt }: DiagnosticView, palette: Palette): string[] {
  if (location === null) return [];
  const head = `  ${palette.faint('-->')} ${where(location)}`;
  if (excerpt === null) return [head];
  const gutter = String(location.line);
  return [
    head,
    `  ${palette.faint(`${gutter} |`)} ${excerpt.text}`,
    `  ${palette.faint(`${' '.repeat(gutter.length)} |`)} ${' '.repeat(excerpt.caret)}${palette.error('^')}`,
  ];
}

function where({ file, line, column }: Location): string {
  return `${file}:${line}:${column}`;
}
