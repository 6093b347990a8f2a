import { expect, it } from 'vitest';
import type { Desired } from '../../src/model/desired.js';
import type { ObservedList } from '../../src/model/observed.js';
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
  expect(compareReviewed(reviewed(before), elsewhere)).toEqual([
    expect.stringMatching(/^the plan was made for .+, this is .+llm-2/),
  ]);
});

it('is not when what was to be made is there with other words, or for another model alone', () => {
  const gone = 'create support@fun-asr-realtime was reviewed, and is no longer what would happen';
  const without = desired({ lists: [desiredList()], prune: false });
  const sup = { vocabulary_id: idOf('acmesup', 2) };
  const { changes, ...rest } = reviewed(before);
  const creation = { ...rest, changes: changes.filter(({ action }) => action === 'create') };
  const against = (wanted: Desired, ...held: ObservedList[]) =>
    compareReviewed(creation, planOf(wanted, account([observedList(), ...held])));
  expect(against(without)).toEqual([gone]);
  expect(against(without, observedList(sup))).toEqual([gone]);
  const other = desiredList({ name: 'support', prefix: 'acmesup', target_model: 'fun-asr' });
  expect(
    against(desired({ lists: [desiredList(), other] }), observedList({ ...sup, target_model: 'fun-asr' })),
  ).toEqual([gone]);
  const more = { ...desiredList({ name: 'support', prefix: 'acmesup' }), hotwords: words('more') };
  expect(
    against(desired({ lists: [desiredList(), more] }), observedList({ ...sup, hotwords: words('more') })),
  ).toEqual([gone]);
});

it('is not when another list of the key has the words that one was to get', () => {
  const { changes, ...rest } = reviewed(before);
  const updating = { ...rest, changes: changes.filter(({ action }) => action === 'update') };
  const anew = observedList({ vocabulary_id: idOf('acmemed', 9) });
  expect(compareReviewed(updating, planOf(desired({ lists: [desiredList()] }), account([anew])))).toEqual([
    `update medical@fun-asr-realtime (${old.vocabulary_id}) was reviewed, and is no longer what would happen`,
  ]);
});

it('is not when a list that was to go or to change stays as it is, or the one to change is gone', () => {
  const kept = planOf(desired({ lists, prune: false }), account([old, orphan]));
  expect(compareReviewed(reviewed(before), kept)).toEqual([
    `delete acmeold@fun-asr-realtime (${orphan.vocabulary_id}) was reviewed, and is no longer what would happen`,
  ]);
  const lost = planOf(desired({ lists: lists.slice(1) }), account([orphan]));
  expect(compareReviewed(reviewed(before), lost)).toEqual([
    `update medical@fun-asr-realtime (${old.vocabulary_id}) was reviewed, and is no longer what would happen`,
  ]);
});

it('counts changes that are alike in everything, as a restore of duplicates has them: neither one more nor one less', () => {
  const [creation] = planOf(desired({ lists: [desiredList()] }), account([])).changes;
  if (creation === undefined) throw new Error('no change');
  const empty = planOf(desired(), account([]));
  const times = (amount: number): Plan => ({ ...empty, changes: Array(amount).fill(creation) });
  expect(compareReviewed(reviewed(times(2)), times(2))).toEqual([]);
  const { address } = creation;
  expect(compareReviewed(reviewed(times(1)), times(2))).toEqual([`create ${address} was not reviewed`]);
  expect(compareReviewed(reviewed(times(2)), times(1))).toEqual([
    `create ${address} was reviewed, and is no longer what would happen`,
  ]);
});
