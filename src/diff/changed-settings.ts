import type { SettingChange } from '../model/comparison.js';
import type { Config, Vocabulary } from '../model/config.js';

/*
 * What a configuration says beside words: whose lists are ours, what is never deleted, what one run may do, where the key
 * is sent. None of it shows as a change of a list before it is too late, so a review has to be told of each by name. Lists
 * are compared as sets, and what only one side has a vocabulary or consumer for shows as a change of lists anyway.
 */
export function changedSettings(before: Config, after: Config): SettingChange[] {
  return [
    ...scalars(scalarsOf(before), scalarsOf(after)),
    ...sets(setsOf(before), setsOf(after)),
    ...vocabularies(before, after),
    ...consumers(before, after),
  ];
}

/** null: not set. */
type Scalars = Readonly<Record<string, string | number | boolean | null>>;
type Sets = Readonly<Record<string, readonly string[]>>;

function scalarsOf(config: Config): Scalars {
  const { guards } = config;
  return {
    'account.region': config.region,
    'account.endpoint': config.endpoint?.value ?? null,
    'account.workspace': config.workspace,
    'account.api_key_env': config.api_key_env,
    'account.list_quota': config.list_quota,
    namespace: config.namespace?.value ?? null,
    prune: config.prune,
    'guards.max_deletes': guards.max_deletes,
    'guards.max_hotword_loss': `${Number((guards.max_hotword_loss * 100).toFixed(4))}%`,
    'guards.update_interval': `${guards.update_interval / 1000}s`,
    ...Object.fromEntries(
      Object.entries(config.models).map(([name, model]) => [`models.${name}`, JSON.stringify(model)]),
    ),
  };
}

function setsOf({ removed, protect, outputs }: Config): Sets {
  return {
    removed: removed.map(({ value }) => value),
    protect: protect.map(({ value }) => value),
    outputs: outputs.map(({ path, format }) => `${path} (${format})`),
  };
}

/** Of those that make lists of the same prefix and model, which is what makes them the same to the account. */
function vocabularies(before: Config, after: Config): SettingChange[] {
  const was = byKey(before);
  return [...byKey(after)].flatMap(([key, vocabulary]) => {
    const old = was.get(key);
    if (old === undefined) return [];
    return [
      // Applications look their ids up by it.
      ...scalars({ [`the name of ${key}`]: old.name }, { [`the name of ${key}`]: vocabulary.name }),
      ...sets(pinsAndPrefixes(key, old), pinsAndPrefixes(key, vocabulary)),
    ];
  });
}

function byKey(config: Config): Map<string, Vocabulary> {
  return new Map(
    config.vocabularies.flatMap((vocabulary) =>
      vocabulary.target_models.map(
        ({ value }) => [`${vocabulary.prefix.value}@${value}`, vocabulary] as const,
      ),
    ),
  );
}

function pinsAndPrefixes(key: string, { vocabulary_ids, previous_prefixes }: Vocabulary): Sets {
  return {
    [`vocabulary_id of ${key}`]: vocabulary_ids.map(({ value }) => value),
    // `--retire` deletes the lists there.
    [`previous_prefixes of ${key}`]: previous_prefixes.map(({ value }) => value),
  };
}

function consumers(before: Config, after: Config): SettingChange[] {
  const was = new Map(before.consumers.map((consumer) => [consumer.name, consumer.language_hints]));
  return after.consumers.flatMap(({ name, language_hints: is }) => {
    const old = was.get(name);
    const setting = `language_hints of ${name}`;
    if (old === undefined) return [];
    if (old !== null && is !== null) return sets({ [setting]: old }, { [setting]: is });
    return scalars({ [setting]: old?.join(', ') ?? null }, { [setting]: is?.join(', ') ?? null });
  });
}

function scalars(was: Scalars, is: Scalars): SettingChange[] {
  const names = new Set([...Object.keys(was), ...Object.keys(is)]);
  return [...names].flatMap((name) => {
    const before = was[name] ?? null;
    const after = is[name] ?? null;
    return before === after ? [] : [{ name, before: text(before), after: text(after) }];
  });
}

function text(value: Scalars[string]): string | null {
  return value === null || value === undefined ? null : String(value);
}

function sets(was: Sets, is: Sets): SettingChange[] {
  return Object.entries(is).flatMap(([name, values]) => {
    const old = was[name] ?? [];
    const added = values.filter((value) => !old.includes(value));
    const removed = old.filter((value) => !values.includes(value));
    return added.length + removed.length === 0 ? [] : [{ name, added, removed }];
  });
}
