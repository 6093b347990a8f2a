import { expect, it } from 'vitest';
import type { Plan, ReviewedPlan, StepOp } from '../../src/model/plan.js';
import { compareReviewed } from '../../src/schedule/compare-reviewed.js';
import { account, desired, desiredList, idOf, noShaping, observedList, words } from '../support/build.js';
import { planOf } from '../support/plan-of.js';

function reviewed({ account: where, digest, changes }: Plan): ReviewedPlan {
  const writes = changes.filter(({ action }) => ['create', 'update', 'delete'].includes(action));
  return {
    account: where,
    digest,
    shaping: noShaping,
    changes: writes.map((change) => ({ ...change, action: change.action as StepOp })),
  };
}

const lists = [desiredList(), desiredList({ name: 'support', prefix: 'acmesup' })];
const orphan = observedList({ vocabulary_id: idOf('acmeold', 3) });
const old = observedList({ hotwords: words('old') });
const before = planOf(desired({ lists }), account([old, orphan]));

it('is what was reviewed while nothing has changed, and while parts of it are in effect', () => {
  expect(compareReviewed(reviewed(before), before)).toEqual([]);
  const updated = planOf(desired({ lists }), account([observedList(), orphan]));
  const created = observedList({ vocabulary_id: idOf('acmesup', 2) });
  const all = planOf(desired({ lists }), account([observedList(), created]));
  expect(compareReviewed(reviewed(before), updated)).toEqual([]);
  expect(compareReviewed(reviewed(before), all)).toEqual([]);
});

it('is not when a change comes, or one would do something else', () => {
  const more = planOf(
    desired({ lists: [...lists, desiredList({ name: 'b', prefix: 'acmeb' })] }),
    account([old, orphan]),
  );
  expect(compareReviewed(reviewed(before), more)).toEqual(['create b@fun-asr-realtime was not reviewed']);
  const other = planOf(desired({ lists }), account([observedList({ hotwords: words('theirs') }), orphan]));
  expect(compareReviewed(reviewed(before), other)).toEqual([
    `update medical@fun-asr-realtime (${idOf('acmemed', 1)}) was reviewed, and is no longer what would happen`,
    `update medical@fun-asr-realtime (${idOf('acmemed', 1)}) was not reviewed`,
  ]);
});

it('is never that of another account', () => {
  const elsewhere = planOf(desired({ lists }), account([old, orphan]), { workspace: 'llm-2' });
  expect(compareReviewed(reviewed(before), elsewhere)).toHaveLength(1);
});
