import type { Config } from '../../model/config.js';
import { configSchema } from '../schema/config-schema.js';

/** Makes the configuration of the same account that says nothing else: what holds where nothing is said. */
export function unsaid({ file, directory, account, vocabularies_location }: Config): Config {
  const { name, region, endpoint, workspace } = account;
  const version = { kind: 'scalar', style: 'plain', text: '1', start: 0, end: 1 };
  const named = { kind: 'scalar', style: 'quoted', text: region, start: 0, end: 0 };
  const raw = configSchema.parse({ version, account: { region: named }, vocabularies: [] });
  return {
    file,
    directory,
    default_weight: raw.defaults.weight,
    account: { ...raw.account, name, region, endpoint, workspace },
    policy: { namespace: null, prune: false, removed: [], protect: [], guards: raw.guards },
    vocabularies: [],
    unread_vocabularies: 0,
    consumers: [],
    outputs: [],
    evaluations: [],
    models: {},
    rules: [],
    vocabularies_location,
  };
}
