import type { Plan, Shaping } from '../../model/plan.js';
import type { Saying } from '../form.js';
import { planDocument } from '../json/documents.js';
import { viewPlan } from '../view/view-plan.js';
import type { Teller } from './teller.js';

/** A plan, in every form what apply would do. @param shaping the flags that it was made with */
export function sayPlan(plan: Plan, shaping: Shaping, { envelope, sources }: Teller): Saying {
  return {
    as: 'report',
    view: () => viewPlan(plan, sources),
    document: () => planDocument(envelope, plan, shaping),
  };
}
