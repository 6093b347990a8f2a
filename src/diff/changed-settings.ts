import type { SettingChange } from '../model/comparison.js';
import type { Config, Vocabulary } from '../model/config.js';

/*
 * What a configuration says beside words: whose lists are ours, what is never deleted, what one run may do, where the key
 * is sent. None of it shows as a change of a list before it is too late, so a review has to be told of each by name.
 */
export function changedSettings(before: Config, after: Config): SettingChange[] {
  const was = settingsOf(before);
  const is = settingsOf(after);
  const names = new Set([...was.keys(), ...is.keys()]);
  return [...names].flatMap((name) => {
    const change = { name, before: was.get(name) ?? 'none', after: is.get(name) ?? 'none' };
    return change.before === change.after ? [] : [change];
  });
}

function settingsOf(config: Config): Map<string, string> {
  return new Map([
    ...accountSettings(config),
    ...ownershipSettings(config),
    ...guardSettings(config),
    ...config.vocabularies.flatMap(vocabularySettings),
    ...config.consumers.map(
      ({ name, language_hints }) =>
        [`consumers.${name}.language_hints`, listed(language_hints ?? ['any'])] as const,
    ),
    ['outputs', listed(config.outputs.map(({ path, format }) => `${path} (${format})`))] as const,
    ...Object.entries(config.models).map(
      ([name, model]) => [`models.${name}`, JSON.stringify(model)] as const,
    ),
  ]);
}

type Settings = readonly (readonly [name: string, value: string])[];

function accountSettings({ region, endpoint, workspace, api_key_env, list_quota }: Config): Settings {
  return [
    ['account.region', region],
    ['account.endpoint', endpoint?.value ?? 'that of the region'],
    ['account.workspace', workspace ?? 'none'],
    ['account.api_key_env', api_key_env],
    ['account.list_quota', String(list_quota)],
  ];
}

function ownershipSettings({ namespace, prune, removed, protect }: Config): Settings {
  return [
    ['namespace', namespace?.value ?? 'none'],
    ['prune', String(prune)],
    ['removed', listed(removed.map(({ value }) => value))],
    ['protect', listed(protect.map(({ value }) => value))],
  ];
}

function guardSettings({ guards }: Config): Settings {
  return [
    ['guards.max_deletes', String(guards.max_deletes)],
    ['guards.max_hotword_loss', `${Math.round(guards.max_hotword_loss * 100)}%`],
    ['guards.update_interval', `${guards.update_interval / 1000}s`],
  ];
}

/** By prefix, which is what makes it the same vocabulary to the account. */
function vocabularySettings({ name, prefix, vocabulary_ids }: Vocabulary): Settings {
  return [
    // Applications look their ids up by it.
    [`the name of the vocabulary with the prefix ${prefix.value}`, name],
    [`the vocabulary_id of ${prefix.value}`, listed(vocabulary_ids.map(({ value }) => value))],
  ];
}

function listed(values: readonly string[]): string {
  return values.length === 0 ? 'none' : values.join(', ');
}
