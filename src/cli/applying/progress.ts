import type { ApplyEvent } from '../../apply/run.js';
import { printable } from '../../model/printable.js';
import { duration } from '../../report/layout.js';
import type { Context } from '../context.js';
import type { CommonOptions } from '../options.js';

/** Says on a terminal what is going on; in a log it would only be noise. */
export function progress(
  { quiet, verbose }: CommonOptions,
  { stderr }: Context,
): (event: ApplyEvent) => void {
  if (quiet) return () => {};
  const all = stderr.isTTY || verbose;
  // Minutes of silence look like a job that hangs.
  const lacking = new Set<string>();
  return (event) => {
    if (all || event.kind === 'waiting' || isFirst(event, lacking)) stderr.write(`${line(event)}\n`);
  };
}

/** Says whether a step has no slot for the first time: every few seconds the same is for a terminal only. */
function isFirst(event: ApplyEvent, lacking: Set<string>): boolean {
  if (event.kind !== 'full' || lacking.has(event.step.id)) return false;
  lacking.add(event.step.id);
  return true;
}

function line(event: ApplyEvent): string {
  const { step } = event.kind === 'ended' ? event.result : event;
  const what = printable(`${step.op} ${step.change.address}`);
  switch (event.kind) {
    case 'started':
      return `${step.id}  ${what} …`;
    case 'waiting':
      return `${step.id}  ${what}: waiting ${duration(event.ms)} (guards.update_interval since its last update)`;
    case 'full':
      return `${step.id}  ${what}: the account is full; waiting for a slot, ${duration(event.ms)} left (--wait-slot)`;
    case 'ended':
      return `${step.id}  ${what}: ${event.result.status}`;
  }
}
