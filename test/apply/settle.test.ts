import { describe, expect, it } from 'vitest';
import { settle } from '../../src/apply/settle.js';
import { VocabError } from '../../src/model/errors.js';
import type { ObservedList } from '../../src/model/observed.js';
import type { Plan } from '../../src/model/plan.js';
import type { StepResult } from '../../src/model/result/apply-result.js';
import { account, desired, desiredList, idOf, observedList, words } from '../support/build.js';
import { planOf } from '../support/plan-of.js';

const lists = [desiredList()];
const id = idOf('acmemed', 1);
const orphan = observedList({ vocabulary_id: idOf('acmeold', 3) });

function after(...held: readonly ObservedList[]): Plan {
  return planOf(desired({ lists }), account([...held]));
}

const creating = after();
const updating = after(observedList({ hotwords: words('old') }));
const deleting = after(observedList(), orphan);

/** What became of the only step of a plan, of which nobody knows whether it is in effect. */
function unknown({ steps: [step] }: Plan, vocabulary_id: string | null): StepResult {
  if (step === undefined) throw new Error('no step');
  const error = new VocabError('unavailable', 'no answer');
  const sent = { request_id: null, attempts: 1, wrote: true, note: null };
  return { step, status: 'unknown', vocabulary_id, ...sent, error };
}

const statuses = (results: readonly StepResult[]) =>
  results.map(({ status, error, vocabulary_id }) => [status, error?.code ?? null, vocabulary_id]);

describe('a step of which no answer came is done', () => {
  it.each([
    ['a create', unknown(creating, null), id],
    ['an update', unknown(updating, id), id],
    ['a delete', unknown(deleting, orphan.vocabulary_id), orphan.vocabulary_id],
  ])('where the last look shows it: %s', (_, result, shown) => {
    const settled = settle([result], after(observedList()));
    expect(statuses(settled)).toEqual([['done', null, shown]]);
    expect(settled[0]?.note).toBe('seen in effect by the last look');
  });
});

describe('nobody knows yet of', () => {
  const stays = [['unknown', 'unavailable', null]];

  it.each([
    ['a create that made nothing', after()],
    ['a create whose list has other words', after(observedList({ hotwords: words('other') }))],
    ['a create whose list is not OK', after(observedList({ status: 'UNDEPLOYED' }))],
  ])('%s', (_, final) => {
    expect(statuses(settle([unknown(creating, null)], final))).toEqual(stays);
  });

  it('a create where only a list of another key is as it should be', () => {
    const two = [...lists, desiredList({ name: 'support', prefix: 'acmesup' })];
    const support = observedList({ vocabulary_id: idOf('acmesup', 2) });
    const made = planOf(desired({ lists: two }), account([support]));
    expect(statuses(settle([unknown(creating, null)], made))).toEqual(stays);
  });

  it('an update where another list of its key is as it should be', () => {
    const final = after(observedList({ vocabulary_id: idOf('acmemed', 2) }));
    expect(statuses(settle([unknown(updating, id)], final))).toEqual([['unknown', 'unavailable', id]]);
  });

  it('a delete whose list is still there, or of no list that is known', () => {
    const { vocabulary_id } = orphan;
    expect(statuses(settle([unknown(deleting, vocabulary_id)], deleting))[0]?.[0]).toBe('unknown');
    expect(statuses(settle([unknown(deleting, null)], after(observedList())))).toEqual(stays);
  });
});

it('what another step has made is no proof of a second one', () => {
  const made = { ...unknown(creating, id), status: 'done', error: null } as const;
  const results = settle([made, unknown(creating, null), unknown(creating, null)], after(observedList()));
  expect(results.map(({ status }) => status)).toEqual(['done', 'unknown', 'unknown']);
  const first = settle([unknown(creating, null), unknown(creating, null)], after(observedList()));
  expect(first.map(({ status }) => status)).toEqual(['done', 'unknown']);
});

it('what failed, and what was done, stays as it is', () => {
  const failed = { ...unknown(creating, null), status: 'failed' } as const;
  expect(settle([failed], after(observedList()))).toEqual([failed]);
});
