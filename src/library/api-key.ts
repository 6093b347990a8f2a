import type { Config } from '../model/config.js';
import { VocabError } from '../model/errors.js';
import type { Machine } from './machine.js';

/**
 * The key in the variable that a configuration names, without white space around it.
 * @throws VocabError `key-missing` where there is none
 */
export function apiKeyOf(
  { account: { api_key_env } }: Pick<Config, 'account'>,
  { env }: Pick<Machine, 'env'>,
): string {
  const key = env[api_key_env];
  if (key !== undefined && key.trim() !== '') return key.trim();
  throw new VocabError('key-missing', `the environment variable ${api_key_env} with the API key is not set`, {
    hint: 'set it to a key of the region in the configuration; to go on without one, use `--endpoint emulator`',
  });
}
