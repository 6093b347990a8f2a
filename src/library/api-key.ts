import type { Config } from '../model/config.js';
import { VocabError } from '../model/errors.js';
import type { Machine } from './machine.js';
import type { ApiKey } from './reach-vendor.js';

/** Where the key of a configuration comes from. */
export interface KeySource {
  readonly api_key: ApiKey;
  /** The variable that it is read from. */
  readonly key_env?: string;
}

/** What a program gave counts; else it is in the variable that the configuration names, and asked for when it is needed. */
export function keySource(
  given: ApiKey | undefined,
  config: Pick<Config, 'account'>,
  machine: Pick<Machine, 'env'>,
): KeySource {
  if (given !== undefined) return { api_key: given };
  return { api_key: () => apiKeyOf(config, machine), key_env: config.account.api_key_env };
}

/**
 * The key in the variable that a configuration names, without white space around it.
 * @throws VocabError `key-missing` where there is none
 */
function apiKeyOf(
  { account: { api_key_env } }: Pick<Config, 'account'>,
  { env }: Pick<Machine, 'env'>,
): string {
  const key = env[api_key_env];
  if (key !== undefined && key.trim() !== '') return key.trim();
  throw new VocabError('key-missing', `the environment variable ${api_key_env} with the API key is not set`, {
    hint: 'set it to a key of the region in the configuration; to go on without one, use `--endpoint emulator`',
  });
}
