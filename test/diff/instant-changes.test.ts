import { describe, expect, it } from 'vitest';
import { decideChanges } from '../../src/diff/changes.js';
import { comparedInstant } from '../../src/diff/instant-changes.js';
import { classify } from '../../src/diff/ownership.js';
import { account, desired, desiredList, idOf, instantWords, observedList, words } from '../support/build.js';
import { comparisonOf, planOf } from '../support/plan-of.js';

const moved = instantWords({ previous_prefixes: ['acmemed'], hotwords: words('alpha', 'gamma') });

describe('an instant vocabulary', () => {
  it('needs no step, and takes the place of the list that it was', () => {
    const { instant, steps, changes } = planOf(
      desired({ lists: [], instant: [moved] }),
      account([observedList()]),
    );
    expect(steps).toEqual([]);
    expect(changes).toMatchObject([
      { action: 'keep', reason: 'superseded', replaced_by: 'participants', consumers: [] },
    ]);
    expect(instant).toMatchObject([
      {
        name: 'participants',
        before: null,
        hotwords: null,
        replaces: [
          {
            address: 'acmemed@fun-asr-realtime',
            vocabulary_id: idOf('acmemed', 1),
            hotwords: { added: words('gamma'), removed: words('beta'), unchanged: 1 },
          },
        ],
      },
    ]);
  });

  it('shares a list’s place with another in the order of their names, and with the consumers of both', () => {
    const other = { ...moved, name: 'brands', consumers: ['shop'] };
    const mine = { ...moved, consumers: ['captions', 'shop'] };
    for (const instant of [
      [mine, other],
      [other, mine],
    ]) {
      const { changes } = planOf(desired({ lists: [], instant }), account([observedList()]));
      expect(changes).toMatchObject([
        {
          replaced_by: 'brands',
          replacements: ['brands', 'participants'],
          consumers: ['shop', 'captions'],
        },
      ]);
    }
  });

  it('is told in the order of the names, with no list where it takes no place', () => {
    const instant = [moved, { ...moved, name: 'brands', previous_prefixes: [] }];
    const lists = [desiredList({ prefix: 'acmenew' })];
    const plan = planOf(desired({ lists, instant }), account([observedList()]));
    expect(plan.instant.map(({ name, replaces }) => [name, replaces.length])).toEqual([
      ['brands', 0],
      ['participants', 1],
    ]);
  });

  it('keeps the list as long as its words are not published, whoever retires it', () => {
    const wanted = desired({ lists: [], instant: [moved] });
    const ownership = classify(wanted, account([observedList()]));
    const fate = (...unpublished: string[]) =>
      decideChanges(wanted, ownership, { retire: true, unpublished: new Set(unpublished) });
    expect(fate('participants')).toMatchObject([{ action: 'keep', reason: 'replacement_not_published' }]);
    expect(fate('others')).toMatchObject([{ action: 'delete', reason: 'superseded' }]);
  });

  it('lets the list go with --retire only', () => {
    const { steps } = planOf(desired({ lists: [], instant: [moved] }), account([observedList()]), {
      shaping: { retire: true },
    });
    expect(steps).toMatchObject([
      { op: 'delete', change: { before: { vocabulary_id: idOf('acmemed', 1) } } },
    ]);
  });
});

describe('two configurations', () => {
  const base = desired({ lists: [], instant: [instantWords(), instantWords({ name: 'old' })] });
  const head = desired({
    lists: [],
    instant: [instantWords({ hotwords: words('beta', 'gamma') }), instantWords({ name: 'new' })],
  });

  it('differ by what comes, goes and changes', () => {
    const { instant } = comparisonOf(base, head).plan;
    expect(instant.map(({ name, before, after }) => [name, before !== null, after !== null])).toEqual([
      ['new', false, true],
      ['old', true, false],
      ['participants', true, true],
    ]);
    expect(instant[2]?.hotwords).toEqual({
      added: words('gamma'),
      removed: words('alpha'),
      changed: [],
      unchanged: 1,
    });
  });

  it('do not differ by the order of their words', () => {
    const turned = desired({ lists: [], instant: [instantWords({ hotwords: words('beta', 'alpha') })] });
    const change = comparedInstant(base, turned, []).find(({ name }) => name === 'participants');
    expect(change?.hotwords).toEqual(expect.objectContaining({ added: [], removed: [] }));
  });
});
