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

export type Severity = 'error' | 'warning' | 'info';

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

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}
