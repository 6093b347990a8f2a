import type { Change } from '../../model/change.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { isReady, type ObservedList } from '../../model/observed.js';
import type { Plan } from '../../model/plan.js';

/* What an apply would do about a finding, and what a list that is missing still has. */

/** Says that an apply does it; one that is blocked does nothing before that is settled. @param does a clause: `makes it` */
export function byApply({ blocked }: Pick<Plan, 'blocked'>, does: string): string {
  const rules = [...new Set(blocked.map(({ rule }) => rule))];
  return rules.length === 0
    ? `\`vocabsync apply\` ${does}`
    : `once what blocks every apply is settled (${rules.join(', ')}; \`vocabsync plan\` names the ways out), \`vocabsync apply\` ${does}`;
}

/** What is said of a list that no vocabulary names, and that may be the one of a vocabulary with another prefix now. */
export function claimOf({ before }: Change, { diagnostics }: Plan): (Diagnostic & { hint: string }) | null {
  const found = diagnostics.find(
    ({ rule, message }) =>
      rule === 'previous-prefix-missing' && before !== null && message.includes(before.vocabulary_id),
  );
  return found === undefined || found.hint === null ? null : { ...found, hint: found.hint };
}

/** The list with which consumers of one that is missing go on: the one that it takes the place of, or that may have been its own. */
export function servedBy({ after, replaces }: Change, plan: Plan): ObservedList | null {
  const old = plan.changes.find((change) => {
    if (change.before === null || change.after !== null || !isReady(change.before)) return false;
    if (replaces !== null) return change.address === replaces.address;
    const claim = claimOf(change, plan);
    return claim !== null && claim.location !== null && isSamePlace(claim.location, after?.location ?? null);
  });
  return old?.before ?? null;
}

function isSamePlace(one: NonNullable<Diagnostic['location']>, other: Diagnostic['location']): boolean {
  return other !== null && one.file === other.file && one.line === other.line && one.column === other.column;
}
