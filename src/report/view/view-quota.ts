import type { Plan } from '../../model/plan.js';
import type { QuotaView } from './report-view.js';

export function viewQuota({ quota, steps, blocked }: Plan): QuotaView {
  const { in_use, limit, unmanaged, peak, after } = quota;
  const now = `${in_use} of ${limit} slots in use${unmanaged > 0 ? ` (${unmanaged} unmanaged)` : ''}`;
  return {
    limit,
    ours: in_use - unmanaged,
    unmanaged,
    free: Math.max(0, limit - in_use),
    peak,
    after,
    safe: in_use <= limit && !blocked.some(({ rule }) => rule === 'no-slot'),
    sentence: steps.length === 0 ? now : `${now}, at most ${peak} during the run, ${after} after it`,
  };
}
