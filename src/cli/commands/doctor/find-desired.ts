import { expand } from '../../../desired/expand.js';
import { checkRules } from '../../../desired/rules/rules.js';
import type { Configuration } from '../../../doctor/facts.js';
import type { Catalogue } from '../../../model/catalogue/target-models.js';
import type { Diagnostic } from '../../../model/diagnostic.js';
import type { Checked } from '../../../reconcile.js';
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
  if (config === null) return { file: name, config, desired, diagnostics };
  const isOther = region !== undefined && region !== config.account.region;
  if (desired !== null && !isOther) return { file: name, config, desired, diagnostics };
  const ruled = checkRules({ config, catalogue, now });
  const isWhole = errorsIn(ruled) === errorsIn(diagnostics);
  const asked = isOther ? { ...config, account: { ...config.account, region } } : config;
  return {
    file: name,
    config,
    desired: isWhole ? expand(config, catalogue) : null,
    diagnostics: isOther
      ? [...without(diagnostics, ruled), ...checkRules({ config: asked, catalogue, now })]
      : diagnostics,
  };
}

/** What reading found, and no rule: the rules come after it. */
function without(all: readonly Diagnostic[], ruled: readonly Diagnostic[]): readonly Diagnostic[] {
  return all.slice(0, Math.max(0, all.length - ruled.length));
}

function errorsIn(diagnostics: readonly Diagnostic[]): number {
  return diagnostics.filter(({ severity }) => severity === 'error').length;
}
