import { basename, join } from 'node:path';
import { rootOf } from '../../config/read/load.js';
import type { OtherConfig } from '../../config/read/other-configs.js';
import { endpointNamed } from '../../library/endpoint-of.js';
import type { Config } from '../../model/config.js';
import { asWarning, type Diagnostic } from '../../model/diagnostic.js';
import type { AccountIdentity } from '../../model/plan.js';
import { andMore } from '../../model/text/and-more.js';
import type { Context } from '../context.js';

/** Warns where nothing but the variable of the key tells two configurations of one host apart. */
export async function unnamedAccount(config: Config, context: Context): Promise<Diagnostic[]> {
  if (config.account.name !== null) return [];
  const host = endpointNamed(config.account);
  const others = (await othersOf(config, context)).filter(({ account }) => endpointNamed(account) === host);
  if (others.length === 0) return [];
  const draft = {
    rule: 'account-unnamed',
    message: `the account has no name, and ${andMore(others, 1, ({ file }) => file)} is for the same host: an approval of one plan may be taken for the other's`,
    hint: 'add `name:` under `account` in each, such as staging and production',
  };
  return [asWarning(draft, { file: config.file, line: 1, column: 1 })];
}

/** The accounts of the other configurations, each at its own host and where this one is: `--endpoint` may have moved all. */
export async function otherAccounts(
  config: Config,
  here: AccountIdentity,
  context: Context,
): Promise<AccountIdentity[]> {
  const others = await othersOf(config, context);
  return others.flatMap(({ account }) => {
    const { workspace, name, api_key_env } = account;
    return [here.endpoint, endpointNamed(account)].map((endpoint) => ({
      endpoint,
      workspace,
      name,
      api_key_env,
    }));
  });
}

async function othersOf({ directory, file }: Config, { cwd }: Context): Promise<OtherConfig[]> {
  const { findOtherConfigs } = await import('../../config/read/other-configs.js');
  return findOtherConfigs(rootOf(directory), join(directory, basename(file)), cwd);
}
