import type { Config } from '../model/config.js';
import { asError, type Diagnostic } from '../model/diagnostic.js';
import { VocabError } from '../model/errors.js';
import type { Checked } from '../pipelines/check.js';
import { endpointOf } from './endpoint-of.js';

/**
 * Which hosts are the vendor's is the client's knowledge; that a file names another needs no network to see. For who asks no
 * account: whoever asks one may give another endpoint.
 */
export function withTrust(checked: Checked): Checked {
  const untrusted = untrustedEndpoint(checked.config);
  return untrusted.length === 0
    ? checked
    : { ...checked, desired: null, diagnostics: [...checked.diagnostics, ...untrusted] };
}

function untrustedEndpoint(config: Config | null): Diagnostic[] {
  if (config === null) return [];
  try {
    endpointOf(config.account);
    return [];
  } catch (error) {
    if (!(error instanceof VocabError)) throw error;
    const { message, hint } = error;
    const location = config.account.endpoint?.location ?? null;
    return [asError({ rule: 'endpoint-untrusted', message, hint, location })];
  }
}
