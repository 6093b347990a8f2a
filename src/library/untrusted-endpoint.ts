import { resolveEndpoint } from '../http/endpoint.js';
import type { Config } from '../model/config.js';
import { asError, type Diagnostic } from '../model/diagnostic.js';
import { VocabError } from '../model/errors.js';

/** Which hosts are the vendor's is the client's knowledge; that a file names another needs no network to see. */
export function untrustedEndpoint(config: Config | null): Diagnostic[] {
  const endpoint = config?.account.endpoint ?? null;
  if (config === null || endpoint === null || endpoint.value === 'emulator') return [];
  const { value: configured, location } = endpoint;
  try {
    resolveEndpoint({ region: config.account.region, configured, override: null });
    return [];
  } catch (error) {
    if (!(error instanceof VocabError)) throw error;
    const { message, hint } = error;
    return [asError({ rule: 'endpoint-untrusted', message, hint, location })];
  }
}
