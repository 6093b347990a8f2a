import type { Emulator } from '../emulator/emulator.js';
import type { Config } from '../model/config.js';
import type { Random, Remote, Transport } from '../model/ports.js';
import { openSession, type Session, type SessionPorts } from '../pipelines/reconcile.js';
import { keySource } from './api-key.js';
import { interruption, longestTimeout, requireNumber, unfailing } from './from-callers.js';
import { inProcessAddress, keptEmulator } from './kept-emulator.js';
import { type Machine, thisMachine } from './machine.js';
import { openVendor, usualTimeout } from './open-remote.js';
import type { ApiKey, RemoteOptions } from './reach-vendor.js';

/** How the account of a configuration is reached. Everything has a default. */
export interface OpenOptions extends RemoteOptions {
  /**
   * In place of the configuration's: `emulator` for the account that is kept in `.vocabsync` beside it, or a URL as in
   * RemoteTarget. The region stays, and with it the catalogue.
   */
  readonly endpoint?: string | undefined;
  /** In place of the variable that `account.api_key_env` names. */
  readonly api_key?: ApiKey | undefined;
  /** An account in this process, in place of every endpoint. One that is shared is locked as any other while it is written to. */
  readonly emulator?: (Pick<Emulator, 'transport'> & Partial<Pick<Emulator, 'isShared'>>) | undefined;
  /** Any other account, such as one that a test has made. */
  readonly remote?: Remote | undefined;
  /** Requests, or steps of a plan, at once: 10 unless given. */
  readonly parallelism?: number | undefined;
  /** Ends everything at once, requests under way included. For an apply, `stop` is the gentle way. */
  readonly signal?: AbortSignal | undefined;
  /** Hears how far the reading of an account has come. */
  readonly onRead?: SessionPorts['onRead'];
  /** Hears of pauses before a request is sent again. */
  readonly onRetry?: SessionPorts['onRetry'];
  /** Spreads the pauses between two tries: Math.random unless given. */
  readonly random?: Random | undefined;
}

/** As much of a configuration as it takes to reach its account. */
export type AccountOf = Pick<Config, 'account' | 'directory' | 'file'> & Partial<Pick<Config, 'outputs'>>;

/** One run against one account. */
export interface OpenAccount extends Session {
  /** Whether nobody but this process can reach it: an apply then locks nobody out. */
  readonly isPrivate: boolean;
}

const usualParallelism = 10;

/**
 * Opens the account that a configuration is for. Sends nothing yet; whatever is read through it is tried again when that
 * may help, all of it from one budget, so open one for each run.
 * @throws VocabError `key-missing` where there is no key, `endpoint-untrusted` for a host that a YAML file must not name,
 *   `usage` for an endpoint, a workspace or a proxy that cannot be used
 */
export async function openAccount(
  config: AccountOf,
  options: OpenOptions = {},
  machine: Machine = thisMachine(),
): Promise<OpenAccount> {
  const { parallelism = usualParallelism, random = Math.random, signal, onRead, onRetry } = options;
  requireNumber('parallelism', parallelism, { least: 1, whole: true });
  const remote = await remoteOf(config, options, machine);
  const { workspace, name, api_key_env } = config.account;
  const session = openSession({
    remote,
    account: { endpoint: remote.endpoint, workspace, name, api_key_env },
    clock: machine.clock,
    random,
    parallelism,
    signal: signal && interruption(signal),
    onRead: onRead && unfailing(onRead),
    onRetry: onRetry && unfailing(onRetry),
    readPublished: publishedIn(config),
  });
  const { emulator } = options;
  const isPrivate = emulator !== undefined && emulator.isShared !== true && options.remote === undefined;
  return { ...session, isPrivate };
}

function publishedIn({ directory, outputs = [] }: AccountOf): Session['readPublished'] {
  if (outputs.length === 0) return undefined;
  return async () => {
    const { readPublished } = await import('../workspace/published/read-published.js');
    return Promise.all(outputs.map((output) => readPublished(directory, output)));
  };
}

function remoteOf(config: AccountOf, options: OpenOptions, machine: Machine): Promise<Remote> {
  const { account } = config;
  const { emulator, remote, endpoint, api_key } = options;
  if (remote !== undefined) return Promise.resolve(remote);
  if (emulator !== undefined) return inProcess(emulator.transport, config, { ...options, ...machine });
  const configured = account.endpoint?.value ?? null;
  if ((endpoint ?? configured) === 'emulator') return openKept(config, options, machine);
  const key = keySource(api_key, config, machine);
  return openVendor({ ...account, endpoint, configured, ...key }, options, machine);
}

async function openKept(config: AccountOf, options: OpenOptions, machine: Machine): Promise<Remote> {
  return inProcess((await keptEmulator(config, machine)).transport, config, { ...options, ...machine });
}

async function inProcess(
  transport: Transport,
  { account: { workspace } }: AccountOf,
  { version, timeout = usualTimeout }: Pick<Machine, 'version'> & Pick<OpenOptions, 'timeout'>,
): Promise<Remote> {
  requireNumber('timeout', timeout, { least: 1, most: longestTimeout });
  const [{ createDashscopeRemote }, { withTimeLimit }] = await Promise.all([
    import('../remote/dashscope.js'),
    import('../http/time-limit.js'),
  ]);
  const limited = withTimeLimit(transport, timeout);
  return createDashscopeRemote({ ...inProcessAddress, workspace, version, transport: limited });
}
