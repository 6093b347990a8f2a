import type { Location } from '../../model/diagnostic.js';
import type { Look } from '../form.js';
import type { Palette } from '../palette.js';
import { countBySeverity, type DiagnosticView, inReadingOrder } from '../view/diagnostics.js';
import type { ErrorView } from '../view/failure-view.js';

/** Writes the diagnostics worth showing, with a count where there are several; empty when there are none. */
export function renderDiagnostics(all: readonly DiagnosticView[], look: DiagnosticsLook): string {
  const diagnostics = worthShowing(all, look);
  if (diagnostics.length === 0) return '';
  const { shown, hidden } = firstOfEach(diagnostics, look);
  const rest = hidden.map(
    ({ rule, file, amount }) =>
      `… and ${amount} more of ${rule}${file === null ? '' : ` in ${file}`}; --verbose shows more, --format json all\n`,
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

/**
 * How many findings of one rule a file gets. YAML is written by hand, and whoever corrects it wants to see every place;
 * a file of words that breaks a rule breaks it on each of its lines.
 */
function mostOfOneRule(file: string | null, { verbose }: DiagnosticsLook): number {
  return verbose || file === null || /\.ya?ml$/i.test(file) ? 1000 : 3;
}

interface Hidden {
  readonly rule: string;
  readonly file: string | null;
  readonly amount: number;
}

function firstOfEach(
  diagnostics: readonly DiagnosticView[],
  look: DiagnosticsLook,
): { readonly shown: readonly DiagnosticView[]; readonly hidden: readonly Hidden[] } {
  const counts = new Map<string, Hidden>();
  const shown = inReadingOrder(diagnostics).filter(({ rule, location }) => {
    const file = location?.file ?? null;
    const key = JSON.stringify([rule, file]);
    const amount = (counts.get(key)?.amount ?? 0) + 1;
    counts.set(key, { rule, file, amount });
    return amount <= mostOfOneRule(file, look);
  });
  const hidden = [...counts.values()].flatMap(({ rule, file, amount }) => {
    const surplus = amount - mostOfOneRule(file, look);
    return surplus > 0 ? [{ rule, file, amount: surplus }] : [];
  });
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
