import { expand } from '../../desired/expand.js';
import { checkRules } from '../../desired/rules/rules.js';
import type { Configuration } from '../../doctor/facts.js';
import type { Catalogue } from '../../model/catalogue/target-models.js';
import { withLevels } from '../../model/catalogue/with-levels.js';
import { type Config, levelsOf } from '../../model/config.js';
import { type Diagnostic, hasErrors } from '../../model/diagnostic.js';
import { packingAdvice } from '../../model/slots/packing.js';
import type { Checked } from '../../pipelines/check.js';
import type { DoctorOptions } from './options.js';

interface Circumstances {
  readonly catalogue: Catalogue;
  readonly now: number;
}

/**
 * What the configuration asks of the account, also where rules object: a consumer with the wrong model keeps nobody from
 * looking at the lists. Only where something could not be read is it not known, since its lists would look like nobody's.
 */
export function findDesired(
  { config, desired, diagnostics }: Checked,
  { config: file, region }: DoctorOptions,
  { catalogue, now }: Circumstances,
): Configuration {
  const name = config?.file ?? file ?? 'vocab.config.yaml';
  if (config === null) return { file: name, config, desired, packing: [], diagnostics };
  const isOther = region !== undefined && region !== config.account.region;
  if (desired !== null && !isOther)
    return { file: name, config, desired, packing: packingAdvice(desired), diagnostics };
  const levels = levelsOf(config);
  const ruled = (asked: Config) =>
    withLevels(checkRules({ config: asked, catalogue, now, readings: null }), levels);
  const read = without(diagnostics, ruled(config));
  const asked = isOther ? { ...config, account: { ...config.account, region } } : config;
  const found = hasErrors(read) ? null : expand(config, catalogue);
  return {
    file: name,
    config,
    desired: found,
    packing: found === null ? [] : packingAdvice(found),
    diagnostics: isOther ? [...read, ...ruled(asked)] : diagnostics,
  };
}

/** What reading found, and no rule. How words sound is asked nobody here: it decides nothing that doctor looks at. */
function without(all: readonly Diagnostic[], ruled: readonly Diagnostic[]): readonly Diagnostic[] {
  const known = new Set(ruled.map((one) => JSON.stringify(one)));
  return all.filter((one) => one.rule !== 'sounds-alike' && !known.has(JSON.stringify(one)));
}
