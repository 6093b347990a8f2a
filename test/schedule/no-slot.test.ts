import { describe, expect, it } from 'vitest';
import type { Desired } from '../../src/model/desired.js';
import type { Account, ObservedList } from '../../src/model/observed.js';
import type { Plan } from '../../src/model/plan.js';
import { account, desired, desiredList, idOf, instantWords, observedList, words } from '../support/build.js';
import { planOf } from '../support/plan-of.js';

/** `2 - acmeold@m → 9, after 1` */
function stepsOf({ steps }: Plan): string[] {
  return steps.map(({ id, op, change, slots_after, after }) =>
    [`${id} ${op} ${change.address} → ${slots_after}`, ...after.map((other) => `after ${other}`)].join(', '),
  );
}

const orphan = (serial: number, fields: Partial<ObservedList> = {}) =>
  observedList({ vocabulary_id: idOf(`acmeold${serial}`, serial), ...fields });

const medical = 'medical@fun-asr-realtime';
const old = observedList({ vocabulary_id: idOf('acmemed', 9), target_model: 'fun-asr' });

describe('without a free slot', () => {
  const full = account([old], 9);

  it('a create is blocked, with the arithmetic, the unmanaged lists and the ways out', () => {
    const plan = planOf(desired(), full);
    expect(stepsOf(plan)).toEqual([]);
    expect(plan.blocked).toHaveLength(1);
    expect(plan.blocked[0]).toMatchObject({ rule: 'no-slot', address: medical });
    expect(plan.blocked[0]?.message).toContain(
      '10 of 10 slots are taken (1 ours, 9 unmanaged); the plan needs 1 and frees 0',
    );
    expect(plan.unmanaged).toHaveLength(9);
    expect(plan.blocked[0]?.hints.join()).toContain('--delete-first');
  });

  it('delete-first lets the list go that the create replaces', () => {
    const plan = planOf(desired(), full, { shaping: { delete_first: true } });
    expect(stepsOf(plan)).toEqual(['1 delete acmemed@fun-asr → 9', `2 create ${medical} → 10, after 1`]);
    expect(plan.blocked).toEqual([]);
  });

  it('delete-first deletes nothing while there is a slot, and nothing that is protected', () => {
    const shaping = { delete_first: true };
    expect(stepsOf(planOf(desired(), account([old], 8), { shaping }))).toEqual([`1 create ${medical} → 10`]);
    const renamed = desired({
      lists: [desiredList({ previous_prefixes: ['acmeprev'] })],
      protect: ['acmeprev'],
    });
    const kept = observedList({ vocabulary_id: idOf('acmeprev', 1) });
    const plan = planOf(renamed, account([kept], 9), { shaping });
    expect(plan.blocked).toMatchObject([{ rule: 'no-slot' }]);
    expect(stepsOf(plan)).toEqual([]);
  });

  it('the ways out include which lists could be one, which are equal and which nobody uses', () => {
    const lists = [
      desiredList({ consumers: ['app'] }),
      desiredList({ name: 'support', prefix: 'acmesup', consumers: ['app'] }),
      desiredList({ name: 'third', prefix: 'acmethr', hotwords: words(499) }),
      desiredList({ name: 'fourth', prefix: 'acmefou', hotwords: words(300), consumers: ['app'] }),
    ];
    expect(planOf(desired({ lists }), account([], 10)).blocked[0]?.hints).toEqual([
      'ask the owners of the unmanaged lists',
      'raise account.list_quota once the vendor has raised yours',
      'remove support@fun-asr-realtime: it has the words of medical@fun-asr-realtime, which its consumers can use',
      'declare who uses third@fun-asr-realtime, or remove it: no consumer does',
      'merge fourth@fun-asr-realtime (300), third@fun-asr-realtime (499): they fit into one list of 500 hotwords, with 499 different ones',
    ]);
  });

  it('the ways out include what could do without a list, first what has none yet', () => {
    const could = { could_be_instant: true, consumers: ['app'] };
    const lists = [
      desiredList(could),
      desiredList({ ...could, name: 'new', prefix: 'acmenew', hotwords: words('x') }),
      desiredList({ ...could, name: 'renamed', prefix: 'acmeren', previous_prefixes: ['acmeprev'] }),
    ];
    const held = [observedList(), observedList({ vocabulary_id: idOf('acmeprev', 2) })];
    const hints = planOf(desired({ lists }), account(held, 8)).blocked[0]?.hints ?? [];
    expect(hints.filter((hint) => hint.startsWith('make'))).toEqual([
      'make "new" instant: write `delivery: instant` in place of `prefix: acmenew`: that saves 1 slot',
      'make "medical" instant: write `delivery: instant` and `previous_prefixes: [acmemed]` in place of `prefix: acmemed`: that frees 1 slot once its consumers have switched and `--retire` was given',
      'make "renamed" instant: write `delivery: instant` and `previous_prefixes: [acmeprev, acmeren]` in place of `prefix: acmeren`: that frees 1 slot once its consumers have switched and `--retire` was given',
    ]);
  });

  it('the ways out name the lists that nobody needs, by id', () => {
    const plan = planOf(desired({ prune: false }), account([orphan(1)], 9));
    expect(plan.blocked[0]?.hints.join()).toContain(idOf('acmeold1', 1));
  });

  it('but no list that a vocabulary with another prefix may still use', () => {
    const used = desired({ prune: false, lists: [desiredList({ consumers: ['ward'] })] });
    const named = (wanted: Desired) => planOf(wanted, account([orphan(1)], 9)).blocked[0]?.hints;
    expect(named(used)).toEqual([askOwners, raise]);
    const unlike = desired({
      prune: false,
      lists: [desiredList({ consumers: ['ward'], hotwords: words('else') })],
    });
    expect(named(unlike)?.join()).toContain(idOf('acmeold1', 1));
  });

  it('delete-first is no way out for what is protected, and is not named', () => {
    const renamed = desired({
      lists: [desiredList({ previous_prefixes: ['acmeprev'] })],
      protect: ['acmeprev'],
    });
    const kept = observedList({ vocabulary_id: idOf('acmeprev', 1) });
    const idle = orphan(1);
    const hints = planOf(renamed, account([kept], 9)).blocked[0]?.hints;
    expect(hints).toEqual([askOwners, raise]);
    const guarded = desired({ prune: false, protect: ['acmeold1'] });
    expect(planOf(guarded, account([idle], 9)).blocked[0]?.hints).toEqual([askOwners, raise]);
  });

  it('an old list whose users have moved on, and that waits for the new one, is named as what can go', () => {
    const models = ['fun-asr-realtime', 'fun-asr'].map((target_model) =>
      desiredList({ target_model, previous_prefixes: ['acmeprev'] }),
    );
    const prev = observedList({ vocabulary_id: idOf('acmeprev', 1) });
    const state = account([prev, observedList()], 8);
    for (const shaping of [{}, { retire: true }, { delete_first: true }]) {
      const plan = planOf(desired({ lists: models }), state, { shaping });
      expect(plan.blocked[0]?.hints).toEqual([
        `name ${prev.vocabulary_id} under \`removed\` once nobody uses it: no flag retires it before medical@fun-asr is made`,
        askOwners,
        raise,
      ]);
    }
    const second = observedList({ vocabulary_id: idOf('acmeprev', 2) });
    const both = planOf(desired({ lists: models }), account([prev, second, observedList()], 7));
    expect(both.blocked[0]?.hints[0]).toContain(`name ${prev.vocabulary_id}, ${second.vocabulary_id} under`);
    const removed = planOf(desired({ lists: models, removed: ['acmeprev'] }), state);
    expect([removed.blocked, stepsOf(removed)]).toEqual([
      [],
      ['1 delete acmeprev@fun-asr-realtime → 9', '2 create medical@fun-asr → 10, after 1'],
    ]);
  });

  it('retire is no way out while it is given already, and what it waits for is not OK', () => {
    const other = desiredList({ name: 'other', prefix: 'acmeoth', hotwords: words('x') });
    const renamed = desiredList({ previous_prefixes: ['acmeprev'] });
    const prev = observedList({ vocabulary_id: idOf('acmeprev', 1) });
    const hintsWith = (status: string, given: boolean) =>
      planOf(desired({ lists: [renamed, other] }), account([prev, observedList({ status })], 8), {
        shaping: { retire: given },
      }).blocked[0]?.hints;
    expect(hintsWith('OK', false)).toContain(retire);
    expect(hintsWith('UNDEPLOYED', false)).toContain(retire);
    expect(hintsWith('UNDEPLOYED', true)).not.toContain(retire);
  });

  it('delete-first lets a list go that is split, for each of those that take its place', () => {
    const lists = ['x', 'y'].map((name) =>
      desiredList({
        name,
        prefix: `acme${name}`,
        previous_prefixes: ['acmeall'],
        consumers: [`c${name}`],
        hotwords: words(name),
      }),
    );
    const all = observedList({ vocabulary_id: idOf('acmeall', 1), hotwords: words('x', 'y') });
    const blockedHints = planOf(desired({ lists }), account([all], 8)).blocked[0]?.hints;
    expect(blockedHints).toContain(deleteFirst);
    const plan = planOf(desired({ lists }), account([all], 8), { shaping: { delete_first: true } });
    expect([plan.blocked, stepsOf(plan)]).toEqual([
      [],
      [
        '1 create x@fun-asr-realtime → 10',
        '2 delete acmeall@fun-asr-realtime → 9',
        '3 create y@fun-asr-realtime → 10, after 2',
      ],
    ]);
  });

  it('a list that waits for another is no way out for this one', () => {
    const lists = [
      desiredList({ name: 'y', prefix: 'acmey', hotwords: words('y') }),
      desiredList({ name: 'z', prefix: 'acmez', previous_prefixes: ['acmeprev'], hotwords: words('z') }),
    ];
    const prev = observedList({ vocabulary_id: idOf('acmeprev', 1) });
    const plan = planOf(desired({ lists }), account([prev], 9));
    const hintsOf = (address: string) => plan.blocked.find((block) => block.address === address)?.hints ?? [];
    expect(hintsOf('y@fun-asr-realtime').join()).not.toContain(prev.vocabulary_id);
    expect(hintsOf('z@fun-asr-realtime')).toContain(deleteFirst);
  });

  it('the ways out say what else it takes of lists that are there, and nothing of others', () => {
    const equal = ['a', 'b', 'c'].map((name) => desiredList({ name, prefix: `acme${name}` }));
    const held = ['a', 'b'].map((name, index) =>
      observedList({ vocabulary_id: idOf(`acme${name}`, index + 1) }),
    );
    const hintsOf = (lists: readonly ObservedList[]) =>
      planOf(desired({ lists: equal, prune: false }), account(lists, 10 - lists.length)).blocked[0]?.hints ??
      [];
    const why = 'it has the words of a@fun-asr-realtime, which its consumers can use';
    expect(hintsOf(held)).toEqual(
      expect.arrayContaining([
        `remove b@fun-asr-realtime, and name acmeb under \`removed\` once nobody uses it: ${why}`,
        `remove c@fun-asr-realtime: ${why}`,
      ]),
    );
    expect(hintsOf([])).toEqual(expect.arrayContaining([`remove b@fun-asr-realtime: ${why}`]));
  });

  it('the ways out name the instant words that are to be published, and not the list beside them', () => {
    const list = desiredList({ name: 'x', prefix: 'acmex', previous_prefixes: ['acmeall'] });
    const sent = ['p', 'q'].map((name) => instantWords({ name, previous_prefixes: ['acmeall'] }));
    const lists = [
      observedList({ vocabulary_id: idOf('acmeall', 1) }),
      observedList({ vocabulary_id: idOf('acmex', 2) }),
    ];
    const wanted = desired({ lists: [list, desiredList({ name: 'n', prefix: 'acmen' })], instant: sent });
    const plan = planOf(wanted, account(lists, 8), {
      shaping: { retire: true },
      unpublished: new Set(['p', 'q']),
    });
    expect(plan.blocked[0]?.hints.join()).toContain('apply the move of p and q to instant words alone');
  });

  it('what a blocked plan would have made is no replacement yet, and the way is to make it first', () => {
    const moved = desiredList({
      name: 'b',
      prefix: 'acmeb',
      target_model: 'fun-asr-realtime',
      consumers: ['cb'],
    });
    const added = desiredList({ name: 'c', prefix: 'acmec', target_model: 'fun-asr', hotwords: words('x') });
    const held = observedList({ vocabulary_id: idOf('acmeb', 1), target_model: 'fun-asr' });
    const plan = planOf(desired({ lists: [moved, added] }), account([held], 8));
    expect(plan.blocked[0]?.address).toBe('c@fun-asr');
    const hints = plan.blocked[0]?.hints ?? [];
    expect(hints).not.toContain(retire);
    expect(hints).toContain(
      'leave c@fun-asr out until b@fun-asr-realtime is made: then `--retire` frees the slot of what it replaces',
    );
    const second = desiredList({ name: 'd', prefix: 'acmed', consumers: ['cd'] });
    const also = observedList({ vocabulary_id: idOf('acmed', 2), target_model: 'fun-asr' });
    const zed = desiredList({ name: 'z', prefix: 'acmez', target_model: 'fun-asr', hotwords: words('x') });
    const several = planOf(desired({ lists: [moved, second, zed] }), account([held, also], 6));
    expect(several.blocked[0]?.hints).toContain(
      'leave z@fun-asr out until b@fun-asr-realtime, d@fun-asr-realtime is made: then `--retire` frees the slot of what it replaces',
    );
    const first = planOf(desired({ lists: [moved] }), account([held], 8));
    expect([first.blocked, stepsOf(first)]).toEqual([[], ['1 create b@fun-asr-realtime → 10']]);
  });

  it('an account above its quota is a warning, for the real one must be higher', () => {
    const plan = planOf(desired({ lists: [] }), account([], 12));
    expect(plan.diagnostics).toMatchObject([{ severity: 'warning', rule: 'more-lists-than-quota' }]);
  });
});

const superseded = observedList({ vocabulary_id: idOf('acmemed', 9), target_model: 'fun-asr' });
const unasked = observedList({ vocabulary_id: idOf('acmeold', 1) });
const raise = 'raise account.list_quota once the vendor has raised yours';
const askOwners = 'ask the owners of the unmanaged lists';
const retire = '`--retire` superseded lists once their replacements are OK';
const deleteFirst = '`--delete-first` deletes the list that this one replaces before (downtime)';
const nameThem = `name lists that nobody needs under \`removed\`, such as ${unasked.vocabulary_id}`;

function blocked(wanted: Desired, state: Account) {
  return planOf(wanted, state).blocked.map(({ message, hints }) => ({ message, hints }));
}

/** The ways out of the first. */
const waysOut = (wanted: Desired, state: Account) => blocked(wanted, state)[0]?.hints;

describe('a create without a slot', () => {
  it('is told with the arithmetic, each by itself', () => {
    const support = desiredList({ name: 'support', prefix: 'acmesup', target_model: 'fun-asr' });
    const third = desiredList({ name: 'third', prefix: 'acmethr', target_model: 'fun-asr-mtl' });
    const wanted = desired({ lists: [desiredList(), support, third] });
    expect(blocked(wanted, account([unasked], 9)).map(({ message }) => message)).toEqual([
      'no slot for support@fun-asr: 10 of 10 slots are taken (1 ours, 9 unmanaged); the plan needs 3 and frees 1',
      'no slot for third@fun-asr-mtl: 10 of 10 slots are taken (1 ours, 9 unmanaged); the plan needs 3 and frees 1',
    ]);
  });

  it.each([
    ['only unmanaged lists', desired(), account([], 10), [askOwners, raise]],
    ['the list it replaces', desired(), account([superseded], 9), [deleteFirst, askOwners, raise]],
    [
      'an orphan that is kept',
      desired({ prune: false }),
      account([unasked], 9),
      [nameThem, askOwners, raise],
    ],
    ['lists of its own', desired({ list_quota: 1, prune: false }), account([unasked]), [nameThem, raise]],
  ] as const)(
    'has the ways out of an account with %s, the least harmful first',
    (...[, wanted, state, ways]) => {
      expect(waysOut(wanted, state)).toEqual(ways);
    },
  );

  it('is told how many of those that wait for one list there is room for then', () => {
    const previous_prefixes = ['acmemed'];
    const lists = ['a', 'b'].map((name) =>
      desiredList({
        name,
        prefix: `acme${name}`,
        hotwords: words(name),
        consumers: [`c${name}`],
        previous_prefixes,
      }),
    );
    const held = observedList({ vocabulary_id: idOf('acmemed', 1), hotwords: words('a', 'b') });
    expect(waysOut(desired({ lists }), account([held], 9))).toContain(
      `${deleteFirst}, which is room for 1 of a@fun-asr-realtime and b@fun-asr-realtime`,
    );
    const [first, ...others] = ['a', 'b', 'c'].map((name) => ({
      ...lists[0]!,
      name,
      address: `${name}@fun-asr-realtime`,
      prefix: `acme${name}`,
      consumers: [`c${name}`],
    }));
    const both = [held, observedList({ vocabulary_id: idOf('acmeold', 2), hotwords: words('a', 'b') })];
    const wanted = desired({ lists: [{ ...first!, previous_prefixes: ['acmemed', 'acmeold'] }, ...others] });
    expect(waysOut(wanted, account(both, 8))).toContain(
      `${deleteFirst}, which is room for 2 of a@fun-asr-realtime, b@fun-asr-realtime and c@fun-asr-realtime`,
    );
    const two = { ...wanted, lists: wanted.lists.slice(0, 2) };
    expect(waysOut(two, account(both, 8))).toContain(deleteFirst);
  });

  it('has the way out of the list it replaces also where that was to be retired', () => {
    const [found] = planOf(desired(), account([superseded], 9), { shaping: { retire: true } }).blocked;
    expect(found?.hints).toEqual([deleteFirst, askOwners, raise]);
  });

  it('has a way out where the words that take a list’s place are not published yet', () => {
    const moved = instantWords({ name: 'participants', previous_prefixes: ['acmemeet'] });
    const wanted = desired({ instant: [moved], list_quota: 1 });
    const list = observedList({ vocabulary_id: idOf('acmemeet', 1) });
    const circumstances = { shaping: { retire: true }, unpublished: new Set(['participants']) };
    const [found] = planOf(wanted, account([list]), circumstances).blocked;
    expect(found?.hints).toEqual([
      'apply the move of participants to instant words alone, which publishes them, and `--retire` then; or `--retire --delete-first` (no words until they are deployed)',
      raise,
    ]);
  });

  it('is told no flag that would not help it: the superseded list is another one’s', () => {
    const bound = observedList();
    const support = desiredList({ name: 'support', prefix: 'acmesup' });
    const wanted = desired({
      lists: [
        { ...desiredList(), max_hotwords: 2 },
        { ...support, max_hotwords: 2 },
      ],
    });
    expect(waysOut(wanted, account([bound, superseded], 8))?.slice(0, 3)).toEqual([retire, askOwners, raise]);
  });
});

describe('the arithmetic of slots', () => {
  const support = desiredList({ name: 'support', prefix: 'acmesup', target_model: 'fun-asr' });

  it('counts what is made beside what is not, and what goes', () => {
    const plan = planOf(desired({ lists: [desiredList(), support] }), account([], 9));
    expect(plan.blocked.map(({ message }) => message)).toEqual([
      'no slot for support@fun-asr: 9 of 10 slots are taken (0 ours, 9 unmanaged); the plan needs 2 and frees 0',
    ]);
  });

  it('has no line on lists that go anyway, and one on each that nobody needs, duplicates too', () => {
    const going = planOf(desired({ lists: [desiredList(), support] }), account([unasked], 9)).blocked;
    expect(going[0]?.hints[0]).toBe(askOwners);
    const duplicate = observedList({ vocabulary_id: idOf('acmemed', 5) });
    const wanted = desired({ lists: [desiredList(), support], prune: false });
    const kept = planOf(wanted, account([observedList(), duplicate, unasked], 7)).blocked;
    expect(kept[0]?.hints[0]).toBe(
      `name lists that nobody needs under \`removed\`, such as ${duplicate.vocabulary_id}, ${unasked.vocabulary_id}`,
    );
  });
});
