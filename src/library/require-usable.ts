import type { Config } from '../model/config.js';
import type { Desired } from '../model/desired.js';
import { VocabError } from '../model/errors.js';
import type { Checked } from '../pipelines/check.js';
import { countBySeverity } from '../report/view/diagnostics.js';

/** A configuration without errors. */
export interface Usable extends Checked {
  readonly config: Config;
  readonly desired: Desired;
}

/** @throws VocabError `config-invalid` when there are errors, which the caller shows */
export function requireUsable(checked: Checked): Usable {
  const { config, desired } = checked;
  if (config !== null && desired !== null) return { ...checked, config, desired };
  throw new VocabError(
    'config-invalid',
    `the configuration has problems: ${countBySeverity(checked.diagnostics)}`,
    {
      hint: 'nothing was sent; correct what is named above and run it again',
    },
  );
}
