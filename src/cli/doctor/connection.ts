import { regionOfHost } from '../../doctor/connection/hosts.js';
import type { Attempt, Connection } from '../../doctor/facts.js';
import { endpointOf } from '../../library/endpoint-of.js';
import type { AccountOf } from '../../library/open-account.js';
import type { Region } from '../../model/catalogue/target-models.js';
import type { AccountConfig, Config } from '../../model/config.js';
import { VocabError } from '../../model/errors.js';
import type { Context } from '../context.js';
import type { DoctorOptions } from './options.js';

/** What is known of the way to an account before it is asked anything. */
export function connectionOf(config: Config | null, options: DoctorOptions, { env }: Context): Connection {
  const account = config?.account ?? null;
  const region = regionOf(account, options);
  const configured = options.region === undefined ? (account?.endpoint?.value ?? null) : null;
  const api_key_env = account?.api_key_env ?? 'DASHSCOPE_API_KEY';
  return {
    region,
    configured_region: account?.region ?? null,
    endpoint: endpointAt({ region, configured, override: options.endpoint }),
    endpoint_by: options.endpoint !== undefined ? 'option' : configured !== null ? 'configuration' : 'region',
    api_key_env,
    key_is_set: (env[api_key_env] ?? '').trim() !== '',
    workspace: account?.workspace ?? null,
    sdk_url: env['DASHSCOPE_HTTP_BASE_URL'] || null,
  };
}

/** The account that is asked: the configured one, or where there is none, the one that the options name. */
export function reachedAccount(
  config: Config | null,
  { region }: DoctorOptions,
  { cwd }: Context,
): AccountOf {
  const base = config ?? { account: unnamed, directory: cwd, file: 'vocab.config.yaml' };
  if (region === undefined) return base;
  // The host of a configuration is one of its own region.
  return { ...base, account: { ...base.account, region, endpoint: null } };
}

const unnamed: AccountConfig = {
  name: null,
  region: 'singapore',
  endpoint: null,
  api_key_env: 'DASHSCOPE_API_KEY',
  list_quota: 10,
  workspace: null,
};

function regionOf(account: AccountConfig | null, { region, endpoint }: DoctorOptions): Region | null {
  return region ?? account?.region ?? (endpoint === undefined ? null : regionOfHost(endpoint));
}

interface Choice {
  readonly region: Region | null;
  readonly configured: string | null;
  readonly override: string | undefined;
}

function endpointAt({ region, configured, override }: Choice): Attempt<string> {
  if (region === null && configured === null && override === undefined)
    return { done: false, error: noRegion };
  try {
    const account = { region: region ?? 'singapore', endpoint: configured };
    return { done: true, value: endpointOf(account, override) };
  } catch (error) {
    if (!(error instanceof VocabError)) throw error;
    return { done: false, error };
  }
}

const noRegion = new VocabError(
  'usage',
  'there is no configuration, and nobody said in which region the account is',
  {
    hint: 'give --region singapore or --region beijing, or the configuration with -c FILE',
  },
);
