import { apply } from '../../src/apply/apply.js';
import { retryBudget } from '../../src/apply/retry.js';
import type { ApplyEvent, ApplyOptions, ApplySession } from '../../src/apply/run.js';
import { mayBeOurs } from '../../src/diff/ownership.js';
import { createEmulator, type Emulator, type SeedList } from '../../src/emulator/emulator.js';
import type { EmulatorSwitches } from '../../src/emulator/switches.js';
import type { Desired } from '../../src/model/desired.js';
import { type RemoteFailure, VocabError } from '../../src/model/errors.js';
import type { Account, ListedList } from '../../src/model/observed.js';
import type { Plan } from '../../src/model/plan.js';
import type { Remote } from '../../src/model/ports.js';
import type { StepResult } from '../../src/model/result/apply-result.js';
import { observe } from '../../src/observe/observe.js';
import { remoteOver } from '../remote/canned-transport.js';
import { model } from '../support/build.js';
import { type ManualClock, manualClock } from '../support/emulator.js';
import { type Circumstances, planOf } from '../support/plan-of.js';

export type Turn = Partial<ApplyOptions & Pick<ApplySession, 'signal' | 'parallelism'>>;

export interface Here {
  readonly emulator: Emulator;
  readonly clock: ManualClock;
  /** The account as another program reaches it. */
  readonly theirs: Remote;
  /** Everything that was said by the steps that were carried out. */
  readonly events: readonly ApplyEvent[];
  readonly plan: (wanted: Desired, circumstances?: Circumstances) => Promise<Plan>;
  readonly carryOut: (planned: Plan, turn?: Turn) => Promise<StepResult[]>;
  /** `acmemed@model: alpha beta`, the oldest first. */
  readonly lists: () => Promise<string[]>;
}

/** An account, and the steps of a plan for it; `twist` stands between the two. */
export function open(switches: Partial<EmulatorSwitches> = {}, twist = (remote: Remote) => remote): Here {
  const clock = manualClock();
  const emulator = createEmulator({ clock, switches });
  const theirs = remoteOver(emulator.transport);
  const remote = twist(theirs);
  const events: ApplyEvent[] = [];
  const readAccount = (isOurs: (list: ListedList) => boolean): Promise<Account> =>
    observe(remote, { isOurs, clock, parallelism: 4 });
  const session = { remote, readAccount, clock, random: () => 0.5, budget: retryBudget(), parallelism: 4 };
  const options: ApplyOptions = {
    wait: 20_000,
    waitSlot: 0,
    saveBackup: async () => {},
    onEvent: (event) => events.push(event),
  };
  return {
    emulator,
    clock,
    theirs,
    events,
    plan: async (wanted, circumstances) =>
      planOf(wanted, await readAccount(mayBeOurs(wanted)), circumstances),
    carryOut: (planned, turn) => apply(planned, { ...session, ...turn }, { ...options, ...turn }),
    lists: async () =>
      (await emulator.account()).map(
        ({ prefix, target_model, vocabulary }) =>
          `${prefix}@${target_model}: ${vocabulary.map(({ text }) => text).join(' ')}`,
      ),
  };
}

export function outcomes(results: readonly StepResult[]): string[] {
  return results.map(({ step: { op }, status, error }) => [op, status, error?.code ?? ''].join(' ').trim());
}

export function seed(prefix: string, text: string, fields: Partial<SeedList> = {}): SeedList {
  return { prefix, target_model: model, vocabulary: [{ text, weight: 4 }], ...fields };
}

/** What a request comes to that was answered with an error; `failure` says of which kind. */
export function refused(failure: RemoteFailure['failure'], message = 'no'): VocabError {
  const remote = { failure, status: 400, vendor_code: null, request_id: 'r-1', retry_after_ms: null };
  return new VocabError('rejected', message, { remote });
}

export const requests = ({ emulator }: Pick<Here, 'emulator'>) =>
  emulator.requests.map(({ action }) => action);
