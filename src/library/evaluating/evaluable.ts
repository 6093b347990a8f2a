import { expand } from '../../desired/expand.js';
import { vocabulariesOf } from '../../hear/consumer-given.js';
import { catalogueWith } from '../../model/catalogue/target-models.js';
import type { Config, Consumer } from '../../model/config.js';
import { type Diagnostic, hasErrors, type Location } from '../../model/diagnostic.js';
import type { Checked } from '../../pipelines/check.js';
import { requireUsable, type Usable } from '../require-usable.js';

/** What an evaluation shows, and is no reason not to make one: words that the pairing of a consumer lets do nothing. */
const shown: readonly string[] = ['consumer-model-mismatch', 'hotword-unheard'];

/**
 * Takes a configuration as an evaluation does. That a consumer does not hear its words is no error to it: whether that is so is
 * the question. What is said of it is a warning, whatever else is wrong and whatever comes of the run.
 */
export function asEvaluable(checked: Checked): Checked {
  const { config, desired } = checked;
  if (config === null || desired !== null) return checked;
  const diagnostics = checked.diagnostics.map((found) =>
    found.severity === 'error' && shown.includes(found.rule)
      ? { ...found, severity: 'warning' as const }
      : found,
  );
  if (hasErrors(diagnostics)) return { ...checked, diagnostics };
  return { ...checked, diagnostics, desired: expand(config, catalogueWith(config.models)) };
}

/** @throws VocabError `config-invalid` for any other error, which the caller shows */
export function requireEvaluable(checked: Checked): Usable {
  return requireUsable(asEvaluable(checked));
}

/** Leaves out what is only said of consumers that nobody evaluates. */
export function ofConsumers(
  diagnostics: readonly Diagnostic[],
  consumers: readonly Consumer[],
  config: Config,
): readonly Diagnostic[] {
  if (!diagnostics.some(({ rule }) => shown.includes(rule))) return diagnostics;
  const places = new Set(consumers.flatMap((one) => placesOf(one, config)).map(spell));
  return diagnostics.filter(
    ({ rule, location }) => !shown.includes(rule) || (location !== null && places.has(spell(location))),
  );
}

function placesOf(consumer: Consumer, config: Config): readonly Location[] {
  const entries = vocabulariesOf(consumer, config).flatMap((vocabulary) => vocabulary.entries);
  return [consumer.model.location, ...entries.map(({ location }) => location)];
}

function spell({ file, line, column }: Location): string {
  return JSON.stringify([file, line, column]);
}
