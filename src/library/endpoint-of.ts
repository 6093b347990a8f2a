import { resolveEndpoint } from '../http/endpoint.js';
import type { AccountConfig, Config } from '../model/config.js';

/** As much of an account as says where it is asked. */
export interface Asked extends Pick<AccountConfig, 'region'> {
  /** As a configuration writes it. */
  readonly endpoint: string | AccountConfig['endpoint'];
}

/**
 * Where an account is asked: `emulator`, or the base URL of its API. A region and the URL of its host are the same.
 * @param override from a flag or the environment, in place of what the configuration writes
 * @throws VocabError `endpoint-untrusted` for a host that a YAML file must not name, `usage` for an override that cannot be
 *   used
 */
export function endpointOf(account: Asked, override?: string): string {
  const configured = configuredIn(account);
  if ((override ?? configured) === 'emulator') return 'emulator';
  return resolveEndpoint({ region: account.region, configured, override: override ?? null }).url;
}

/** The same for who only compares: a host that is nobody's to trust is an error of its own, and only has to differ. */
export function endpointNamed(account: Asked): string {
  try {
    return endpointOf(account);
  } catch {
    return configuredIn(account) ?? account.region;
  }
}

/** Says where the lists of a configuration are, for people and to compare. */
export function accountAddress({ account }: Config): string {
  const { workspace } = account;
  return workspace === null ? endpointNamed(account) : `${endpointNamed(account)}, workspace ${workspace}`;
}

function configuredIn({ endpoint }: Asked): string | null {
  return typeof endpoint === 'string' ? endpoint : (endpoint?.value ?? null);
}
