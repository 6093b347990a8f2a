import { access } from 'node:fs/promises';
import type { AccountOf } from '../../library/open-account.js';
import type { Region } from '../../model/catalogue/target-models.js';
import { VocabError } from '../../model/errors.js';
import { prefixOf } from '../../model/observed.js';
import { statePath } from '../../workspace/state-folder.js';
import type { Context } from '../context.js';
import { openAccount, untilInterrupted } from '../open-account.js';
import type { InitOptions } from './init-options.js';
import type { InitPlace } from './init-place.js';

/** What the account holds; `unknown`: nobody looked, or nobody could see, and why. */
export type AccountLook =
  | { readonly as: 'lists'; readonly prefixes: readonly string[] }
  | { readonly as: 'no-key' }
  | { readonly as: 'unknown'; readonly error: VocabError };

/** For the whole look, in milliseconds: it is a courtesy, and somebody waits for it. */
const longest = 8000;
const api_key_env = 'DASHSCOPE_API_KEY';

/** Lists the account where there is a key. That it cannot is no failure. @throws VocabError `interrupted` */
export async function lookAtAccount(
  { region, account }: { readonly region: Region; readonly account: string },
  { options, context, place }: Looking,
): Promise<AccountLook> {
  const { directory } = place;
  const of: AccountOf = {
    directory,
    file: 'vocab.config.yaml',
    account: { name: account, region, endpoint: null, api_key_env, list_quota: 10, workspace: null },
  };
  if (options.endpoint === 'emulator' && !(await isThere(statePath(of, 'emulator.json'))))
    return { as: 'lists', prefixes: [] };
  if (options.endpoint !== 'emulator' && (context.env[api_key_env] ?? '').trim() === '')
    return { as: 'no-key' };
  try {
    const how = { ...options, parallelism: 1, deadline: longest };
    const session = untilInterrupted(await openAccount(of, how, context), context);
    const { listed } = await session.readAccount(() => false, session.signal);
    return { as: 'lists', prefixes: listed.map(({ vocabulary_id }) => prefixOf(vocabulary_id) ?? '') };
  } catch (error) {
    if (!(error instanceof VocabError) || error.code === 'interrupted') throw error;
    // A host that cannot be meant is a mistake in the command line, which is better said now.
    if (error.code === 'usage') throw error;
    return { as: 'unknown', error };
  }
}

export interface Looking {
  readonly options: InitOptions;
  readonly context: Context;
  readonly place: InitPlace;
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
