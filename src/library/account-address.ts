import { resolveEndpoint } from '../http/endpoint.js';
import type { Config } from '../model/config.js';

/** Says where the lists of a configuration are: a region and the URL of its host are the same account. */
export function accountAddress({ account: { region, endpoint, workspace } }: Config): string {
  const host = hostOf({ region, configured: endpoint?.value ?? null, override: null });
  return workspace === null ? host : `${host}, workspace ${workspace}`;
}

function hostOf(choice: Parameters<typeof resolveEndpoint>[0]): string {
  if (choice.configured === 'emulator') return choice.configured;
  try {
    return resolveEndpoint(choice).url;
  } catch {
    // A host that is nobody's to trust is an error of its own; here it only has to differ.
    return choice.configured ?? choice.region;
  }
}
