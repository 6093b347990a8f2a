import { resolveEndpoint } from '../../http/endpoint.js';
import type { Config } from '../../model/config.js';
import { sha256 } from '../../model/sha256.js';

/**
 * Names whom a configuration asks to recognise, so that no answer of one is taken for that of another: the URL, or for the
 * emulator in this process what it hears. @throws VocabError `endpoint-untrusted` or `usage`, as if it were asked
 */
export function whereOf(
  { account }: Pick<Config, 'account'>,
  { endpoint, recordings }: { readonly endpoint?: string | undefined; readonly recordings: string | null },
): string {
  const configured = account.endpoint?.value ?? null;
  if ((endpoint ?? configured) === 'emulator') return `emulator ${sha256(recordings ?? '')}`;
  return resolveEndpoint({ region: account.region, configured, override: endpoint ?? null }).url;
}
