import { describe, expect, it } from 'vitest';
import { standingOf, toKeep } from '../../../src/model/slots/standing.js';
import { desired, desiredList } from '../../support/build.js';

const list = (name: string, fields: Parameters<typeof desiredList>[0] = {}) =>
  desiredList({ name, prefix: `acme${name}`, ...fields });
const three = [list('a'), list('b'), list('c')] as const;
const [a, b, c] = three;
const lists = [...three];

describe('the one of several that should be left', () => {
  const kept = (policy: Parameters<typeof desired>[0], ...held: (typeof a)[]) =>
    toKeep([...three], standingOf(desired({ lists, ...policy }), { held }));

  it('is what cannot go, then what nobody would delete, then what is there, then the first', () => {
    expect(kept({ protect: ['acmec'] }, a, b, c)).toBe(c);
    expect(kept({ protect: ['acmec', 'acmeb'] }, a, b, c)).toBe(b);
    expect(kept({ namespace: 'acmeb', prune: true }, a, b, c)).toBe(a);
    expect(kept({ namespace: 'acmea', prune: true }, a, b, c)).toBe(b);
    expect(kept({ prune: true }, b, c)).toBe(b);
    expect(kept({ prune: false }, c)).toBe(c);
    expect(kept({ prune: true })).toBe(a);
    expect(toKeep([...three], standingOf(desired({ lists, prune: false }), {}))).toBe(a);
  });
});

describe('a list stays', () => {
  const stays = (policy: Parameters<typeof desired>[0], held?: (typeof a)[]) =>
    standingOf(desired({ lists, ...policy }), held === undefined ? {} : { held }).stays(a);

  it('only where it is known to be there', () => {
    expect(stays({ prune: false })).toBe(false);
    expect(stays({ prune: false }, [a])).toBe(true);
    expect(stays({ prune: false }, [{ ...a, target_model: 'fun-asr' }])).toBe(false);
    expect(standingOf(desired({ lists }), {}).isMade(a)).toBe(true);
  });

  it('under prune, too, where its vocabulary goes on with another model', () => {
    expect(stays({ prune: true }, [a])).toBe(false);
    const other = list('a', { target_model: 'fun-asr' });
    expect(stays({ prune: true, lists: [...three, other] }, [a])).toBe(true);
  });
});

it('a prefix is shared with what is wanted, or with what is there', () => {
  const isShared = (...held: (typeof a)[]) => standingOf(desired({ lists }), { held }).isShared(a);
  expect(isShared(a, b)).toBe(false);
  expect(isShared(a, { ...a, target_model: 'fun-asr' })).toBe(true);
  const wanted = desired({ lists: [...three, list('a', { target_model: 'fun-asr' })] });
  expect(standingOf(wanted, {}).isShared(a)).toBe(true);
});
