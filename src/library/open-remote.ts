import type { Region } from '../model/catalogue/target-models.js';
import type { Remote } from '../model/ports.js';
import { type Machine, thisMachine } from './machine.js';

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
  /** For one request, in milliseconds: 15 seconds unless given. */
  readonly timeout?: number | undefined;
  /** Requests a second: 9 unless given, a little below what the vendor allows an account. */
  readonly rate?: number | undefined;
}

/** An endpoint that was chosen, and how it is written in a YAML file, which may name vendor hosts only. */
interface Chosen extends RemoteTarget {
  readonly configured?: string | null;
}

const usualTimeout = 15_000;

/**
 * Opens an account of the vendor's by region or endpoint, without a configuration: each method of it is one request.
 * Sends nothing yet.
 * @throws VocabError `key-missing` or `usage` for a key, a workspace, an endpoint or a proxy that cannot be used
 */
export async function openRemote(
  target: RemoteTarget,
  options: RemoteOptions = {},
  machine: Pick<Machine, 'clock' | 'env' | 'version'> = thisMachine(),
): Promise<Remote> {
  return openVendor(target, options, machine);
}

/** The same for an account that a configuration describes. */
export async function openVendor(
  { region, endpoint, configured = null, workspace, api_key }: Chosen,
  { timeout = usualTimeout, rate }: RemoteOptions,
  { clock, env, version }: Pick<Machine, 'clock' | 'env' | 'version'>,
): Promise<Remote> {
  const [{ createDashscopeRemote }, { resolveEndpoint }, { httpTransport }, { throttled, vendorPace }] =
    await Promise.all([
      import('../remote/dashscope.js'),
      import('../http/endpoint.js'),
      import('../http/transport.js'),
      import('../http/throttle.js'),
    ]);
  const { url } = resolveEndpoint({ region, configured, override: endpoint ?? null });
  const transport = httpTransport({ timeout_ms: timeout, env });
  const key = typeof api_key === 'string' ? api_key : await api_key();
  return createDashscopeRemote({
    endpoint: url,
    url,
    key: key.trim(),
    workspace: workspace ?? null,
    version,
    transport: throttled(transport, clock, { ...vendorPace, rate: rate ?? vendorPace.rate }),
  });
}
