import type { Diagnostic } from '../../model/diagnostic.js';
import type { Blocked, Plan } from '../../model/plan.js';
import { printable, printableLocation } from '../../model/printable.js';
import { inReadingOrder } from '../diagnostics.js';
import type { BlockedView, DiagnosticView } from './report-view.js';

export function viewBlocked({ rule, address, message, hint }: Blocked, { changes }: Plan): BlockedView {
  const about = changes.find((change) => change.address === address && change.after !== null);
  return {
    rule,
    message: printable(message),
    hints: hint.split('\n').map(printable),
    location: printableLocation(about?.after?.location ?? null),
  };
}

/** The worst first: where there is room for a few only, they are the ones to read. */
export function viewDiagnostics(diagnostics: readonly Diagnostic[]): DiagnosticView[] {
  const all = inReadingOrder(diagnostics);
  const sorted = (['error', 'warning', 'info'] as const).flatMap((severity) =>
    all.filter((diagnostic) => diagnostic.severity === severity),
  );
  return sorted.map(({ severity, rule, message, hint, location }) => ({
    severity,
    rule,
    message: printable(message),
    hint: hint === null ? null : printable(hint),
    location: printableLocation(location),
  }));
}
