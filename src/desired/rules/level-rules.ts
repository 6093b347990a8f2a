import { type Standing, standings } from '../../model/catalogue/rule-standings.js';
import type { RuleSetting } from '../../model/config.js';
import { asError, type Diagnostic } from '../../model/diagnostic.js';
import { didYouMean } from '../../model/text/closest.js';
import type { Rule } from './rule.js';

/** A line that sets nothing would be believed. */
export const levelsCanBeSet: Rule = function* ({ config }) {
  for (const setting of config.rules) {
    const standing = standings.get(setting.rule);
    if (standing === undefined) yield unknownRule(setting);
    else if (!standing.levels.includes(setting.level)) yield fixedRule(setting, standing);
  }
};

function unknownRule({ rule, location }: RuleSetting): Diagnostic {
  // A rule that cannot be set may be the one that was meant, and says so then.
  const guess = didYouMean(rule, standings.keys());
  return asError({
    rule: 'rule-unknown',
    location,
    message: `there is no rule "${rule}"`,
    hint: guess ?? `write the id that stands in brackets in a report: ${settable}`,
  });
}

/** Not all of them, which are more than a hint may have. */
const settable =
  'warnings and infos can be set, such as sounds-alike, near-duplicate and prefix-of-ten; `vocabsync schema config` has all';

function fixedRule({ rule, level, location }: RuleSetting, { levels, reason }: Standing): Diagnostic {
  return asError({
    rule: 'rule-fixed',
    location,
    message: `"${rule}" cannot be set to ${level}: ${reason}`,
    hint: levels.length === 0 ? `delete the line: ${settable}` : `write one of ${levels.join(', ')}`,
  });
}
