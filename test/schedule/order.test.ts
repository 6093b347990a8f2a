import { describe, expect, it } from 'vitest';
import type { ObservedList } from '../../src/model/observed.js';
import type { Plan } from '../../src/model/plan.js';
import { account, desired, desiredList, guards, idOf, observedList, words } from '../support/build.js';
import { planOf } from '../support/plan-of.js';

function sequenceOf({ steps }: Plan): string[] {
  return steps.map(({ id, op, change, after, slots_after }) =>
    [id, op, change.address, `after ${after.join('+') || 'nothing'}`, slots_after].join(' '),
  );
}

const deleteFirst = { shaping: { retire: false, delete_first: true } };
const retire = { shaping: { retire: true, delete_first: false } };

/** `2 - acmeold@m → 9, after 1` */
function stepsOf({ steps }: Plan): string[] {
  return steps.map(({ id, op, change, slots_after, after }) =>
    [`${id} ${op} ${change.address} → ${slots_after}`, ...after.map((other) => `after ${other}`)].join(', '),
  );
}

const orphan = (serial: number, fields: Partial<ObservedList> = {}) =>
  observedList({ vocabulary_id: idOf(`acmeold${serial}`, serial), ...fields });

const medical = 'medical@fun-asr-realtime';
const support = desiredList({ name: 'support', prefix: 'acmesup' });
const old = observedList({ vocabulary_id: idOf('acmemed', 9), target_model: 'fun-asr' });

describe('a list that must make room', () => {
  it('is let go once, however many lists take its place', () => {
    const former = observedList({ target_model: 'paraformer-v2' });
    const lists = ['fun-asr', 'fun-asr-realtime'].map((target_model) => desiredList({ target_model }));
    const plan = planOf(desired({ lists, list_quota: 1 }), account([former]), deleteFirst);
    const deleted = plan.steps
      .filter(({ op }) => op === 'delete')
      .map(({ change }) => change.before?.vocabulary_id);
    expect(deleted).toEqual([former.vocabulary_id]);
    // The one slot that it had is enough for one of the two.
    expect(plan.steps.map(({ op, slots_after }) => [op, slots_after])).toEqual([
      ['delete', 0],
      ['create', 1],
    ]);
    expect(plan.blocked.map(({ rule }) => rule)).toEqual(['no-slot']);
    expect(plan.quota.after).toBe(1);
  });

  it('is let go once, also where that is not room enough', () => {
    const former = observedList({ target_model: 'paraformer-v2' });
    const plan = planOf(desired({ list_quota: 1 }), account([former], 2), deleteFirst);
    expect(
      plan.steps.map(({ op, change, slots_after }) => [op, change.before?.vocabulary_id, slots_after]),
    ).toEqual([['delete', former.vocabulary_id, 2]]);
    expect(plan.blocked.map(({ rule }) => rule)).toEqual(['no-slot']);
  });

  it('counts in the most slots that are taken at any time', () => {
    const lists = [desiredList(), desiredList({ name: 'support', prefix: 'acmesup' })];
    const unasked = observedList({ vocabulary_id: idOf('acmeold', 1) });
    expect(planOf(desired({ lists }), account([unasked])).quota).toMatchObject({
      in_use: 1,
      peak: 3,
      after: 2,
    });
    expect(planOf(desired({ lists, list_quota: 2 }), account([unasked])).quota).toMatchObject({
      peak: 2,
      after: 2,
    });
  });
});

describe('a list that goes because others have its place', () => {
  const former = observedList({ vocabulary_id: idOf('acmemed', 1), target_model: 'fun-asr' });
  const replacement = observedList({ vocabulary_id: idOf('acmemed', 2), hotwords: words('alpha') });

  it('waits for the update of what takes its place, which comes before its turn where a slot is needed', () => {
    const lists = [desiredList(), desiredList({ name: 'support', prefix: 'acmesup' })];
    const plan = planOf(desired({ lists, list_quota: 2 }), account([former, replacement]), retire);
    expect(sequenceOf(plan)).toEqual([
      '1 update medical@fun-asr-realtime after nothing 2',
      '2 delete acmemed@fun-asr after 1 1',
      '3 create support@fun-asr-realtime after 2 2',
    ]);
  });

  it('must find there the words of that update when it goes', () => {
    const plan = planOf(desired(), account([former, replacement]), retire);
    const going = plan.steps.find(({ op }) => op === 'delete');
    expect(going?.replacements).toEqual([
      { vocabulary_id: replacement.vocabulary_id, hotwords: words('alpha', 'beta') },
    ]);
  });

  it('goes first, with the words that the update overwrites, where it is a duplicate of those', () => {
    const bound = observedList({ hotwords: words('old') });
    const duplicate = observedList({ vocabulary_id: idOf('acmemed', 2), hotwords: words('old') });
    const plan = planOf(desired(), account([bound, duplicate]));
    expect(sequenceOf(plan)).toEqual([
      '1 delete acmemed@fun-asr-realtime after nothing 1',
      '2 update medical@fun-asr-realtime after 1 1',
    ]);
    expect(plan.steps[0]?.replacements).toEqual([
      { vocabulary_id: bound.vocabulary_id, hotwords: words('old') },
    ]);
  });
});

describe('the order of the steps', () => {
  it('creates, then updates, then deletes while there are slots', () => {
    const wanted = desired({ lists: [desiredList(), support] });
    const state = account([observedList({ hotwords: words('alpha', 'x') }), orphan(1)], 2);
    expect(stepsOf(planOf(wanted, state))).toEqual([
      '1 create support@fun-asr-realtime → 5',
      `2 update ${medical} → 5`,
      '3 delete acmeold1@fun-asr-realtime → 4',
    ]);
  });

  it('deletes first when all ten slots are taken, and only as much as is needed', () => {
    const state = account([orphan(1), orphan(2)], 8);
    const plan = planOf(desired(), state, { allow: ['max-deletes'] });
    expect(stepsOf(plan)).toEqual([
      '1 delete acmeold1@fun-asr-realtime → 9',
      `2 create ${medical} → 10, after 1`,
      '3 delete acmeold2@fun-asr-realtime → 9',
    ]);
    expect(plan.quota).toEqual({ limit: 10, in_use: 10, unmanaged: 8, peak: 10, after: 9 });
  });

  it('makes room with what loses least: a duplicate before what is removed, that before an orphan', () => {
    const wanted = desired({
      lists: [
        desiredList(),
        support,
        desiredList({ name: 'third', prefix: 'acmethr' }),
        desiredList({ name: 'fourth', prefix: 'acmefou' }),
      ],
      removed: ['acmegone'],
    });
    const duplicate = observedList({ vocabulary_id: idOf('acmemed', 2) });
    const named = observedList({ vocabulary_id: idOf('acmegone', 3) });
    const plan = planOf(wanted, account([observedList(), duplicate, named, orphan(1)], 6));
    const deletes = plan.steps.filter(({ op }) => op === 'delete').map(({ change }) => change.reason);
    expect(deletes).toEqual(['duplicate', 'removed', 'orphan']);
  });

  it('deletes a duplicate before its list is updated, or it would be a rival to whoever plans in between', () => {
    const bound = observedList({ hotwords: words('old') });
    const duplicate = observedList({ vocabulary_id: idOf('acmemed', 2), hotwords: words('old') });
    expect(stepsOf(planOf(desired(), account([bound, duplicate])))).toEqual([
      '1 delete acmemed@fun-asr-realtime → 1',
      `2 update ${medical} → 1, after 1`,
    ]);
  });

  it('deletes a duplicate that has the desired words after its list has them too', () => {
    const bound = observedList({ hotwords: words('old') });
    const duplicate = observedList({ vocabulary_id: idOf('acmemed', 2), status: 'UNDEPLOYED' });
    expect(stepsOf(planOf(desired(), account([bound, duplicate])))).toEqual([
      `1 update ${medical} → 2`,
      '2 delete acmemed@fun-asr-realtime → 1, after 1',
    ]);
  });

  it('lets a retired list go only while all that replaces it is OK', () => {
    const plan = planOf(desired(), account([observedList(), old]), { shaping: { retire: true } });
    expect(plan.steps.map(({ op, replacements }) => [op, replacements])).toEqual([
      ['delete', [{ vocabulary_id: idOf('acmemed', 1), hotwords: words('alpha', 'beta') }]],
    ]);
  });

  it('makes as much room as an account above its quota needs', () => {
    const named = [1, 2].map((serial) => observedList({ vocabulary_id: idOf('acmegone', serial) }));
    const plan = planOf(desired({ removed: ['acmegone'] }), account(named, 9));
    expect(stepsOf(plan)).toEqual([
      '1 delete acmegone@fun-asr-realtime → 10',
      '2 delete acmegone@fun-asr-realtime → 9',
      `3 create ${medical} → 10, after 1, after 2`,
    ]);
  });

  it('makes a list anew before the removed one of its prefix and model goes', () => {
    const removed = desired({ removed: [idOf('acmemed', 1)] });
    expect(stepsOf(planOf(removed, account([observedList()])))).toEqual([
      `1 create ${medical} → 2`,
      '2 delete acmemed@fun-asr-realtime → 1, after 1',
    ]);
  });

  it('takes a removed list that is made anew for its slot only when there is no other', () => {
    const removed = desired({ removed: [idOf('acmemed', 1)] });
    const plan = planOf(removed, account([observedList(), orphan(1)], 8));
    expect(stepsOf(plan)[0]).toBe('1 delete acmeold1@fun-asr-realtime → 9');
    expect(stepsOf(planOf(removed, account([observedList()], 9)))[0]).toBe(
      '1 delete acmemed@fun-asr-realtime → 9',
    );
  });

  it('keeps within the quota at each step for every number of slots', () => {
    for (let limit = 1; limit <= 10; limit++) {
      const wanted = desired({ lists: [desiredList(), support], list_quota: limit });
      const state = account(
        Array.from({ length: Math.min(limit, 4) }, (_, index) => orphan(index + 1)),
        Math.max(0, limit - 4),
      );
      const plan = planOf(wanted, state, { allow: ['max-deletes'] });
      expect(Math.max(...plan.steps.map(({ slots_after }) => slots_after))).toBeLessThanOrEqual(limit);
      expect(plan.quota.peak).toBeLessThanOrEqual(limit);
    }
  });
});

describe('a list whose place is taken by several', () => {
  const parts = [
    desiredList({ name: 'a', prefix: 'acmea', previous_prefixes: ['acmeold'] }),
    desiredList({ name: 'b', prefix: 'acmeb', previous_prefixes: ['acmeold'] }),
  ];
  const whole = observedList({ vocabulary_id: idOf('acmeold', 1) });
  const partOf = (prefix: string, fields: Partial<ObservedList> = {}) =>
    observedList({ vocabulary_id: idOf(prefix, 1), ...fields });

  it('goes only when all of them are OK', () => {
    const shaping = { retire: true };
    const halfway = planOf(desired({ lists: parts }), account([whole, partOf('acmea')]), { shaping });
    expect(stepsOf(halfway)).toEqual(['1 create b@fun-asr-realtime → 3']);
    const pending = planOf(
      desired({ lists: parts }),
      account([whole, partOf('acmea'), partOf('acmeb', { status: 'UNDEPLOYED' })]),
      { shaping },
    );
    expect(stepsOf(pending)).toEqual([]);
    const ready = planOf(desired({ lists: parts }), account([whole, partOf('acmea'), partOf('acmeb')]), {
      shaping,
    });
    expect(ready.steps[0]?.replacements.map(({ vocabulary_id }) => vocabulary_id)).toEqual([
      idOf('acmea', 1),
      idOf('acmeb', 1),
    ]);
  });

  it('is replaced by the one that has no list yet, in whatever order they are written', () => {
    const models = ['fun-asr', 'fun-asr-realtime'].map((target_model) => desiredList({ target_model }));
    const bound = observedList({ target_model: 'fun-asr' });
    const moved = observedList({
      vocabulary_id: idOf('acmemed', 5),
      target_model: 'fun-asr-mtl',
      hotwords: words(20),
    });
    const plans = [models, [...models].reverse()].map((lists) =>
      planOf(desired({ lists }), account([bound, moved])),
    );
    for (const plan of plans) {
      expect(plan.changes.find(({ reason }) => reason === 'superseded')?.replaced_by).toBe(medical);
      expect(plan.blocked).toMatchObject([{ rule: 'hotword-loss', address: medical }]);
    }
    expect(plans[1]?.digest).toBe(plans[0]?.digest);
  });
});

describe('a list that is let go to make room', () => {
  it('goes with all its words, and for that reason', () => {
    const { changes, steps } = planOf(desired(), account([old], 9), deleteFirst);
    expect(steps.map(({ op, replacements }) => [op, replacements])).toEqual([
      ['delete', []],
      ['create', []],
    ]);
    expect(changes.find(({ action }) => action === 'delete')).toMatchObject({
      reason: 'delete_first',
      hotwords: { added: [], removed: words('alpha', 'beta'), changed: [], unchanged: 0 },
    });
  });
});

describe('what a delete need not wait for', () => {
  it('is the interval between two updates', () => {
    const fresh = orphan(1, { gmt_modified: '2026-11-22 17:59:00' });
    const wanted = desired({ guards: { ...guards, update_interval: 300_000 } });
    const { steps } = planOf(wanted, account([observedList(), fresh]));
    expect(steps.map(({ op, not_before }) => [op, not_before])).toEqual([['delete', null]]);
  });

  it('is the update of a list of another prefix or model, and is not held against a new list', () => {
    const lists = [desiredList(), support];
    const updated = observedList({ hotwords: words('old') });
    const duplicate = observedList({ vocabulary_id: idOf('acmesup', 4) });
    const bound = observedList({ vocabulary_id: idOf('acmesup', 3) });
    expect(stepsOf(planOf(desired({ lists }), account([updated, bound, duplicate, orphan(1)])))).toEqual([
      `1 update ${medical} → 4`,
      '2 delete acmesup@fun-asr-realtime → 3',
      '3 delete acmeold1@fun-asr-realtime → 2',
    ]);
  });
});

describe('what an update need not wait for', () => {
  const updated = observedList({ hotwords: words('old') });

  it('is a duplicate of the words that it overwrites, where that is under protect and stays', () => {
    const duplicate = observedList({ vocabulary_id: idOf('acmemed', 2), hotwords: words('old') });
    const { steps, changes } = planOf(desired({ protect: ['acmemed'] }), account([updated, duplicate]));
    expect(changes.map(({ action, reason }) => [action, reason])).toContainEqual(['keep', 'protected']);
    expect(steps.map(({ op, after }) => [op, after])).toEqual([['update', []]]);
  });

  it('is a duplicate of the words that it overwrites, where nothing is pruned and it stays', () => {
    const duplicate = observedList({ vocabulary_id: idOf('acmemed', 2), hotwords: words('old') });
    const { steps, changes } = planOf(desired({ prune: false }), account([updated, duplicate]));
    expect(changes.map(({ action, reason }) => [action, reason])).toContainEqual(['keep', 'duplicate']);
    expect(steps.map(({ op, after }) => [op, after])).toEqual([['update', []]]);
  });

  it('is a list of its prefix and model that goes because somebody named it', () => {
    const named = observedList({ vocabulary_id: idOf('acmemed', 2), hotwords: words('other') });
    const wanted = desired({ removed: [named.vocabulary_id] });
    expect(stepsOf(planOf(wanted, account([updated, named])))).toEqual([
      `1 update ${medical} → 2`,
      '2 delete acmemed@fun-asr-realtime → 1',
    ]);
  });
});
