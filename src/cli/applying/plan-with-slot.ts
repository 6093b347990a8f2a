import type { Plan } from '../../model/plan.js';
import type { Session } from '../../reconcile.js';
import { duration } from '../../report/layout.js';
import type { Context } from '../context.js';
import type { WriteOptions } from '../options.js';

/** Between two plans, in milliseconds. */
const pause = 3000;

/**
 * Plans, and where nothing but a slot is lacking, plans again until one is free or `--wait-slot` is over. Only lists of
 * others come and go without this run, so an account without any is not waited for.
 */
export async function planWithSlot(
  makePlan: () => Promise<Plan>,
  { clock, signal }: Pick<Session, 'clock' | 'signal'>,
  { options: { waitSlot, quiet }, context }: { readonly options: WriteOptions; readonly context: Context },
): Promise<Plan> {
  const until = clock.now() + waitSlot;
  for (let looks = 0; ; looks++) {
    const plan = await makePlan();
    const left = until - clock.now();
    if (left <= 0 || !lacksOnlyASlot(plan)) return plan;
    if (!quiet && (looks === 0 || context.stderr.isTTY)) context.stderr.write(`${waiting(plan, left)}\n`);
    await clock.sleep(Math.min(pause, left), signal);
  }
}

function lacksOnlyASlot({ blocked, quota: { unmanaged } }: Plan): boolean {
  return unmanaged > 0 && blocked.length > 0 && blocked.every(({ rule }) => rule === 'no-slot');
}

function waiting({ quota: { in_use, limit, unmanaged } }: Plan, left: number): string {
  return `no slot is free: ${in_use} of ${limit} taken, ${unmanaged} of them by unmanaged lists; waiting for one, ${duration(left)} left (--wait-slot)`;
}
