import { endpointOf } from '../../library/endpoint-of.js';
import type { Usable } from '../../library/require-usable.js';
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
  const endpoint = endpointOf(config.account, options.endpoint);
  return {
    ...sentWithRequests(desired),
    account: { endpoint, workspace, name, api_key_env },
    diagnostics: [],
  };
}
