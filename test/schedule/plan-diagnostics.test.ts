import { describe, expect, it } from 'vitest';
import { account, desired, idOf, observedList, words } from '../support/build.js';
import { planOf } from '../support/plan-of.js';

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
