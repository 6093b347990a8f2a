import { setMaxListeners } from 'node:events';
import { type AccountOf, openAccount as open } from '../library/open-account.js';
import { VocabError } from '../model/errors.js';
import type { Session } from '../pipelines/reconcile.js';
import type { Context } from './context.js';
import type { AccountOptions } from './options.js';
import { progressOf } from './progress/progress.js';

/**
 * Opens the account a configuration names, or the one that a flag or the environment puts in its place. People who wait
 * are told how far its reading has come.
 */
export async function openAccount(
  config: AccountOf,
  options: AccountOptions,
  context: Context,
): Promise<Session> {
  const { endpoint, timeout, rate, parallelism, deadline } = options;
  const signal = deadline === undefined ? undefined : deadlineSignal(deadline);
  const { onRead, onRetry } = progressOf(options, context);
  return open(config, { endpoint, timeout, rate, parallelism, signal, onRead, onRetry }, context);
}

/** Ends what can be dropped at any moment: when somebody interrupts the run, or it has taken too long. */
export function endOf(
  { deadline }: Pick<AccountOptions, 'deadline'>,
  { interruption }: Context,
): AbortSignal {
  const signals = deadline === undefined ? [interruption] : [interruption, deadlineSignal(deadline)];
  const signal = AbortSignal.any(signals);
  setMaxListeners(0, signal);
  return signal;
}

/** The same session for work that can be dropped at any moment, because it changes nothing. */
export function untilInterrupted(session: Session, { interruption }: Context): Session {
  const signals = session.signal === undefined ? [interruption] : [interruption, session.signal];
  const signal = AbortSignal.any(signals);
  setMaxListeners(0, signal);
  return { ...session, signal };
}

function deadlineSignal(ms: number): AbortSignal {
  const controller = new AbortController();
  const expire = () =>
    controller.abort(
      new VocabError('deadline', `the run took longer than --deadline (${ms / 1000} s)`, {
        hint: 'run it again: what was done stays done, and the rest is planned afresh',
      }),
    );
  setTimeout(expire, ms).unref();
  return controller.signal;
}
