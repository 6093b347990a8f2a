import type { SettingChange } from '../model/comparison.js';
import {
  type AccountConfig,
  type Config,
  type ConfigPolicy,
  type Consumer,
  type EvaluationConfig,
  type Guards,
  isList,
  type ListVocabulary,
  type Vocabulary,
} from '../model/config.js';
import type { Located } from '../model/diagnostic.js';
import { pairingsOf } from '../model/pairings.js';
import { exactPercent } from '../model/text/percent.js';

/*
 * What a configuration says beside words: whose lists are ours, what is never deleted, what one run may do, where the key
 * is sent. None of it shows as a change of a list before it is too late, so a review has to be told of each by name. Lists
 * are compared as sets, and what only one side has a vocabulary or consumer for shows as a change of lists anyway.
 *
 * Each table below has a line for every key of its type, so that nobody can add a key and forget to say what becomes of
 * it here.
 */
export function changedSettings(before: Config, after: Config): SettingChange[] {
  const was = settingsOf(before);
  const is = settingsOf(after);
  return [
    ...scalars(was, is),
    ...sets(was, is),
    ...listsByKey(before, after),
    ...vocabulariesByName(before, after),
    ...consumers(before, after),
    ...evaluationsByName(before, after),
  ];
}

/** null: not set. */
type Scalar = string | number | boolean | null;
type Settings = Readonly<Record<string, Scalar | readonly string[]>>;

/** How each key of a type is told; null: it shows as a change of lists, or says nothing to the account. */
type Telling<T> = {
  readonly [Key in keyof T]-?: ((value: T[Key]) => Scalar | readonly string[]) | null;
};

const account: Telling<AccountConfig> = {
  name: (name) => name,
  region: (region) => region,
  endpoint: (endpoint) => endpoint?.value ?? null,
  workspace: (workspace) => workspace,
  api_key_env: (variable) => variable,
  list_quota: (quota) => quota,
};

const policy: Telling<ConfigPolicy> = {
  namespace: (namespace) => namespace?.value ?? null,
  prune: (prune) => prune,
  removed: valuesOf,
  protect: valuesOf,
  // Each is told by its own name.
  guards: null,
};

const guards: Telling<Guards> = {
  max_deletes: (deletes) => deletes,
  max_hotword_loss: exactPercent,
  update_interval: (ms) => `${ms / 1000}s`,
};

const whole: Telling<Config> = {
  file: null,
  directory: null,
  account: null,
  policy: null,
  default_weight: null,
  vocabularies: null,
  unread_vocabularies: null,
  consumers: null,
  outputs: (outputs) => outputs.map(({ path, format }) => `${path} (${format})`),
  evaluations: (evaluations) => evaluations.map(({ name }) => name),
  // Of both, each is told by its own name.
  models: null,
  rules: null,
  vocabularies_location: null,
};

/** Told of a list that both sides have, under its key. */
const vocabulary: Telling<ListVocabulary> = {
  // Applications look their ids up by it.
  name: (name) => name,
  // A list that is one no more has no key: it is told by its name.
  delivery: null,
  prefix: null,
  target_models: null,
  vocabulary_ids: valuesOf,
  // `--retire` deletes the lists there.
  previous_prefixes: valuesOf,
  owner: (owner) => owner?.value ?? null,
  entries: null,
  location: null,
};

/** Told of a vocabulary that is or was instant: it has no key, and is told by its name. */
const named: Telling<Vocabulary> = {
  name: null,
  delivery: (delivery: string) => delivery,
  target_models: null,
  // `--retire` deletes the lists there.
  previous_prefixes: valuesOf,
  owner: (owner) => owner?.value ?? null,
  entries: null,
  location: null,
};

/** Told of a consumer that both sides have. */
const consumer: Telling<Consumer> = {
  name: null,
  // Of both, what does not show as a change of its list is told beside.
  vocabularies: null,
  model: null,
  language_hints: (hints) => hints?.value ?? null,
  location: null,
};

/** Told of an evaluation that both sides have: what passes may be looser than what passed. */
const evaluation: Telling<EvaluationConfig> = {
  name: null,
  consumer: ({ value }) => value,
  clips: ({ value }) => value,
  min_recall: (share) => (share === null ? null : exactPercent(share)),
  max_false: (count) => count,
  repeat: (times) => times,
  location: null,
};

function settingsOf(config: Config): Settings {
  return {
    ...told(config.account, account, (key) => `account.${key}`),
    ...told(config.policy, policy),
    ...told(config.policy.guards, guards, (key) => `guards.${key}`),
    ...Object.fromEntries(
      Object.entries(config.models).map(([name, model]) => [`models.${name}`, JSON.stringify(model)]),
    ),
    ...Object.fromEntries(config.rules.map(({ rule, level }) => [`rules.${rule}`, level])),
    ...told(config, whole),
  };
}

function told<T extends object>(
  value: T,
  telling: Telling<T>,
  nameOf: (key: string) => string = (key) => key,
): Settings {
  const keys = Object.keys(telling) as (keyof T & string)[];
  return Object.fromEntries(
    keys.flatMap((key) => {
      const tell = telling[key];
      return tell === null ? [] : [[nameOf(key), tell(value[key])] as const];
    }),
  );
}

function valuesOf(located: readonly Located<string>[]): readonly string[] {
  return located.map(({ value }) => value);
}

/** Compares vocabularies that make lists of the same prefix and model, which is what makes them the same to the account. */
function listsByKey(before: Config, after: Config): SettingChange[] {
  const was = byKey(before);
  return [...byKey(after)].flatMap(([key, now]) => {
    const old = was.get(key);
    if (old === undefined) return [];
    const nameOf = (field: string) =>
      field === 'name' ? `the name of ${key}` : `${singular(field)} of ${key}`;
    return changesBetween(told(old, vocabulary, nameOf), told(now, vocabulary, nameOf));
  });
}

/** The key is written `vocabulary_id`, also where it has several. */
function singular(field: string): string {
  return field === 'vocabulary_ids' ? 'vocabulary_id' : field;
}

function byKey(config: Config): Map<string, ListVocabulary> {
  return new Map(
    config.vocabularies
      .filter(isList)
      .flatMap((one) => one.target_models.map(({ value }) => [`${one.prefix.value}@${value}`, one] as const)),
  );
}

/** A vocabulary keeps its name when its delivery changes; of one that has another name too, the previous prefix tells. */
function vocabulariesByName(before: Config, after: Config): SettingChange[] {
  return after.vocabularies.flatMap((now) => {
    const old = earlierOf(now, before);
    if (old === undefined || (isList(old) && isList(now))) return [];
    const nameOf = (field: string) => `${field} of ${now.name}`;
    return changesBetween(told(old, named, nameOf), told(now, named, nameOf));
  });
}

function earlierOf(now: Vocabulary, { vocabularies: all }: Config): Vocabulary | undefined {
  const previous = now.previous_prefixes.map(({ value }) => value);
  return (
    all.find(({ name }) => name === now.name) ??
    all.filter(isList).find(({ prefix }) => previous.includes(prefix.value))
  );
}

function consumers(before: Config, after: Config): SettingChange[] {
  const was = new Map(before.consumers.map((one) => [one.name, one]));
  return after.consumers.flatMap((now) => {
    const old = was.get(now.name);
    if (old === undefined) return [];
    const nameOf = (field: string) => `${field} of ${now.name}`;
    return [
      ...changesBetween(told(old, consumer, nameOf), told(now, consumer, nameOf)),
      // The model of one that has a list shows as another list.
      ...(hasList(old, before) || hasList(now, after)
        ? []
        : scalars({ [nameOf('model')]: old.model.value }, { [nameOf('model')]: now.model.value })),
    ];
  });
}

function hasList(user: Consumer, config: Config): boolean {
  return pairingsOf(config).usedBy(user).some(isList);
}

function evaluationsByName(before: Config, after: Config): SettingChange[] {
  const was = new Map(before.evaluations.map((one) => [one.name, one]));
  return after.evaluations.flatMap((now) => {
    const old = was.get(now.name);
    if (old === undefined) return [];
    const nameOf = (field: string) => `${field} of the evaluation ${now.name}`;
    return changesBetween(told(old, evaluation, nameOf), told(now, evaluation, nameOf));
  });
}

function changesBetween(was: Settings, is: Settings): SettingChange[] {
  return [...scalars(was, is), ...sets(was, is)];
}

/** A list that was or is not set at all is told whole. */
function scalars(was: Settings, is: Settings): SettingChange[] {
  const names = new Set([...Object.keys(was), ...Object.keys(is)]);
  return [...names].flatMap((name) => {
    if (isSet(was[name]) && isSet(is[name])) return [];
    const before = text(was[name]);
    const after = text(is[name]);
    return before === after ? [] : [{ name, before, after }];
  });
}

function text(value: Settings[string] | undefined): string | null {
  if (value === null || value === undefined) return null;
  return isSet(value) ? value.join(', ') : String(value);
}

function sets(was: Settings, is: Settings): SettingChange[] {
  return Object.entries(is).flatMap(([name, values]) => {
    const old = was[name];
    if (!isSet(values) || !isSet(old)) return [];
    const added = values.filter((value) => !old.includes(value));
    const removed = old.filter((value) => !values.includes(value));
    return added.length + removed.length === 0 ? [] : [{ name, added, removed }];
  });
}

function isSet(value: Settings[string] | undefined): value is readonly string[] {
  return Array.isArray(value);
}
