import { describe, expect, it } from 'vitest';
import type { FaultKind } from '../../src/emulator/faults.js';
import type { Remote } from '../../src/model/ports.js';
import { desired, idOf, model, words } from '../support/build.js';
import { type Here, open, outcomes, refused, requests, seed } from './account.js';

const id = idOf('acmemed', 1);

/** A list with old words, and the plan to give it others. */
async function planned(here: Here) {
  await here.emulator.seed([seed('acmemed', 'old', { vocabulary_id: id })]);
  return here.plan(desired({ lists: desired().lists.map((list) => ({ ...list, hotwords: words('new') })) }));
}

const failing = (kind: FaultKind, count = 1) => ({
  faults: [{ kind, action: 'update' as const, skip: 0, count }],
});

describe('an update', () => {
  it('whose answer is lost is looked after: what took effect is not sent again, and is no news', async () => {
    const here = open(failing('html-502-after'));
    const [result] = await here.carryOut(await planned(here));
    expect(result).toMatchObject({ status: 'done', attempts: 1, wrote: true, note: null });
    expect(await here.lists()).toEqual([`acmemed@${model}: new`]);
  });

  it('that did not take effect is sent again, after a pause and another look', async () => {
    const here = open(failing('html-502'));
    const plan = await planned(here);
    const [sent, from] = [requests(here).length, here.clock.now()];
    const [result] = await here.carryOut(plan);
    expect(result).toMatchObject({ status: 'done', attempts: 2, wrote: true });
    expect(requests(here).slice(sent)).toEqual(['query', 'update', 'query', 'update', 'query']);
    // Half of the half second, which is what chance says here.
    expect(here.clock.now() - from).toBe(250);
  });

  it('keeps what it overwrites once, however often it is sent', async () => {
    const here = open(failing('html-502', 3));
    const kept: string[][] = [];
    const saveBackup = async ({ hotwords }: { readonly hotwords: readonly { readonly text: string }[] }) => {
      kept.push(hotwords.map(({ text }) => text));
    };
    expect(outcomes(await here.carryOut(await planned(here), { saveBackup }))).toEqual(['update done']);
    expect(kept).toEqual([['old']]);
  });

  it.each([
    ['is never answered', 'html-502', 'unknown'],
    ['is refused unread each time', 'throttle', 'failed'],
  ] as const)('that %s is given up, and what is known of it is said', async (_what, kind, status) => {
    const here = open(failing(kind, 1000));
    const [result] = await here.carryOut(await planned(here));
    expect(result).toMatchObject({ status, attempts: 5, wrote: status === 'unknown', vocabulary_id: id });
    expect(await here.lists()).toEqual([`acmemed@${model}: old`]);
  });

  it.each([
    ['is refused for good', 'permanent', 1],
    ['never leaves', 'transient', 5],
  ] as const)(
    'that %s has changed nothing, and its answer can be shown to the vendor',
    async (_what, failure, attempts) => {
      const error = refused(failure);
      const here = open({}, (account) => ({ ...account, update: () => Promise.reject(error) }));
      const [result] = await here.carryOut(await planned(here));
      const expected = { status: 'failed', attempts, wrote: false, request_id: 'r-1', error };
      expect(result).toMatchObject(expected);
    },
  );

  it.each([
    ['other words', { hotwords: words('theirs') }],
    ['another model', { target_model: 'fun-asr' }],
  ])('is not sent over a list that has %s by now', async (_what, seen) => {
    let changed = false;
    const twist = (remote: Remote): Remote => ({
      ...remote,
      query: async (vocabulary_id) => {
        const answer = await remote.query(vocabulary_id);
        return changed ? { ...answer, value: { ...answer.value, ...seen } } : answer;
      },
    });
    const here = open({}, twist);
    const plan = await planned(here);
    changed = true;
    const [result] = await here.carryOut(plan);
    expect(result).toMatchObject({
      status: 'failed',
      attempts: 0,
      error: {
        code: 'conflict',
        message: `medical@${model}: ${id} was changed since the plan was made`,
        hint: expect.stringContaining('plan again'),
      },
    });
  });

  it('is not sent when the list cannot be looked at, which does not mean that it is gone', async () => {
    const here = open();
    const plan = await planned(here);
    here.emulator.change({ faults: [{ kind: 'html-502', action: 'query', skip: 0, count: 1 }] });
    expect(outcomes(await here.carryOut(plan))).toEqual(['update failed unavailable']);
    expect(requests(here)).not.toContain('update');
  });
});
