import type { Config } from '../model/config.js';
import type { Desired } from '../model/desired.js';
import { VocabError } from '../model/errors.js';
import { type Checked, check } from '../reconcile.js';
import { countBySeverity } from '../report/diagnostics.js';
import type { Context } from './context.js';
import type { CommonOptions } from './options.js';

export interface Usable extends Checked {
  readonly config: Config;
  readonly desired: Desired;
}

export function loadAndCheck({ config }: CommonOptions, { cwd }: Context): Promise<Checked> {
  return check({ cwd, ...(config === undefined ? {} : { file: config }) });
}

/** @throws VocabError `config-invalid` when there are errors, which the caller shows */
export function requireUsable(checked: Checked): asserts checked is Usable {
  if (checked.config !== null && checked.desired !== null) return;
  throw new VocabError(
    'config-invalid',
    `the configuration has problems: ${countBySeverity(checked.diagnostics)}`,
    {
      hint: 'nothing was sent; correct what is named above and run it again',
    },
  );
}
