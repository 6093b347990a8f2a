import { describe, expect, it } from 'vitest';
import type { Desired } from '../../src/model/desired.js';
import type { Account, ObservedList } from '../../src/model/observed.js';
import type { Plan } from '../../src/model/plan.js';
import { account, desired, desiredList, guards, idOf, observedList, word, words } from '../support/build.js';
import { type Circumstances, planOf } from '../support/plan-of.js';

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
    ];
    expect(planOf(desired({ lists }), account([], 10)).blocked[0]?.hints).toEqual([
      'ask the owners of the unmanaged lists',
      'raise account.list_quota once the vendor has raised yours',
      'remove support@fun-asr-realtime: it has the words of medical@fun-asr-realtime, which its consumers can use',
      'remove third@fun-asr-realtime, which no consumer uses, or declare who does',
      'merge medical@fun-asr-realtime (2), support@fun-asr-realtime (2): they fit into one list of 500 hotwords',
    ]);
  });

  it('the ways out name the lists that nobody needs, by id', () => {
    const plan = planOf(desired({ prune: false }), account([orphan(1)], 9));
    expect(plan.blocked[0]?.hints.join()).toContain(idOf('acmeold1', 1));
  });

  it('an account above its quota is a warning, for the real one must be higher', () => {
    const plan = planOf(desired({ lists: [] }), account([], 12));
    expect(plan.diagnostics).toMatchObject([{ severity: 'warning', rule: 'more-lists-than-quota' }]);
  });
});

describe('the guards', () => {
  it('hold back more orphans than max_deletes, until they are allowed', () => {
    const state = account([orphan(1), orphan(2)]);
    const wanted = desired({ lists: [] });
    expect(planOf(wanted, state).blocked).toMatchObject([
      { rule: 'max-deletes', hints: [expect.stringContaining('--allow max-deletes')] },
    ]);
    expect(planOf(wanted, state, { allow: ['max-deletes'] }).blocked).toEqual([]);
  });

  it('do not count duplicates, removed or retired lists as orphans', () => {
    const duplicates = [2, 3].map((serial) => observedList({ vocabulary_id: idOf('acmemed', serial) }));
    const gone = [4, 5].map((serial) => observedList({ vocabulary_id: idOf('acmegone', serial) }));
    const wanted = desired({ removed: ['acmegone'] });
    const plan = planOf(wanted, account([observedList(), old, ...duplicates, ...gone]), {
      shaping: { retire: true },
    });
    expect(plan.steps.filter(({ op }) => op === 'delete')).toHaveLength(5);
    expect(plan.blocked).toEqual([]);
  });

  it('hold back an update that loses more than the share, until this address is allowed', () => {
    const wanted = desired({ lists: [desiredList({ hotwords: words(4) })] });
    const state = account([observedList({ hotwords: words(10) })]);
    expect(planOf(wanted, state).blocked).toMatchObject([
      { rule: 'hotword-loss', address: medical, message: expect.stringContaining('6 of 10 words (60%)') },
    ]);
    expect(planOf(wanted, state, { allow: ['hotword-loss=other@x'] }).blocked).toHaveLength(1);
    expect(planOf(wanted, state, { allow: [`hotword-loss=${medical}`] }).blocked).toEqual([]);
  });

  it('let exactly the share go, and any share of fewer than ten words', () => {
    const half = desired({ lists: [desiredList({ hotwords: words(5) })] });
    expect(planOf(half, account([observedList({ hotwords: words(10) })])).blocked).toEqual([]);
    const one = desired({ lists: [desiredList({ hotwords: words(1) })] });
    expect(planOf(one, account([observedList({ hotwords: words(9) })])).blocked).toEqual([]);
  });

  it('hold back a new list that loses the words of the one it supersedes', () => {
    const wanted = desired({ lists: [desiredList({ hotwords: words(2) })] });
    const state = account([{ ...old, hotwords: words(12) }]);
    expect(planOf(wanted, state).blocked).toMatchObject([{ rule: 'hotword-loss', address: medical }]);
  });

  it('hold back an update that drops the fields of one of two words with the same text', () => {
    const held = ['zh', 'en'].map((lang) => word('A', { lang, extra: { translation: lang } }));
    const kept = [held[0] ?? word('A'), word('A', { lang: 'en' })];
    const plan = planOf(
      desired({ lists: [desiredList({ hotwords: kept })] }),
      account([observedList({ hotwords: held })]),
    );
    expect(plan.blocked).toMatchObject([{ rule: 'drop-fields' }]);
  });

  it('take another lang or weight for no loss', () => {
    const wanted = desired({
      lists: [desiredList({ hotwords: words(10).map((entry) => ({ ...entry, lang: 'zh', weight: 5 })) })],
    });
    expect(planOf(wanted, account([observedList({ hotwords: words(10) })])).blocked).toEqual([]);
  });

  it('hold back an update that drops fields the YAML does not know', () => {
    const held = [word('alpha', { extra: { translation: 'x' } }), word('beta')];
    const state = account([observedList({ hotwords: held })]);
    expect(planOf(desired(), state).blocked).toMatchObject([
      { rule: 'drop-fields', address: medical, message: expect.stringContaining('"alpha" (translation)') },
    ]);
    expect(planOf(desired(), state, { allow: [`drop-fields=${medical}`] }).blocked).toEqual([]);
    const kept = desired({ lists: [desiredList({ hotwords: [held[0] ?? word('alpha'), word('gamma')] })] });
    expect(planOf(kept, state).blocked).toEqual([]);
  });
});

describe('a duplicate that is kept while its list is updated', () => {
  it('is a warning, for it will be a rival then', () => {
    const duplicates = [1, 2].map((serial) =>
      observedList({ vocabulary_id: idOf('acmemed', serial), hotwords: words('alpha', 'old') }),
    );
    const kept = planOf(desired({ prune: false }), account(duplicates));
    expect(kept.diagnostics).toMatchObject([
      {
        severity: 'warning',
        rule: 'duplicate-will-dispute',
        message: expect.stringContaining(idOf('acmemed', 2)),
      },
    ]);
    expect(planOf(desired(), account(duplicates)).diagnostics).toEqual([]);
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

describe('a disputed list', () => {
  const rival = observedList({ vocabulary_id: idOf('acmemed', 2), hotwords: words('gamma') });

  it('blocks its key even when the other one is in sync', () => {
    expect(planOf(desired(), account([observedList(), rival])).blocked).toMatchObject([
      { rule: 'rival', address: medical },
    ]);
  });

  it('no longer does once the vocabulary is pinned, or removed names it', () => {
    const pinned = desired({ lists: [desiredList({ vocabulary_ids: [idOf('acmemed', 1)] })] });
    expect(planOf(pinned, account([observedList(), rival])).blocked).toEqual([]);
    const removed = desired({ removed: [rival.vocabulary_id] });
    expect(planOf(removed, account([observedList(), rival])).blocked).toEqual([]);
  });

  it('cannot be settled by pinning both, even when their words are the same', () => {
    const ids = [idOf('acmemed', 1), idOf('acmemed', 2)];
    const pinned = desired({ lists: [desiredList({ vocabulary_ids: ids })] });
    const equal = ids.map((vocabulary_id) => observedList({ vocabulary_id }));
    const plan = planOf(pinned, account(equal));
    expect(plan.blocked).toMatchObject([
      { rule: 'rival', hints: [expect.stringContaining('leave one of the two')] },
    ]);
    expect(plan.steps).toEqual([]);
  });

  it('a pin to a list that is not there blocks too', () => {
    const pinned = desired({ lists: [desiredList({ vocabulary_ids: [idOf('acmemed', 7)] })] });
    expect(planOf(pinned, account([observedList()])).blocked).toMatchObject([
      { rule: 'pinned-list-missing' },
    ]);
  });
});

describe('the interval between two updates', () => {
  const minutes = (amount: number) => amount * 60_000;
  // 10:00 of the server, which shows its times as 18:00 in UTC+8.
  const now = Date.UTC(2026, 10, 22, 10);
  const wanted = desired({ guards: { ...guards, update_interval: minutes(5) } });
  const updated = (gmt_modified: string) =>
    account([observedList({ hotwords: words('alpha', 'x'), gmt_modified })]);
  const notBefore = (state: Account, server_time: number | null = now) =>
    planOf(wanted, state, { server_time }).steps[0]?.not_before;

  it('puts an update off until five minutes after the last, in either of the zones the times may have', () => {
    expect(notBefore(updated('2026-11-22 17:58:00'))).toBe(now + minutes(3));
    expect(notBefore(updated('2026-11-22 09:58:00'))).toBe(now + minutes(3));
  });

  it('has no say once they have passed, or before the first update', () => {
    expect(notBefore(updated('2026-11-22 17:55:00'))).toBeNull();
    const created = { gmt_create: '2026-11-22 17:59:00', gmt_modified: '2026-11-22 17:59:00' };
    expect(notBefore(account([observedList({ hotwords: words('alpha', 'x'), ...created })]))).toBeNull();
  });

  it.each([
    ['the server tells no time', updated('2026-11-22 17:58:00'), null],
    ['the time is none', updated('yesterday'), now],
    ['the time lies ahead in every zone', updated('2026-11-22 18:58:00'), now],
  ])('cannot be kept when %s, which is a warning', (_case, state, server_time) => {
    const plan = planOf(wanted, state, { server_time });
    expect(plan.steps[0]?.not_before).toBeNull();
    expect(plan.diagnostics).toMatchObject([{ severity: 'warning', rule: 'server-clock-unreadable' }]);
  });
});

describe('a list that has only its prefix and model in common with the vocabulary', () => {
  it('is a warning, for it may be somebody else’s', () => {
    const other = observedList({ hotwords: words('x', 'y') });
    expect(planOf(desired(), account([other])).diagnostics).toMatchObject([
      {
        severity: 'warning',
        rule: 'no-word-in-common',
        message: expect.stringContaining('all 2 would be overwritten'),
      },
    ]);
    const related = observedList({ hotwords: words('alpha', 'y') });
    expect(planOf(desired(), account([related])).diagnostics).toEqual([]);
  });
});

describe('a list that is not OK', () => {
  it('is a warning, for recognition ignores it', () => {
    const plan = planOf(desired(), account([observedList({ status: 'UNDEPLOYED' })]));
    expect(plan.diagnostics).toMatchObject([
      { rule: 'list-not-ready', message: expect.stringContaining('UNDEPLOYED') },
    ]);
  });
});

describe('the digest', () => {
  const state = account([observedList({ hotwords: words('alpha', 'x') }), orphan(1)]);
  const digestOf = (wanted: Desired, other = state, circumstances: Circumstances = {}) =>
    planOf(wanted, other, circumstances).digest;
  const base = digestOf(desired());

  it('has a version and a hash', () => {
    expect(base).toMatch(/^vs1:sha256:[0-9a-f]{64}$/);
  });

  it('stays when nothing that is written changes', () => {
    const renamed = desired({ lists: [desiredList({ name: 'clinic', consumers: ['app'] })], list_quota: 9 });
    expect(digestOf(renamed)).toBe(base);
    const later = {
      ...state,
      read: state.read.map((list) => ({ ...list, status: 'X', gmt_modified: '2026-11-22 01:00:00' })),
    };
    expect(digestOf(desired(), later)).toBe(base);
    expect(digestOf(desired(), account([...state.read].reverse(), 3))).toBe(base);
    expect(digestOf(desired(), state, { allow: ['max-deletes'] })).toBe(base);
  });

  it.each([
    ['a word', desired({ lists: [desiredList({ hotwords: words('alpha', 'other') })] }), {}],
    [
      'a weight',
      desired({ lists: [desiredList({ hotwords: [word('alpha', { weight: 5 }), word('beta')] })] }),
      {},
    ],
    ['what is deleted', desired({ prune: false }), {}],
    ['the host', desired(), { endpoint: 'https://dashscope.aliyuncs.com/api/v1' }],
    ['the workspace', desired(), { workspace: 'llm-x' }],
  ])('changes with %s', (_what, wanted, circumstances) => {
    expect(digestOf(wanted, state, circumstances)).not.toBe(base);
  });

  it('does not mind how the base URL is written', () => {
    const [one, other] = ['https://host.example/api/v1', 'https://HOST.example/other'].map((endpoint) =>
      digestOf(desired(), state, { endpoint }),
    );
    expect(other).toBe(one);
  });
});
