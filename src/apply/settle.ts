import { sameKey } from '../model/change.js';
import { isIneffective, type Plan } from '../model/plan.js';
import type { StepResult } from '../model/result/apply-result.js';

/**
 * Says of steps whose fate was unknown that they are done where the last look shows it: an answer was lost, or a listing
 * lagged behind for longer than the run would wait, and nobody has to look any more.
 */
export function settle(steps: readonly StepResult[], final: Plan): StepResult[] {
  const claimed = new Set(steps.filter(({ status }) => status === 'done').map((done) => done.vocabulary_id));
  return steps.map((result) => {
    if (result.status !== 'unknown') return result;
    const vocabulary_id =
      result.step.op === 'delete' ? goneIn(final, result) : shownIn(final, result, claimed);
    if (vocabulary_id === null) return result;
    claimed.add(vocabulary_id);
    return { ...result, vocabulary_id, status: 'done', error: null, note: 'seen in effect by the last look' };
  });
}

/** The list that is gone; null: it is still there, or nobody knows which it was. */
function goneIn({ known_ids }: Plan, { vocabulary_id }: StepResult): string | null {
  return known_ids.includes(vocabulary_id ?? '') ? null : vocabulary_id;
}

/** The list that is as the step wants it; null: there is none. A restore may make several of one key: each is one's only. */
function shownIn(
  { changes }: Plan,
  { step, vocabulary_id }: StepResult,
  claimed: ReadonlySet<string | null>,
): string | null {
  const shown = changes
    .filter((change) => change.action === 'no-op' && sameKey(change, step.change) && !isIneffective(change))
    .map(({ before }) => before?.vocabulary_id ?? null)
    .filter((id) => !claimed.has(id));
  // An update is of one list, and no other one will do.
  return shown.find((id) => id === vocabulary_id) ?? (step.op === 'create' ? (shown[0] ?? null) : null);
}
