import { describe, expect, it } from 'vitest';
import { renamedPrefixes } from '../../src/diff/renamed-prefixes.js';
import type { Desired } from '../../src/model/desired.js';
import { desired, desiredList, instantWords, words } from '../support/build.js';
import { comparisonOf } from '../support/plan-of.js';

const list = desiredList({ consumers: ['ward'] });
const renamed = desiredList({ prefix: 'acmenew', previous_prefixes: ['acmeolder'], consumers: ['ward'] });
const ward = { name: 'ward', model: list.target_model, list: list.address, instant: [] };
const base = desired({ lists: [list], consumers: [ward] });

function said(before: Desired, after: Desired): (string | undefined)[] {
  return comparisonOf(before, after).plan.diagnostics.map(({ rule }) => rule);
}

describe('a vocabulary whose prefix changes', () => {
  it('is a warning with the line to add', () => {
    const { diagnostics } = comparisonOf(base, desired({ lists: [renamed] })).plan;
    expect(diagnostics).toMatchObject([
      {
        severity: 'warning',
        rule: 'previous-prefix-missing',
        message:
          "medical had a list of the prefix acmemed and gets one of acmenew, without naming the old one: that list is nobody's then, and may be deleted before ward can have switched",
        hint: 'add `previous_prefixes: [acmeolder, acmemed]` to medical: the list is then kept until `--retire`',
      },
    ]);
  });

  it('is told once, however many models it has', () => {
    const twice = (prefix: string) => ['a', 'b'].map((target_model) => desiredList({ prefix, target_model }));
    const moved = comparisonOf(desired({ lists: twice('acmemed') }), desired({ lists: twice('acmenew') }));
    expect(moved.plan.diagnostics).toMatchObject([{ message: expect.stringContaining('its consumers can') }]);
  });

  it('is told of each vocabulary, and of each prefix', () => {
    const one = (name: string, prefix: string) => desiredList({ name, address: `${name}@m`, prefix });
    const before = desired({ lists: [one('a', 'acmea'), one('b', 'acmeb')] });
    const after = desired({ lists: [one('a', 'acmeanew'), one('b', 'acmebnew')] });
    const hints = comparisonOf(before, after).plan.diagnostics.map(({ hint }) => hint);
    expect(hints).toEqual([expect.stringContaining('[acmea]'), expect.stringContaining('[acmeb]')]);
  });

  // List by list it would take minutes.
  it('is found among thousands in no time', () => {
    const lists = Array.from({ length: 4000 }, (_, n) =>
      desiredList({ name: `n${n}`, address: `n${n}@m`, prefix: `p${n}`, hotwords: [] }),
    );
    const last = desiredList({ name: 'n3999', address: 'n3999@m', prefix: 'q', hotwords: [] });
    const start = performance.now();
    const found = renamedPrefixes(desired({ lists }), desired({ lists: [...lists.slice(0, -1), last] }));
    expect(found).toMatchObject([{ hint: expect.stringContaining('[p3999]') }]);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it('is not told by a consumer that used another list', () => {
    const other = { ...renamed, name: 'drugs', address: `drugs@${list.target_model}` };
    const elsewhere = { ...base, consumers: [{ ...ward, list: 'x@y' }] };
    expect(said(elsewhere, desired({ lists: [other] }))).toEqual([]);
  });

  it('is told by its consumer when it gets another name too', () => {
    const other = { ...renamed, name: 'drugs', address: `drugs@${list.target_model}` };
    expect(said(base, desired({ lists: [other] }))).toEqual(['previous-prefix-missing']);
    expect(said(base, desired({ lists: [{ ...other, consumers: ['other'] }] }))).toEqual([]);
    expect(said({ ...base, consumers: [] }, desired({ lists: [other] }))).toEqual([]);
  });

  it.each<[string, Desired]>([
    ['the vocabulary names it', desired({ lists: [{ ...renamed, previous_prefixes: ['acmemed'] }] })],
    ['it is under removed', desired({ lists: [renamed], removed: ['acmemed'] })],
    [
      'another vocabulary takes it over',
      desired({ lists: [renamed, desiredList({ name: 'support', hotwords: words('gamma') })] }),
    ],
    [
      'another vocabulary names it',
      desired({
        lists: [renamed, desiredList({ name: 'b', prefix: 'acmeb', previous_prefixes: ['acmemed'] })],
      }),
    ],
    [
      'an instant vocabulary names it',
      desired({ lists: [renamed], instant: [instantWords({ previous_prefixes: ['acmemed'] })] }),
    ],
    ['the prefix is as it was', base],
  ])('is nothing to be told where %s', (_why, after) => {
    expect(said(base, after)).not.toContain('previous-prefix-missing');
  });
});
