import type { Diagnostic, Place } from '../model/diagnostic.js';
import { maskKeys } from './secrets.js';

/** Takes what is wrong, in the order in which it is found. */
export type Report = (finding: Diagnostic) => void;

export interface Complaint {
  readonly rule: string;
  readonly message: string;
  readonly hint: string | null;
  /** A second place that belongs to the first. */
  readonly related?: Place;
}

/** An error at a place. What it says may quote the file, so keys are taken out here, for all. */
export function error({ rule, message, hint, related }: Complaint, place: Place | null): Diagnostic {
  return {
    severity: 'error',
    rule,
    message: maskKeys(message),
    hint,
    place,
    related: related ?? null,
  };
}
