import type { ApplyEvent } from '../apply/run.js';
import { printable } from '../model/printable.js';
import { duration } from '../report/layout.js';
import type { Context } from './context.js';
import type { CommonOptions } from './options.js';

/** Says on a terminal what is going on; in a log it would only be noise. */
export function progress(
  { quiet, verbose }: CommonOptions,
  { stderr }: Context,
): (event: ApplyEvent) => void {
  if (quiet) return () => {};
  const all = stderr.isTTY || verbose;
  // Minutes of silence look like a job that hangs.
  return (event) => {
    if (all || event.kind === 'waiting') stderr.write(`${line(event)}\n`);
  };
}

function line(event: ApplyEvent): string {
  const { step } = event.kind === 'ended' ? event.result : event;
  const what = printable(`${step.op} ${step.change.address}`);
  switch (event.kind) {
    case 'started':
      return `${step.id}  ${what} …`;
    case 'waiting':
      return `${step.id}  ${what}: waiting ${duration(event.ms)} (guards.update_interval since its last update)`;
    case 'ended':
      return `${step.id}  ${what}: ${event.result.status}`;
  }
}
