import type { Plan } from '../../model/plan.js';
import type { Session } from '../../pipelines/reconcile.js';
import type { Context } from '../context.js';
import type { WriteOptions } from '../options.js';
import { progressOf } from '../progress/progress.js';

/** Between two plans, in milliseconds. */
const pause = 3000;

/**
 * Plans, and where nothing but a slot is lacking, plans again until one is free or `--wait-slot` is over. Only lists of
 * others come and go without this run, so an account without any is not waited for.
 */
export async function planWithSlot(
  makePlan: () => Promise<Plan>,
  { clock, signal }: Pick<Session, 'clock' | 'signal'>,
  { options, context }: { readonly options: WriteOptions; readonly context: Context },
): Promise<Plan> {
  const until = clock.now() + options.waitSlot;
  const progress = progressOf(options, context);
  for (;;) {
    const plan = await makePlan();
    const left = until - clock.now();
    if (left <= 0 || !lacksOnlyASlot(plan)) return plan;
    progress.lacksSlot(plan, left);
    await clock.sleep(Math.min(pause, left), signal).finally(progress.looksAgain);
  }
}

function lacksOnlyASlot({ blocked, quota: { unmanaged } }: Plan): boolean {
  return unmanaged > 0 && blocked.length > 0 && blocked.every(({ rule }) => rule === 'no-slot');
}
