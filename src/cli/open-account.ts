import { setMaxListeners } from 'node:events';
import type { Config } from '../model/config.js';
import { VocabError } from '../model/errors.js';
import type { AccountIdentity } from '../model/plan.js';
import type { Remote } from '../model/ports.js';
import { openSession, type Session } from '../reconcile.js';
import { sharedFiles } from '../workspace/shared-files.js';
import { makeStateFolder, statePath } from '../workspace/state-folder.js';
import type { Context } from './context.js';
import type { AccountOptions } from './options.js';
import { progressOf } from './progress/progress.js';

/**
 * Opens the account a configuration names, or the one that a flag or the environment puts in its place. People who wait
 * are told how far its reading has come.
 */
export async function openAccount(
  config: Config,
  options: AccountOptions,
  context: Context,
): Promise<Session> {
  const remote = await openRemote(config, options, context);
  const { onRead, onRetry } = progressOf(options, context);
  return openSession({
    remote,
    account: identityOf(config, remote.endpoint),
    clock: context.clock,
    random: Math.random,
    parallelism: options.parallelism,
    signal: options.deadline === undefined ? undefined : deadlineSignal(options.deadline),
    onRead,
    onRetry,
  });
}

/** Tells which account a configuration is for when it is reached at an endpoint. */
function identityOf(
  { account: { workspace, name, api_key_env } }: Config,
  endpoint: string,
): AccountIdentity {
  return { endpoint, workspace, name, api_key_env };
}

/** The same session for work that can be dropped at any moment, because it changes nothing. */
export function untilInterrupted(session: Session, { interruption }: Context): Session {
  const signals = session.signal === undefined ? [interruption] : [interruption, session.signal];
  const signal = AbortSignal.any(signals);
  setMaxListeners(0, signal);
  return { ...session, signal };
}

function openRemote(config: Config, options: AccountOptions, context: Context): Promise<Remote> {
  const target = options.endpoint ?? config.account.endpoint?.value;
  return target === 'emulator' ? openEmulator(config, context) : openVendor(config, options, context);
}

async function openEmulator(config: Config, context: Context): Promise<Remote> {
  const { version, clock } = context;
  const [{ createEmulator }, { fileStorage }, { createDashscopeRemote }] = await Promise.all([
    import('../emulator/emulator.js'),
    import('../emulator/storage.js'),
    import('../remote/dashscope.js'),
  ]);
  const { transport } = createEmulator({
    clock,
    storage: fileStorage(
      statePath(config, 'emulator.json'),
      sharedFiles(context, () => makeStateFolder(config)),
    ),
  });
  const url = 'http://emulator.invalid/api/v1';
  return createDashscopeRemote({
    endpoint: 'emulator',
    url,
    key: 'emulator',
    workspace: config.account.workspace,
    version,
    transport,
  });
}

async function openVendor(config: Config, options: AccountOptions, context: Context): Promise<Remote> {
  const [{ createDashscopeRemote }, { resolveEndpoint }, { httpTransport }, { throttled, vendorPace }] =
    await Promise.all([
      import('../remote/dashscope.js'),
      import('../remote/endpoint.js'),
      import('../remote/transport.js'),
      import('../remote/throttle.js'),
    ]);
  const { url } = resolveEndpoint({
    region: config.account.region,
    configured: config.account.endpoint?.value ?? null,
    override: options.endpoint ?? null,
  });
  const transport = httpTransport({ timeout_ms: options.timeout, env: context.env });
  return createDashscopeRemote({
    endpoint: url,
    url,
    key: keyFrom(config, context),
    workspace: config.account.workspace,
    version: context.version,
    transport: throttled(transport, context.clock, { ...vendorPace, rate: options.rate ?? vendorPace.rate }),
  });
}

function keyFrom({ account: { api_key_env } }: Config, { env }: Context): string {
  const key = env[api_key_env];
  if (key !== undefined && key.trim() !== '') return key.trim();
  throw new VocabError('key-missing', `the environment variable ${api_key_env} with the API key is not set`, {
    hint: 'set it to a key of the region in the configuration; to go on without one, use `--endpoint emulator`',
  });
}

function deadlineSignal(ms: number): AbortSignal {
  const controller = new AbortController();
  // Every request and every pause under way listens to it, and that there are many of them is no leak.
  setMaxListeners(0, controller.signal);
  const expire = () =>
    controller.abort(
      new VocabError('deadline', `the run took longer than --deadline (${ms / 1000} s)`, {
        hint: 'run it again: what was done stays done, and the rest is planned afresh',
      }),
    );
  setTimeout(expire, ms).unref();
  return controller.signal;
}
