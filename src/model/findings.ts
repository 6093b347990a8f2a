import type { Diagnostic, Report } from './diagnostic.js';

/** Of one rule in one file: nobody reads more, and no form can hold the millions that a wrong file makes. */
const mostOfAKind = 10_000;
/** Of all together; beyond it each further kind keeps its first one. */
const mostOfAll = 100_000;

export interface Findings {
  readonly report: Report;
  /** All that were kept, in their order; behind them, how many were left out of each kind that has too many. */
  readonly all: () => Diagnostic[];
}

interface Kind {
  kept: number;
  left: number;
  firstLeft: Diagnostic | null;
}

/** Collects diagnostics, and counts those of a kind that is too many to say. */
export function collectFindings(): Findings {
  const kept: Diagnostic[] = [];
  const kinds = new Map<string, Kind>();
  return { report, all: () => [...kept, ...[...kinds.values()].flatMap(remainder)] };

  function report(found: Diagnostic): void {
    const kind = kindOf(found);
    const most = kept.length < mostOfAll ? mostOfAKind : 1;
    if (kind.kept < most) {
      kind.kept++;
      kept.push(found);
      return;
    }
    kind.left++;
    kind.firstLeft ??= found;
  }

  function kindOf({ severity, rule, location }: Diagnostic): Kind {
    const key = `${severity} ${rule} ${location?.file ?? ''}`;
    const known = kinds.get(key);
    if (known !== undefined) return known;
    const kind: Kind = { kept: 0, left: 0, firstLeft: null };
    kinds.set(key, kind);
    return kind;
  }
}

/** Nothing is lost without a word. It stands where the first one that is not shown would. */
function remainder({ left, firstLeft }: Kind): Diagnostic[] {
  if (firstLeft === null) return [];
  const { location } = firstLeft;
  const where = location === null ? '' : ` in ${location.file}`;
  const message = `${left} more of this kind${where} ${left === 1 ? 'is' : 'are'} left out from here on`;
  return [{ ...firstLeft, message, hint: 'mend those that are shown, and look again', related: null }];
}
