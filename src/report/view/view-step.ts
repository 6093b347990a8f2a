import type { Plan, Step } from '../../model/plan.js';
import { printable } from '../../model/printable.js';
import { isoTime } from '../../model/server-time.js';
import { duration } from '../layout.js';
import type { StepView } from './report-view.js';
import { symbols } from './symbols.js';

export function viewStep(
  { id, op, change, after, slots_after, not_before }: Step,
  { server_time }: Plan,
): StepView {
  return {
    id,
    symbol: symbols[op],
    op,
    address: printable(change.address),
    after,
    slots_after,
    cooldown: not_before === null ? '' : cooldown(not_before, server_time),
  };
}

function cooldown(not_before: number, now: number | null): string {
  const wait = now === null ? '' : ` (in ${duration(not_before - now)})`;
  return `not before ${isoTime(not_before)}${wait}`;
}
