import type { Diagnostic, Location } from '../model/diagnostic.js';
import { maskKeys } from './secrets.js';

/** Takes what is wrong, in the order in which it is found. */
export type Report = (finding: Diagnostic) => void;

export interface Complaint {
  readonly rule: string;
  readonly message: string;
  readonly hint: string;
  /** A second place that belongs to the first. */
  readonly related?: Location;
}

/** A key, a path or a tag may be as long as the file it is in. */
const maxLength = 500;

/** An error at a place. What it says may quote the file, so keys are taken out here, for all. */
export function error({ rule, message, hint, related }: Complaint, location: Location | null): Diagnostic {
  return {
    severity: 'error',
    rule,
    message: shorten(maskKeys(message)),
    hint: shorten(maskKeys(hint)),
    location,
    related: related ?? null,
  };
}

/** Something that may well be meant. */
export function warning(complaint: Complaint, location: Location | null): Diagnostic {
  return { ...error(complaint, location), severity: 'warning' };
}

function shorten(text: string): string {
  return text.length > maxLength ? `${text.slice(0, maxLength)}…` : text;
}
