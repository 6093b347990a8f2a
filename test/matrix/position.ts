import { actions, type RequestAction } from '../../src/emulator/call.js';
import type { Fault } from '../../src/emulator/faults.js';
import type { RequestRecord } from '../../src/emulator/request-record.js';

/** A request of a run: its action, and how many of that action come before it. */
export type Position = Pick<Fault, 'action' | 'skip'>;

/** Whether a request counts for a position. */
export function isAt(position: Position, action: RequestAction | null): boolean {
  return position.action === 'any' || position.action === action;
}

/** Where a fault can strike: each of these requests, the kinds of request one after the other. */
export function positionsIn(requests: readonly RequestRecord[]): Position[] {
  return actions.flatMap((action) => {
    const ofAction = requests.filter((request) => request.action === action);
    return ofAction.map((_, skip) => ({ action, skip }));
  });
}

/** `create@2` is the second create. */
export function spellPosition({ action, skip }: Position): string {
  return `${action}@${skip + 1}`;
}
