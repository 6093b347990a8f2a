import { describe, expect, it } from 'vitest';
import { findDrift } from '../../src/diff/drift.js';
import type { ReportView } from '../../src/report/view/report-view.js';
import { viewDrift } from '../../src/report/view/view-drift.js';
import { viewPlan } from '../../src/report/view/view-plan.js';
import {
  account,
  desired,
  desiredList,
  idOf,
  instantWords,
  observedList,
  word,
  words,
} from '../support/build.js';
import { planOf } from '../support/plan-of.js';

const list = desiredList({ consumers: ['ward'] });
const old = observedList({ vocabulary_id: idOf('acmemed', 9), target_model: 'fun-asr' });

function rowsOf({ changes }: ReportView): string[] {
  return changes.flatMap(({ rows }) =>
    rows.map(
      ({ symbol, spelling, detail }) => `${symbol} ${spelling.map(({ text }) => text).join('')} | ${detail}`,
    ),
  );
}

describe('how far a plan reaches', () => {
  it('counts no word as lost that goes with requests once its list is retired, and names all who sent it', () => {
    const sent = instantWords({
      previous_prefixes: ['acmemed'],
      hotwords: words('alpha'),
      consumers: ['ward'],
    });
    const other = { ...sent, name: 'other', consumers: ['desk', 'ward'] };
    const plan = planOf(desired({ lists: [], instant: [sent, other] }), account([old]), {
      shaping: { retire: true },
    });
    const { impact } = viewPlan(plan);
    expect(impact).toContain('Writes 1 of 1 list; hotwords -1');
    expect(impact).toContain('Must have switched already, their old list goes: desk, ward');
  });

  it('counts a new list against the one it replaces, also when that goes first', () => {
    const lists = [desiredList({ hotwords: words('alpha', 'gamma'), consumers: ['ward'] })];
    const plan = planOf(desired({ lists, list_quota: 1 }), account([old]), {
      shaping: { delete_first: true },
    });
    const { impact } = viewPlan(plan);
    expect(impact).toContain('Writes 2 of 2 lists; hotwords +1 -1');
    expect(impact).toContain('Downtime, no hotwords until they have the new id: ward');
  });

  it('says who is without words when a list goes first, and who must have switched', () => {
    const previous_prefixes = ['acmeold'];
    const lists = [
      desiredList({
        name: 'made',
        prefix: 'acmemade',
        hotwords: words('a', 'b'),
        consumers: ['desk'],
        previous_prefixes,
      }),
      desiredList({
        name: 'new',
        prefix: 'acmenew',
        hotwords: words('a', 'b'),
        consumers: ['ward'],
        previous_prefixes,
      }),
    ];
    const read = ['acmeold', 'acmemade'].map((prefix, index) =>
      observedList({ vocabulary_id: idOf(prefix, index + 1), hotwords: words('a', 'b') }),
    );
    const view = viewPlan(
      planOf(desired({ lists, list_quota: 2 }), account(read), { shaping: { delete_first: true } }),
    );
    expect(view.impact).toEqual(
      expect.arrayContaining([
        'Must have switched already, their old list goes: desk',
        'Downtime, no hotwords until they have the new id: ward',
      ]),
    );
    expect(view.changes.map(({ consequence }) => consequence)).toContain(
      'downtime: ward have no hotwords until the new list is made and its id is theirs; desk must have switched',
    );
  });

  it.each([
    [['one', 'two', 'three'], 'all of the words it loses go'],
    [['one', 'two'], '2 of the words it loses go'],
    [['one'], '1 of the words it loses goes'],
  ])('says how many of the words that a consumer loses it sends: %j', (sent, part) => {
    const instant = [instantWords({ hotwords: sent.map((text) => word(text)), consumers: ['ward'] })];
    const bound = observedList({ hotwords: words('alpha', 'one', 'two', 'three') });
    const effectOf = (lists: readonly ReturnType<typeof desiredList>[], read: typeof bound) =>
      viewPlan(planOf(desired({ lists, instant }), account([read]))).consumers.map(({ effect }) => effect);
    const kept = desiredList({ hotwords: words('alpha'), consumers: ['ward'] });
    expect(effectOf([kept], bound)).toEqual([`-3, without a new id; ${part} with its requests`]);
    const moved = { ...bound, vocabulary_id: idOf('acmemed', 9), target_model: 'fun-asr' };
    expect(effectOf([kept], moved)).toEqual([`new id; loses 3 of 4; ${part} with its requests`]);
    const others = [instantWords({ hotwords: sent.map((text) => word(text)), consumers: ['desk'] })];
    const plan = planOf(desired({ lists: [kept], instant: others }), account([bound]));
    expect(viewPlan(plan).consumers[0]?.effect).toBe('-3, without a new id');
  });

  it('says so of a single word', () => {
    const instant = [instantWords({ hotwords: words('one'), consumers: ['ward'] })];
    const lists = [desiredList({ hotwords: words('alpha'), consumers: ['ward'] })];
    const plan = planOf(
      desired({ lists, instant }),
      account([observedList({ hotwords: words('alpha', 'one') })]),
    );
    expect(viewPlan(plan).consumers[0]?.effect).toBe(
      '-1, without a new id; the word it loses goes with its requests',
    );
  });

  it('counts no word as lost that lives on where the consumers are by now, and says that they must be there', () => {
    const both = account([observedList({ hotwords: words('alpha', 'beta') }), old]);
    const view = viewPlan(planOf(desired({ lists: [list] }), both, { shaping: { retire: true } }));
    expect(view.impact).toEqual([
      'Writes 1 of 2 lists',
      'Consumers to redeploy: none, no list gets a new id',
      'Must have switched already, their old list goes: ward',
    ]);
    expect(view.consumers[0]?.effect).toBe(
      'its old list goes: it must have switched to medical@fun-asr-realtime',
    );
  });

  it('counts no word as lost that its consumers send by now, and promises nobody that no redeploy is needed', () => {
    const sent = instantWords({ previous_prefixes: ['acmemed'], consumers: ['ward'] });
    const view = viewPlan(
      planOf(desired({ lists: [], instant: [sent] }), account([observedList()]), {
        shaping: { retire: true },
      }),
    );
    expect(view.impact).toEqual([
      'Writes 1 of 1 list',
      'Consumers to redeploy with a new id: none; instant words reach theirs with the next deploy of the published file',
      'Must have switched already, their old list goes: ward',
    ]);
  });

  it('names fifteen consumers and counts the others', () => {
    const consumers = Array.from({ length: 40 }, (_, index) => `c${String(index).padStart(2, '0')}`);
    const { impact } = viewPlan(planOf(desired({ lists: [desiredList({ consumers })] }), account([])));
    expect(impact[1]).toMatch(/^Consumers to redeploy with a new id: c00, .*, c14 and 25 more$/);
  });

  it('says of a consumer that words change, not that they are the same', () => {
    const lists = [
      desiredList({ hotwords: [word('alpha', { weight: 5 }), word('beta')], consumers: ['ward'] }),
    ];
    const { consumers } = viewPlan(planOf(desired({ lists }), account([old])));
    expect(consumers[0]?.effect).toBe('new id; 1 change, loses none');
  });
});

describe('what can be approved', () => {
  it('is nothing while something blocks it', () => {
    const orphans = ['acmex', 'acmey'].map((prefix) => observedList({ vocabulary_id: idOf(prefix, 1) }));
    const view = viewPlan(planOf(desired({ lists: [] }), account(orphans)));
    expect(view.digest).toBeNull();
    expect(view.headline).toBe('blocked by 1 reason: 2 to delete');
  });

  it('names each guard that was lifted, since the digest is the same without', () => {
    const orphans = ['acmex', 'acmey'].map((prefix) => observedList({ vocabulary_id: idOf(prefix, 1) }));
    const plan = planOf(desired({ lists: [] }), account(orphans), {
      allow: ['max-deletes', 'drop-fields=nobody@fun-asr'],
    });
    expect(viewPlan(plan).diagnostics.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      expect.stringMatching(/^guard-lifted: --allow max-deletes lifts a guard: 2 orphans would be deleted/),
      'allowance-unused: --allow drop-fields=nobody@fun-asr lifts nothing: no guard holds that back',
    ]);
  });
});

describe('an account with nothing to do', () => {
  it('is not all well while a list is not OK', () => {
    const view = viewPlan(planOf(desired(), account([observedList({ status: 'UNDEPLOYED' })])));
    expect([view.state, view.headline]).toEqual(['waiting', 'no changes, 1 unchanged, 1 not OK']);
  });

  it('has no safe quota while it holds more than it may', () => {
    const { quota } = viewPlan(planOf(desired({ list_quota: 1 }), account([observedList()], 2)));
    expect(quota.safe).toBe(false);
  });
});

describe('a word', () => {
  const change = (before: string, after: string) =>
    rowsOf(
      viewPlan(
        planOf(
          desired({ lists: [desiredList({ hotwords: words('same', after) })] }),
          account([observedList({ hotwords: words('same', before) })]),
        ),
      ),
    );

  it('of any length is cut where the others can still be seen', () => {
    const [, added] = change('x', 'a'.repeat(70_000));
    expect(added).toBe(`+ ${'a'.repeat(200)}… (70000 characters) | weight 4`);
  });

  it('that differs by a letter of another script, or a space, says by which', () => {
    expect(change('EGFR', '\u0415GFR')[1]).toBe('+ \u0415GFR | weight 4, the two differ by U+0415');
    expect(change('A B', 'A\u00a0B')[1]).toContain('A\\u{A0}B');
    expect(change('EGFR', 'EGFR ')[1]).toContain('the two differ by U+0020');
  });
});

describe('the classes of drift', () => {
  const classes = (...of: Parameters<typeof planOf>) =>
    findDrift(planOf(...of)).items.map(({ class: name, change }) => `${name} ${change.address}`);

  it.each([true, false])('are none for a list under protect, with prune %s', (prune) => {
    const state = account([
      observedList(),
      observedList({ vocabulary_id: idOf('acmeold', 2) }),
      observedList({ vocabulary_id: idOf('acmemed', 3) }),
    ]);
    expect(classes(desired({ prune, protect: ['acmeold', 'acmemed'] }), state)).toEqual([]);
  });

  it('is extra for a list under removed, whatever else it could be', () => {
    const state = account([
      observedList(),
      observedList({ vocabulary_id: idOf('acmemed', 3), hotwords: words('theirs') }),
    ]);
    expect(classes(desired({ removed: [idOf('acmemed', 3)] }), state)).toEqual([
      'extra acmemed@fun-asr-realtime',
    ]);
  });

  it('are told although apply would be blocked, and that it would', () => {
    const orphans = ['acmex', 'acmey'].map((prefix) => observedList({ vocabulary_id: idOf(prefix, 1) }));
    const view = viewDrift(findDrift(planOf(desired({ lists: [] }), account(orphans))));
    expect(view.state).toBe('blocked');
    expect(view.headline).toBe('2 extra');
  });
});

it('calls a list that no vocabulary names by its id where a vocabulary has its prefix for a name', () => {
  const lists = [
    desiredList({ name: 'b', prefix: 'acmea' }),
    desiredList({ name: 'a', prefix: 'b', previous_prefixes: [] }),
  ];
  const state = account([
    observedList({ vocabulary_id: idOf('acmea', 1) }),
    observedList({ vocabulary_id: idOf('b', 2) }),
    observedList({ vocabulary_id: idOf('b', 3) }),
  ]);
  const { changes } = planOf(desired({ lists }), state);
  expect(changes.map(({ address }) => address)).toEqual([
    'a@fun-asr-realtime',
    'b@fun-asr-realtime',
    `${idOf('b', 3)}@fun-asr-realtime`,
  ]);
});

it('says of a list that waits for others which of them are not OK', () => {
  const models = ['fun-asr-realtime', 'fun-asr'].map((target_model) =>
    desiredList({ target_model, previous_prefixes: ['acmeprev'] }),
  );
  const prev = observedList({ vocabulary_id: idOf('acmeprev', 1) });
  const made = observedList();
  const pending = observedList({
    vocabulary_id: idOf('acmemed', 2),
    target_model: 'fun-asr',
    status: 'UNDEPLOYED',
  });
  const saidOf = (...lists: (typeof prev)[]) => {
    const plan = planOf(desired({ lists: models }), account([prev, ...lists]), { shaping: { retire: true } });
    return viewPlan(plan).changes.find(({ address }) => address.startsWith('acmeprev'))?.because;
  };
  expect(saidOf(made)).toBe('kept until medical@fun-asr is OK');
  expect(saidOf(made, pending)).toBe('kept until medical@fun-asr is OK');
  expect(saidOf()).toBe('kept until medical@fun-asr and medical@fun-asr-realtime are OK');
});

describe('of a list that is split', () => {
  const parts = ['x', 'y'].map((name) =>
    desiredList({
      name,
      prefix: `acme${name}`,
      previous_prefixes: ['acmeall'],
      consumers: [`c${name}`],
      hotwords: words(name),
    }),
  );
  const all = observedList({ vocabulary_id: idOf('acmeall', 1), hotwords: words('x', 'y') });
  const saidOf = (plan: Parameters<typeof viewPlan>[0]) =>
    viewPlan(plan).changes.find(({ address }) => address.startsWith('acmeall'))?.because;

  it('says before which part it is deleted', () => {
    const wanted = desired({ lists: parts, list_quota: 2 });
    const plan = planOf(wanted, account([all]), { shaping: { delete_first: true } });
    expect(plan.steps.map(({ op, change }) => `${op} ${change.address}`)).toEqual([
      'create x@fun-asr-realtime',
      'delete acmeall@fun-asr-realtime',
      'create y@fun-asr-realtime',
    ]);
    expect(saidOf(plan)).toBe('deleted before y@fun-asr-realtime is made, because no slot is free');
  });

  it('says whose words are not published yet, where a part goes with requests', () => {
    const sent = instantWords({ name: 'p', previous_prefixes: ['acmeall'] });
    const wanted = desired({ lists: parts.slice(0, 1), instant: [sent] });
    const made = observedList({ vocabulary_id: idOf('acmex', 2), hotwords: words('x') });
    const plan = planOf(wanted, account([all, made]), {
      shaping: { retire: true },
      unpublished: new Set(['p']),
    });
    expect(saidOf(plan)).toMatch(/^kept: the words of p are not in the published files/);
    const full = planOf(
      { ...wanted, lists: [...wanted.lists, desiredList({ name: 'n', prefix: 'acmen' })] },
      account([all, made], 8),
      {
        shaping: { retire: true },
        unpublished: new Set(['p']),
      },
    );
    expect(full.blocked[0]?.hints.join()).toContain('apply the move of p to instant words alone');
  });
});
