import { asWarning, type Diagnostic } from '../model/diagnostic.js';
import type { Allowances, Blocked } from '../model/plan.js';

/**
 * Allowances are no part of the digest, so whoever approves a plan must be told of each that mattered; one that did not
 * was meant for something else.
 */
export function liftedDiagnostics(lifted: readonly Blocked[], allow: Allowances): Diagnostic[] {
  const used = new Set(lifted.map(flagOf));
  const unused = given(allow).filter((flag) => !used.has(flag));
  return [...lifted.map(guardLifted), ...unused.map(allowanceUnused)];
}

function guardLifted(block: Blocked): Diagnostic {
  return asWarning({
    rule: 'guard-lifted',
    message: `--allow ${flagOf(block)} lifts a guard: ${block.message}`,
  });
}

function allowanceUnused(flag: string): Diagnostic {
  return asWarning({
    rule: 'allowance-unused',
    message: `--allow ${flag} lifts nothing: no guard holds that back`,
    hint: 'leave it out, or correct the address',
  });
}

function given({ max_deletes, hotword_loss, drop_fields }: Allowances): string[] {
  return [
    ...(max_deletes ? ['max-deletes'] : []),
    ...hotword_loss.map((address) => `hotword-loss=${address}`),
    ...drop_fields.map((address) => `drop-fields=${address}`),
  ];
}

function flagOf({ rule, address }: Blocked): string {
  return address === null ? rule : `${rule}=${address}`;
}
