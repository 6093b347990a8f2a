import type { Diagnostic } from '../model/diagnostic.js';
import type { VocabError } from '../model/errors.js';
import { printable } from '../model/printable.js';
import { countBySeverity, inReadingOrder, renderDiagnostics, type Sources } from '../report/diagnostics.js';
import { type Palette, palette } from '../report/palette.js';
import type { Context, Output } from './context.js';
import { type ExitCode, exitCodes } from './exit-code.js';
import type { CommonOptions } from './options.js';

/** What a stream's colours are, decided once: the flag, then NO_COLOR, FORCE_COLOR, then whether it is a terminal. */
export function paletteFor(
  output: Output,
  { color }: Pick<CommonOptions, 'color'>,
  { env }: Context,
): Palette {
  return palette(isColoured(output, color, env));
}

function isColoured({ isTTY }: Output, when: CommonOptions['color'], env: Context['env']): boolean {
  if (when !== 'auto') return when === 'always';
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  return isTTY && env['TERM'] !== 'dumb';
}

/**
 * The remarks worth showing: all with --verbose, else errors and warnings; with --quiet of the warnings only those on the
 * account, which no file shows.
 */
export function worthShowing(diagnostics: readonly Diagnostic[], options: CommonOptions): Diagnostic[] {
  return diagnostics.filter(
    ({ severity, location }) =>
      severity === 'error' ||
      (severity === 'warning' ? !options.quiet || location === null : options.verbose),
  );
}

/** Diagnostics as text, with a count where there are several. */
export function diagnosticsText(
  diagnostics: readonly Diagnostic[],
  sources: Sources,
  colours: Palette,
): string {
  if (diagnostics.length === 0) return '';
  const { shown, hidden } = firstOfEach(diagnostics);
  const text = renderDiagnostics(shown, sources, colours);
  const rest = [...hidden].map(
    ([rule, amount]) => `… and ${amount} more of ${rule}; --format json has all\n`,
  );
  return `${text}\n${rest.join('')}`.concat(
    diagnostics.length > 1 ? `${countBySeverity(diagnostics)}\n` : '',
  );
}

/** A table taken for a list of words makes a finding a line, and nobody reads a hundred thousand of them. */
const mostOfOneRule = 1000;

function firstOfEach(diagnostics: readonly Diagnostic[]) {
  const counts = new Map<string, number>();
  const shown = inReadingOrder(diagnostics).filter(({ rule }) => {
    const count = (counts.get(rule) ?? 0) + 1;
    counts.set(rule, count);
    return count <= mostOfOneRule;
  });
  const hidden = [...counts].flatMap(([rule, count]) =>
    count > mostOfOneRule ? [[rule, count - mostOfOneRule] as const] : [],
  );
  return { shown, hidden };
}

export function errorText({ code, message, hint }: VocabError, colours: Palette): string {
  const head = `${colours.error(`error[${code}]`)}: ${printable(message)}\n`;
  return hint === null ? head : `${head}  ${colours.strong('hint')}: ${printable(hint)}\n`;
}

/** Whatever is no VocabError is a mistake of ours: the stack, and where to take it. */
export function printBug(error: unknown, context: Context): ExitCode {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const lines = stack.split('\n').map((line) => `  ${printable(line)}`);
  context.stderr.write(
    `This is a bug in vocabsync ${context.version}. Please report it with the lines below: https://github.com/vocabsync/vocabsync/issues\n${lines.join('\n')}\n`,
  );
  return exitCodes.bug;
}
