import { type ConfigSource, loadConfig } from '../config/read/load.js';
import { type ConfigLocation, readConfig } from '../config/read/read-config.js';
import { expand } from '../desired/expand.js';
import { hasChinese, wordsToRead } from '../desired/rules/alike/sound-alikes.js';
import { checkRules } from '../desired/rules/rules.js';
import { catalogueWith } from '../model/catalogue/target-models.js';
import { withLevels } from '../model/catalogue/with-levels.js';
import { type Config, levelsOf } from '../model/config.js';
import type { Desired } from '../model/desired.js';
import { type Diagnostic, hasErrors } from '../model/diagnostic.js';
import type { Clock, Pronounce, RoughReading } from '../model/ports.js';

/*
 * The part of the pipeline that asks no account. It stands alone so that who only checks loads nothing of the rest.
 */

/** A configuration that was read and checked without asking the account. */
export interface Checked {
  /** null when the file is too broken to tell. */
  readonly config: Config | null;
  /** null when there is any error. Made when somebody asks for it: its words are as many objects again as the configuration's. */
  readonly desired: Desired | null;
  readonly diagnostics: readonly Diagnostic[];
  /** The texts that were read, by the name the diagnostics use, keys blotted out. */
  readonly sources: ReadonlyMap<string, string>;
}

/** What checking takes from the world. */
export interface CheckPorts extends Pick<Clock, 'now'> {
  /** Asked for only where there are Chinese words; without it, nobody looks for words that sound alike. */
  readonly loadPronunciation?: () => Promise<Pronounce>;
  /** Asked for before: what has no reading in common need not be pronounced. Without it, every Chinese word is. */
  readonly loadRoughReading?: () => Promise<RoughReading>;
}

/** Config → Desired, with everything there is to say about it. @param source where it is, or a disk that it is on */
export async function check(source: ConfigSource | ConfigLocation, ports: CheckPorts): Promise<Checked> {
  const loaded = await ('disk' in source ? readConfig(source) : loadConfig(source));
  const { config, diagnostics: structural, sources } = loaded;
  if (config === null) return { config, desired: null, diagnostics: structural, sources };
  const catalogue = catalogueWith(config.models);
  const levels = levelsOf(config);
  const readings = levels.get('sounds-alike') === 'off' ? null : await readWords(config, ports);
  const found = checkRules({ config, catalogue, now: ports.now(), readings });
  const diagnostics = withLevels([...structural, ...found], levels);
  let desired: Desired | null = null;
  return {
    config,
    get desired() {
      if (!hasErrors(diagnostics)) desired ??= expand(config, catalogue);
      return desired;
    },
    diagnostics,
    sources,
  };
}

/** The readings of the words that may sound alike. What knows them is large, and not loaded where there are none. */
async function readWords(config: Config, ports: CheckPorts): Promise<ReadonlyMap<string, string> | null> {
  const { loadPronunciation, loadRoughReading } = ports;
  if (loadPronunciation === undefined || !hasChinese(config)) return null;
  const words = wordsToRead(config, (await loadRoughReading?.()) ?? null);
  if (words.size === 0) return null;
  const pronounce = await loadPronunciation();
  return new Map([...words].map((word) => [word, pronounce(word)]));
}
