import { maskKeys } from './text/secrets.js';

/** A position in a file as an editor counts it: lines and columns start at 1. */
export interface Location {
  /** The path as the user would type it: relative to the working directory. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A value from a file, with the place it was read from. */
export interface Located<T> {
  readonly value: T;
  readonly location: Location;
}

/** A value of which nobody asks any more where it stands. */
export type Unlocated<T> =
  T extends Located<infer Value>
    ? Value
    : T extends readonly (infer Item)[]
      ? readonly Unlocated<Item>[]
      : T extends object
        ? { readonly [Key in keyof T]: Unlocated<T[Key]> }
        : T;

/** Copies a value without the locations in it. */
export function unlocated<T>(value: T): Unlocated<T> {
  return strip(value) as Unlocated<T>;
}

function strip(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strip);
  if (typeof value !== 'object' || value === null) return value;
  if ('location' in value && 'value' in value) return value.value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, strip(inner)]));
}

/** How bad it is: nothing can be done, it may well be meant, or it is only worth knowing. */
export type Severity = 'error' | 'warning' | 'info';

/** What `rules:` sets a rule to. `off`: it says nothing. */
export type RuleLevel = Severity | 'off';

/** By the id of the rule; what is not there is reported as it is. */
export type RuleLevels = ReadonlyMap<string, RuleLevel>;

/**
 * Something to say about what the user wrote or about the state of the account. Diagnostics are collected and
 * reported together; whatever makes an operation impossible is thrown as a VocabError instead.
 */
export interface Diagnostic {
  readonly severity: Severity;
  /** A stable id in kebab-case, listed in docs/rules.md. */
  readonly rule: string;
  /** What is wrong, with the values that make it so. */
  readonly message: string;
  /** What to do about it, as an instruction. */
  readonly hint: string | null;
  readonly location: Location | null;
  /** A second place that belongs to the first, such as the earlier of two duplicates. */
  readonly related: Location | null;
}

/** Takes diagnostics in the order in which they are found. */
export type Report = (found: Diagnostic) => void;

/** What a diagnostic is made of. What it leaves out is null. */
export interface DiagnosticDraft {
  readonly rule: string;
  readonly message: string;
  readonly hint?: string | null;
  readonly location?: Location | null;
  readonly related?: Location | null;
}

/** A key, a path, a tag or a word may be as long as the file it is in. */
const longestText = 500;

/** Makes an error. Whatever the draft quotes, no key and no endless text gets into a message or a hint. */
export function asError(draft: DiagnosticDraft, location: Location | null = null): Diagnostic {
  return diagnostic('error', draft, location);
}

/** Makes a warning: something that may well be meant. */
export function asWarning(draft: DiagnosticDraft, location: Location | null = null): Diagnostic {
  return diagnostic('warning', draft, location);
}

/** Makes an info: something that is only worth knowing. */
export function asInfo(draft: DiagnosticDraft, location: Location | null = null): Diagnostic {
  return diagnostic('info', draft, location);
}

function diagnostic(severity: Severity, draft: DiagnosticDraft, location: Location | null): Diagnostic {
  const { rule, message, hint = null, related = null } = draft;
  return {
    severity,
    rule,
    message: shortened(maskKeys(message)),
    hint: hint === null ? null : shortened(maskKeys(hint)),
    location: draft.location ?? location,
    related,
  };
}

function shortened(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
}

/** Whether there is anything that has to be corrected first. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}

/** So many of one rule in one file: nobody reads more, and no form can hold the millions that a wrong file makes. */
const mostOfAKind = 10_000;
/** So many in all; beyond it each further kind keeps its first one. */
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
