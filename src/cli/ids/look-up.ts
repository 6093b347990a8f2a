import type { Usable } from '../../library/require-usable.js';
import type { Config } from '../../model/config.js';
import { noShaping, type Plan, type Publishable } from '../../model/plan.js';
import { plan, sentWithRequests } from '../../pipelines/reconcile.js';
import type { Invocation } from '../invocation.js';
import { openAccount, untilInterrupted } from '../open-account.js';
import type { AccountOptions } from '../options.js';

/** What applications are told, whose account it is, and what there is to say about that account. */
type LookedUp = Publishable & Pick<Plan, 'account' | 'diagnostics'>;

/**
 * Looks at the account; or, where no list is asked about, at the configuration alone. Words that go with requests are all in
 * there, so that whoever builds a program that has no list needs no key, and no vendor that answers.
 */
export async function lookUp(
  { config, desired }: Usable,
  isAsked: boolean,
  { options, context }: Invocation<AccountOptions>,
): Promise<LookedUp> {
  if (isAsked) {
    const session = untilInterrupted(await openAccount(config, options, context), context);
    return plan(desired, session, { shaping: noShaping, allow: [] });
  }
  const { workspace, name, api_key_env } = config.account;
  const endpoint = await endpointOf(config, options.endpoint);
  return {
    ...sentWithRequests(desired),
    account: { endpoint, workspace, name, api_key_env },
    diagnostics: [],
  };
}

/** Where it would be asked. @throws VocabError `endpoint-untrusted` or `usage`, as if it were */
async function endpointOf({ account }: Config, override: string | undefined): Promise<string> {
  const configured = account.endpoint?.value ?? null;
  if ((override ?? configured) === 'emulator') return 'emulator';
  const { resolveEndpoint } = await import('../../http/endpoint.js');
  return resolveEndpoint({ region: account.region, configured, override: override ?? null }).url;
}
