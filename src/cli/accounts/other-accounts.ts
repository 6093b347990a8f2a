import { basename, join } from 'node:path';
import { rootOf } from '../../config/read/load.js';
import type { OtherConfig } from '../../config/read/other-configs.js';
import { endpointNamed } from '../../library/endpoint-of.js';
import type { Config } from '../../model/config.js';
import { asWarning, type Diagnostic, type DiagnosticDraft } from '../../model/diagnostic.js';
import type { AccountIdentity } from '../../model/plan.js';
import { andMore } from '../../model/text/and-more.js';
import type { Context } from '../context.js';

/** Warns where the name of an account does not tell it from that of another configuration, which is at the same host. */
export async function accountsAlike(config: Config, context: Context): Promise<Diagnostic[]> {
  const { account, file } = config;
  const host = endpointNamed(account);
  const others = (await othersOf(config, context)).filter((other) => endpointNamed(other.account) === host);
  const location = { file, line: 1, column: 1 };
  if (account.name === null) return others.length === 0 ? [] : [asWarning(unnamed(others), location)];
  const alike = others.filter((other) => other.account.name === account.name && !isOneAccount(other, config));
  return alike.length === 0 ? [] : [asWarning(named(account.name, alike), location)];
}

/** Several configurations may be of one account, each with a namespace. */
function isOneAccount({ account: other }: OtherConfig, { account }: Config): boolean {
  return other.api_key_env === account.api_key_env && other.workspace === account.workspace;
}

function unnamed(others: readonly OtherConfig[]): DiagnosticDraft {
  return {
    rule: 'account-unnamed',
    message: `the account has no name, and ${filesOf(others)} is for the same host: an approval of one plan may be taken for the other's`,
    hint: 'add `name:` under `account` in each, such as staging and production',
  };
}

function named(name: string, others: readonly OtherConfig[]): DiagnosticDraft {
  return {
    rule: 'account-named-alike',
    message: `the account is called ${name}, and so is that of ${filesOf(others)}, which has another key or workspace: nobody can tell their plans and results apart`,
    hint: 'correct `name:` under `account` in one of them; where both are one account, give both the same api_key_env and workspace',
  };
}

function filesOf(others: readonly OtherConfig[]): string {
  return andMore(others, 1, ({ file }) => file);
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

/** Finds the other configurations of the work tree. */
export async function othersOf({ directory, file }: Config, { cwd }: Context): Promise<OtherConfig[]> {
  const { findOtherConfigs } = await import('../../config/read/other-configs.js');
  return findOtherConfigs(rootOf(directory), join(directory, basename(file)), cwd);
}
