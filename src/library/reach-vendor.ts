import type { Caller } from '../http/caller-headers.js';
import type { Throttle } from '../http/throttle.js';
import { type Region, regions } from '../model/catalogue/target-models.js';
import { VocabError } from '../model/errors.js';
import type { Transport } from '../model/ports.js';
import { longestTimeout, requireNumber, requireOneOf } from './from-callers.js';
import type { Machine } from './machine.js';

/** An API key, or what asks for one: a vault, a file, a prompt. It is asked once, when the account is opened. */
export type ApiKey = string | (() => string | Promise<string>);

/** An account of the vendor's. */
export interface RemoteTarget {
  readonly region: Region;
  /**
   * In place of the region's host: an https URL, or one of this machine, with or without `/api/v1`. The key is sent there,
   * so never take it from a file that others may write.
   */
  readonly endpoint?: string | undefined;
  /** Sent as X-DashScope-WorkSpace. */
  readonly workspace?: string | null | undefined;
  readonly api_key: ApiKey;
}

/** How requests are sent. */
export interface RemoteOptions {
  /** For one request, in milliseconds: 15 seconds unless given, and a minute where audio is recognised. */
  readonly timeout?: number | undefined;
  /** Requests a second: 9 unless given, a little below what the vendor allows an account. */
  readonly rate?: number | undefined;
}

/** An endpoint that was chosen, and how it is written in a YAML file, which may name vendor hosts only. */
export interface Chosen extends RemoteTarget {
  readonly configured?: string | null;
  /** The variable that the key is read from; left out where a program gave it. */
  readonly key_env?: string | undefined;
}

/** The way to the vendor. */
export interface Reached {
  /** Who asks, and where. */
  readonly caller: Caller & { readonly endpoint: string; readonly url: string };
  /** As fast as it is asked. */
  readonly transport: Transport;
  /** What keeps the pace of whatever goes through it. */
  readonly throttle: Throttle;
}

/** Finds the host, asks for the key, and sends nothing. @throws VocabError as `openRemote` does */
export async function reachVendor(
  { region, endpoint, configured = null, workspace, api_key, key_env }: Chosen,
  { timeout, rate }: RemoteOptions & { readonly timeout: number },
  { clock, env, version }: Pick<Machine, 'clock' | 'env' | 'version'>,
): Promise<Reached> {
  const [{ resolveEndpoint }, { httpTransport }, { createThrottle, vendorPace }] = await Promise.all([
    import('../http/endpoint.js'),
    import('../http/transport.js'),
    import('../http/throttle.js'),
  ]);
  requireOneOf('region', region, regions);
  requireNumber('timeout', timeout, { least: 1, most: longestTimeout });
  if (rate !== undefined) requireNumber('rate', rate, { least: 0.001 });
  const { url } = resolveEndpoint({ region, configured, override: endpoint ?? null });
  const transport = httpTransport({ timeout_ms: timeout, env });
  const key: unknown = typeof api_key === 'string' ? api_key : await api_key();
  if (typeof key !== 'string')
    throw new VocabError('key-missing', 'the function that was given as api_key resolved to no text', {
      hint: 'let it resolve to the key, or throw where there is none',
    });
  return {
    caller: { endpoint: url, url, key: key.trim(), key_env, workspace: workspace ?? null, version },
    transport,
    throttle: createThrottle(clock, { ...vendorPace, rate: rate ?? vendorPace.rate }),
  };
}
