import { expand } from '../../desired/expand.js';
import { catalogueWith } from '../../model/catalogue/target-models.js';
import { hasErrors } from '../../model/diagnostic.js';
import type { Checked } from '../../pipelines/check.js';
import { requireUsable, type Usable } from '../require-usable.js';

/** What an evaluation shows, and is no reason not to make one: words that the pairing of a consumer lets do nothing. */
const shown: readonly string[] = ['consumer-model-mismatch', 'hotword-unheard'];

/**
 * A configuration that can be evaluated. One whose only errors say that a consumer does not hear its words can be: whether
 * that is so is the question. @throws VocabError `config-invalid` for any other error, which the caller shows
 */
export function requireEvaluable(checked: Checked): Usable {
  const { config, desired } = checked;
  if (config === null || desired !== null) return requireUsable(checked);
  const diagnostics = checked.diagnostics.map((found) =>
    found.severity === 'error' && shown.includes(found.rule)
      ? { ...found, severity: 'warning' as const }
      : found,
  );
  if (hasErrors(diagnostics)) return requireUsable(checked);
  return { ...checked, config, diagnostics, desired: expand(config, catalogueWith(config.models)) };
}
