import type { Remote } from '../model/ports.js';
import { type Machine, thisMachine } from './machine.js';
import { type Chosen, type RemoteOptions, type RemoteTarget, reachVendor } from './reach-vendor.js';

/** For one request, in milliseconds. */
export const usualTimeout = 15_000;

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
  chosen: Chosen,
  options: RemoteOptions,
  machine: Pick<Machine, 'clock' | 'env' | 'version'>,
): Promise<Remote> {
  const [{ createDashscopeRemote }, { caller, transport, throttle }] = await Promise.all([
    import('../remote/dashscope.js'),
    reachVendor(chosen, { ...options, timeout: options.timeout ?? usualTimeout }, machine),
  ]);
  return createDashscopeRemote({ ...caller, transport: throttle.transport(transport) });
}
