import { type ConfigSource, loadConfig } from '../config/read/load.js';
import { type ConfigLocation, type LoadedConfig, readConfig } from '../config/read/read-config.js';
import { unsaid } from '../config/read/unsaid.js';
import { expand } from '../desired/expand.js';
import { checkRules } from '../desired/rules/rules.js';
import { abandonedLists, accountAsDesired } from '../diff/as-desired.js';
import { changedDays } from '../diff/changed-days.js';
import { changedSettings } from '../diff/changed-settings.js';
import { decideChanges } from '../diff/changes.js';
import { deliveryMoves, lostWords } from '../diff/delivery-remarks.js';
import { withInstantHandovers } from '../diff/handover.js';
import { comparedInstant } from '../diff/instant-changes.js';
import { movedConsumers } from '../diff/moved-consumers.js';
import { classify } from '../diff/ownership.js';
import { renamedPrefixes } from '../diff/renamed-prefixes.js';
import { catalogueWith } from '../model/catalogue/target-models.js';
import { withLevels } from '../model/catalogue/with-levels.js';
import type { Comparison, SettingChange } from '../model/comparison.js';
import { type Config, levelsOf } from '../model/config.js';
import type { Desired } from '../model/desired.js';
import { asWarning, type Diagnostic, hasErrors } from '../model/diagnostic.js';
import { noShaping, type Plan } from '../model/plan.js';
import { andMore } from '../model/text/and-more.js';
import { schedule } from '../schedule/schedule.js';

/*
 * A change of the configuration without an account: the plan of the new configuration for an account that holds exactly
 * what the old one asks for. So a pull request from a fork, which gets no key, is told by the same stages what a plan
 * would tell: words, slots, ids that change, guards that would hold it back.
 */

/** A configuration with what it asks for. */
export interface Side {
  readonly config: Config;
  readonly desired: Desired;
}

export interface Base {
  /** null: there is no configuration at all, which asks for nothing. */
  readonly side: Side | null;
  /** Whether rules object to it today; it is compared all the same. */
  readonly faulty: boolean;
}

/** A configuration in the work tree, or in the folder of a disk such as a commit's. */
export type BaseSource = ConfigSource | ConfigLocation;

/**
 * What to compare with. It is history, so no rule keeps it from being read; null when it is too broken to tell what it
 * asked for.
 */
export async function loadBase(source: BaseSource): Promise<Base | null> {
  const loaded = await ('disk' in source ? readConfig(source) : loadConfig(source));
  if (isMissing(loaded)) return { side: null, faulty: false };
  const { config, diagnostics } = loaded;
  if (config === null) return null;
  const catalogue = catalogueWith(config.models);
  // Only errors count here, and no error depends on the time.
  const found = [...diagnostics, ...checkRules({ config, catalogue, now: 0, readings: null })];
  const faulty = hasErrors(withLevels(found, levelsOf(config)));
  return { side: { config, desired: expand(config, catalogue) }, faulty };
}

function isMissing({ diagnostics }: LoadedConfig): boolean {
  return diagnostics.some(({ rule }) => rule === 'config-missing');
}

export interface Head {
  readonly head: Side;
  /** Names an account, so that two ways of writing one are the same. */
  readonly accountOf: (config: Config) => string;
}

/** @param name what the base is called, for people */
export function compare(name: string, base: Side | null, { head, accountOf }: Head): Comparison {
  const { desired } = head;
  const old = base ?? { config: unsaid(head.config), desired: nothingIn(desired) };
  const from = accountOf(old.config);
  const to = accountOf(head.config);
  const isSame = from === to;
  // The host of a region may be written out, and is the same.
  const settings = changedSettings(old.config, head.config).filter(
    (setting) => !(isSame && setting.name === 'account.endpoint'),
  );
  // What goes with requests is in no account, and stays what it was.
  const elsewhere = { ...nothingIn(desired), instant: old.desired.instant };
  const plan = planBetween(isSame ? old.desired : elsewhere, desired);
  return {
    base: name,
    plan: {
      ...plan,
      diagnostics: [
        ...settings.map(settingRemark),
        ...changedDays(old.config, head.config).map(dayRemark),
        // Whoever sends words sends them whatever the account.
        ...(isSame ? plan.diagnostics : levelled(lostWords(old.desired, desired, plan.instant), desired)),
      ],
    },
    // To whoever recognises, it is no new consumer because its list moves to another account.
    moved: movedConsumers(old.desired, desired),
    slots: { before: old.desired.lists.length, after: desired.lists.length },
    settings,
    move: isSame ? null : { from, to },
  };
}

function settingRemark(setting: SettingChange): Diagnostic {
  return asWarning({ rule: 'setting-changed', message: describe(setting) });
}

/** Nothing differs to the account, and still whoever reviews wants to know that a word became one for ever. */
function dayRemark(setting: SettingChange): Diagnostic {
  return asWarning({ rule: 'expires-changed', message: describe(setting) });
}

/** Writes a setting as a clause; what matters of a long list is what comes and goes. */
function describe(setting: SettingChange): string {
  if ('before' in setting) {
    return `${setting.name} was ${setting.before ?? 'not set'} and is now ${setting.after ?? 'not set'}`;
  }
  const { name, added, removed } = setting;
  return `${name} ${[...listed('gains', added), ...listed('loses', removed)].join(', and ')}`;
}

const mostValues = 10;

function listed(what: string, values: readonly string[]): string[] {
  if (values.length === 0) return [];
  return [`${what} ${andMore(values, mostValues, (value) => value)}`];
}

/** The plan of what one configuration asks for, for an account that holds what another one does. @internal for tests of what is made of it */
export function planBetween(before: Desired, desired: Desired): Plan {
  const account = accountAsDesired(before);
  // Which list a pin means cannot be known without the account.
  const ownership = { ...classify(desired, account), missing_pins: [] };
  const decided = decideChanges(desired, ownership, { retire: false });
  const changes = withInstantHandovers(decided, before.instant);
  const instant = comparedInstant(before, desired, changes);
  const plan = schedule(
    { account: nowhere, desired, ownership, changes, instant, server_time: null },
    { shaping: noShaping, allow: [] },
  );
  const abandoned = abandonedLists(ownership, account);
  // What the diagnostics of a plan are about is the state of an account, and this one is made up.
  const diagnostics = [
    ...renamedPrefixes(before, desired),
    ...deliveryMoves(before, desired),
    ...lostWords(before, desired, instant),
  ];
  return { ...plan, changes: [...plan.changes, ...abandoned], diagnostics: levelled(diagnostics, desired) };
}

function levelled(found: readonly Diagnostic[], { levels }: Desired): readonly Diagnostic[] {
  return levels === undefined ? found : withLevels(found, levels);
}

const nowhere = { endpoint: 'offline', workspace: null, name: null, api_key_env: '' };

function nothingIn(desired: Desired): Desired {
  return { ...desired, lists: [], instant: [], consumers: [] };
}
