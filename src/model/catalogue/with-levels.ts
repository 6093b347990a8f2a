import type { Diagnostic, RuleLevels } from '../diagnostic.js';
import { standings } from './rule-standings.js';

/**
 * Gives diagnostics the severities that `rules:` of a configuration asks for, and leaves out what is off. What may not be
 * set stays as it is, whatever the configuration says.
 */
export function withLevels(diagnostics: readonly Diagnostic[], levels: RuleLevels): readonly Diagnostic[] {
  return diagnostics.flatMap((found) => {
    const level = levels.get(found.rule);
    if (level === undefined || !standings.get(found.rule)?.levels.includes(level)) return [found];
    return level === 'off' ? [] : [{ ...found, severity: level }];
  });
}
