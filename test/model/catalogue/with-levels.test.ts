import fc from 'fast-check';
import { expect, it } from 'vitest';
import { standings } from '../../../src/model/catalogue/rule-standings.js';
import { withLevels } from '../../../src/model/catalogue/with-levels.js';
import { asError, asWarning, type RuleLevel } from '../../../src/model/diagnostic.js';

const warning = asWarning({ rule: 'sounds-alike', message: 'm', hint: 'h' });
const levels = (level: RuleLevel) => new Map([['sounds-alike', level]]);

it('changes nothing but the severity', () => {
  expect(withLevels([warning], levels('error'))).toEqual([{ ...warning, severity: 'error' }]);
  expect(withLevels([warning], levels('info'))).toEqual([{ ...warning, severity: 'info' }]);
});

it('leaves out what is off, and keeps the order of the rest', () => {
  const first = asError({ rule: 'prefix-invalid', message: 'm' });
  const last = asWarning({ rule: 'txt-header', message: 'm' });
  expect(withLevels([first, warning, last], levels('off'))).toEqual([first, last]);
});

it('never plays down what may not be set, whatever a configuration says', () => {
  const fixed = [...standings]
    .filter(([, { levels: allowed }]) => allowed.length === 0)
    .map(([rule]) => rule);
  fc.assert(
    fc.property(
      fc.constantFrom(...fixed),
      fc.constantFrom<RuleLevel>('off', 'info', 'warning'),
      (rule, level) => {
        const error = asError({ rule, message: 'm' });
        expect(withLevels([error], new Map([[rule, level]]))).toEqual([error]);
      },
    ),
  );
});

it('leaves a rule alone that nobody knows, and one that is not named', () => {
  const unknown = asWarning({ rule: 'of-a-later-version', message: 'm' });
  expect(withLevels([unknown, warning], new Map([['of-a-later-version', 'off']]))).toEqual([
    unknown,
    warning,
  ]);
  expect(withLevels([unknown, warning], new Map())).toEqual([unknown, warning]);
});
