import { describe, expect, it } from 'vitest';
import type { Hotword } from '../../src/model/hotword.js';
import type { ObservedList } from '../../src/model/observed.js';
import { account, desired, desiredList, guards, idOf, observedList, words } from '../support/build.js';
import { planOf } from '../support/plan-of.js';

const medical = 'medical@fun-asr-realtime';
const rulesOf = (...args: Parameters<typeof planOf>) => planOf(...args).diagnostics.map(({ rule }) => rule);

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
        message: `${idOf('acmemed', 2)} is kept and will have other words than ${medical} after its update: it will then block ${medical} as a rival`,
        hint: 'name the id under `removed` now, or set `prune: true`',
      },
    ]);
    expect(planOf(desired(), account(duplicates)).diagnostics).toEqual([]);
  });

  it('is told the way out that is left where the prefix is protected', () => {
    const duplicates = [1, 2].map((serial) =>
      observedList({ vocabulary_id: idOf('acmemed', serial), hotwords: words('alpha', 'old') }),
    );
    const guarded = { protect: ['acmemed'] };
    const pin = expect.stringMatching(/^pin the vocabulary to its .*list with `vocabulary_id`/) as unknown;
    expect(planOf(desired(guarded), account(duplicates)).diagnostics).toMatchObject([
      { rule: 'duplicate-will-dispute', hint: pin },
    ]);
    // After the update.
    const rival = { ...duplicates[1]!, hotwords: words('alpha', 'beta') };
    const [, other] = [rival, { ...duplicates[0]!, vocabulary_id: idOf('acmemed', 3) }];
    const { blocked } = planOf(desired(guarded), account([rival, other]));
    expect(blocked).toMatchObject([{ rule: 'rival', hints: [pin] }]);
    const pinned = desired({
      ...guarded,
      lists: [desiredList({ vocabulary_ids: [rival.vocabulary_id] })],
    });
    expect(planOf(pinned, account([rival, other])).blocked).toEqual([]);
  });
});

describe('a list that has only its prefix and model in common with the vocabulary', () => {
  it('is a warning, for it may be somebody else’s', () => {
    const other = observedList({ hotwords: words('x', 'y') });
    expect(planOf(desired(), account([other])).diagnostics).toMatchObject([
      {
        severity: 'warning',
        rule: 'no-word-in-common',
        message: `${idOf('acmemed', 1)} has the prefix and the model of ${medical}, but not one of its words: all 2 would be overwritten`,
        hint: 'make sure that the list is yours; if it is not, give the vocabulary another prefix',
      },
    ]);
    expect(planOf(desired(), account([observedList({ hotwords: [] })])).diagnostics).toEqual([]);
    const related = observedList({ hotwords: words('alpha', 'y') });
    expect(planOf(desired(), account([related])).diagnostics).toEqual([]);
  });
});

describe('a list that is not OK', () => {
  it('is a warning, for recognition ignores it', () => {
    const plan = planOf(desired(), account([observedList({ status: 'UNDEPLOYED' })]));
    expect(plan.diagnostics).toMatchObject([
      {
        rule: 'list-not-ready',
        message: `${medical} is UNDEPLOYED, not OK: recognition silently ignores it (${idOf('acmemed', 1)})`,
        hint: 'wait for it, and run it again: files under `outputs` are written once it is OK; if it stays, delete the list in the account and apply again',
      },
    ]);
  });
});

describe('what is said of a list with another one under its key', () => {
  const bound = observedList({ hotwords: words('alpha', 'old') });

  it('is nothing of a rival to come where it is one already, or has the words that come', () => {
    const other = (fields: Partial<ObservedList>) =>
      observedList({ vocabulary_id: idOf('acmemed', 2), ...fields });
    const kept = desired({ prune: false });
    expect(rulesOf(kept, account([bound, other({ hotwords: words('alpha', 'theirs') })]))).toEqual([]);
    expect(rulesOf(kept, account([bound, other({ status: 'UNDEPLOYED' })]))).toEqual([]);
  });

  it('is nothing of an update where the list is made anew', () => {
    const id = idOf('acmemed', 1);
    expect(rulesOf(desired({ removed: [id], protect: ['acmemed'] }), account([bound]))).toEqual([]);
  });
});

it('a line under removed that names nothing is worth knowing, and one that names a prefix or an id is not', () => {
  const lists = [1, 2].map((serial) => observedList({ vocabulary_id: idOf(`acmeold${serial}`, serial) }));
  const removed = ['acmegone', 'acmeold1', idOf('acmeold2', 2)];
  expect(planOf(desired({ lists: [], removed }), account(lists)).diagnostics).toMatchObject([
    {
      severity: 'info',
      rule: 'removed-not-there',
      message: 'the account holds no list of the prefix or id "acmegone", which is under removed',
      hint: 'if it is spelt right, its lists are gone, and the line can be deleted',
    },
  ]);
});

it('an account with more lists than its quota is doubtful, and one with as many is not', () => {
  const wanted = desired({ lists: [], list_quota: 3 });
  expect(planOf(wanted, account([], 3)).diagnostics).toEqual([]);
  expect(planOf(wanted, account([], 4)).diagnostics).toMatchObject([
    {
      rule: 'more-lists-than-quota',
      message: 'the account holds 4 lists, more than account.list_quota (3): the real quota must be higher',
      hint: 'set account.list_quota to what the vendor has granted; until then nothing is created',
    },
  ]);
});

it('a clock that cannot be read matters to updates only', () => {
  const wanted = desired({ guards: { ...guards, update_interval: 60_000 } });
  const held = (hotwords: Hotword[]) => account([observedList({ hotwords, gmt_modified: 'yesterday' })]);
  expect(rulesOf(wanted, held(words('alpha')))).toEqual(['server-clock-unreadable']);
  expect(rulesOf(wanted, held(words('alpha', 'beta')))).toEqual([]);
});
