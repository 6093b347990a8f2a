import { describe, expect, it } from 'vitest';
import { standingOf, toKeep } from '../../../src/model/slots/standing.js';
import { desired, desiredList } from '../../support/build.js';

const list = (name: string) => desiredList({ name, prefix: `acme${name}` });
const three = [list('a'), list('b'), list('c')] as const;
const [a, b, c] = three;

describe('the one of several that should be left', () => {
  const kept = (policy: Parameters<typeof desired>[0], unmade: readonly string[] | null = []) =>
    toKeep([...three], standingOf(desired(policy), unmade === null ? {} : { unmade: new Set(unmade) }));

  it('is what cannot go, then what nobody would delete, then what is there, then the first', () => {
    expect(kept({ protect: ['acmec'] })).toBe(c);
    expect(kept({ protect: ['acmec', 'acmeb'] })).toBe(b);
    expect(kept({ namespace: 'acmeb', prune: true })).toBe(a);
    expect(kept({ namespace: 'acmea', prune: true })).toBe(b);
    expect(kept({ prune: true }, ['a'])).toBe(b);
    expect(kept({ prune: false }, ['a', 'b'])).toBe(c);
    expect(kept({ prune: true }, ['a', 'b', 'c'])).toBe(a);
    expect(kept({ prune: false }, null)).toBe(a);
  });
});

it('a list stays only where it is known to be there', () => {
  const wanted = desired({ prune: false });
  expect(standingOf(wanted, {}).stays(a)).toBe(false);
  expect(standingOf(wanted, { unmade: new Set() }).stays(a)).toBe(true);
  expect(standingOf(wanted, { unmade: new Set(['a']) }).stays(a)).toBe(false);
  expect(standingOf(wanted, {}).isMade(a)).toBe(true);
});
