import { describe, expect, it } from 'vitest';
import type { Remote } from '../../src/model/ports.js';
import { desired, desiredList, idOf, model, words } from '../support/build.js';
import { type Here, open, outcomes, refused, requests, seed } from './account.js';

const old = idOf('acmeold', 1);

/** A list that shall go, and the plan for that. */
async function planned(here: Here) {
  await here.emulator.seed([seed('acmeold', 'old', { vocabulary_id: old })]);
  return here.plan(desired({ lists: [], removed: ['acmeold'] }));
}

describe('a delete', () => {
  it('of a list that is gone by then sends nothing, and says so', async () => {
    const here = open();
    const plan = await planned(here);
    await here.theirs.delete(old);
    const [result] = await here.carryOut(plan);
    expect(result).toMatchObject({
      status: 'done',
      attempts: 0,
      wrote: false,
      note: 'the list was already gone',
    });
  });

  it('of a list that goes between the look and the delete is done, though not by this run', async () => {
    const here = open();
    const plan = await planned(here);
    const sent = requests(here).length;
    const [result] = await here.carryOut(plan, {
      saveBackup: async () => void (await here.theirs.delete(old)),
    });
    // Whoever is told that it is gone need not look.
    expect(requests(here).slice(sent)).toEqual(['query', 'delete', 'delete']);
    expect(result).toMatchObject({
      status: 'done',
      attempts: 1,
      wrote: false,
      note: 'the list was already gone',
    });
  });

  it('whose answer is lost is sent again, and then nothing is said of a list that was already gone', async () => {
    const here = open({ faults: [{ kind: 'cut-after', action: 'delete', skip: 0, count: 1 }] });
    const [result] = await here.carryOut(await planned(here));
    expect(result).toMatchObject({ status: 'done', attempts: 2, wrote: true, note: null });
    expect(await here.lists()).toEqual([]);
  });

  it('of a list that was changed since the plan is not sent', async () => {
    const here = open();
    const plan = await planned(here);
    await here.theirs.update(old, words('theirs'));
    const [result] = await here.carryOut(plan);
    expect(result).toMatchObject({
      status: 'failed',
      attempts: 0,
      error: {
        code: 'conflict',
        message: expect.stringContaining(`${old} was changed since the plan was made`),
      },
    });
    expect(await here.lists()).toEqual([`acmeold@${model}: theirs`]);
  });

  it.each([
    ['failed', 'permanent', 1],
    ['unknown', 'ambiguous', 5],
  ] as const)(
    'that is not carried out is %s after an answer that is %s',
    async (status, failure, attempts) => {
      const error = refused(failure);
      const here = open({}, (account) => ({ ...account, delete: () => Promise.reject(error) }));
      const [result] = await here.carryOut(await planned(here));
      expect(result).toMatchObject({ status, attempts, error });
      expect(await here.lists()).toHaveLength(1);
    },
  );

  it('that is refused though it was carried out is done: gone is gone', async () => {
    const here = open({}, (account) => ({
      ...account,
      delete: async (id) => {
        await account.delete(id);
        throw refused('permanent', 'the list is busy');
      },
    }));
    const [result] = await here.carryOut(await planned(here));
    expect(result).toMatchObject({ status: 'done', error: null });
    expect(await here.lists()).toEqual([]);
  });

  it('that fails is not taken for done because the list cannot be looked at either', async () => {
    let isSent = false;
    const here = open({}, (account) => ({
      ...account,
      delete: () => {
        isSent = true;
        return Promise.reject(refused('permanent', 'the list is busy'));
      },
      query: (id) => (isSent ? Promise.reject(refused('permanent', 'no query')) : account.query(id)),
    }));
    const [result] = await here.carryOut(await planned(here));
    expect(result).toMatchObject({ status: 'failed', error: { message: 'the list is busy' } });
  });
});

describe('a list whose place others take', () => {
  const moved = desired({
    lists: [desiredList({ prefix: 'acmenew', previous_prefixes: ['acmeold'], hotwords: words('new') })],
  });
  const fresh = idOf('acmenew', 1);

  /** The plan to retire the old list, whose place a new one has taken. */
  async function retiring(twist?: (remote: Remote) => Remote) {
    const here = open({}, twist);
    await here.emulator.seed([
      seed('acmeold', 'old', { vocabulary_id: old }),
      seed('acmenew', 'new', { vocabulary_id: fresh }),
    ]);
    const plan = await here.plan(moved, { shaping: { retire: true } });
    expect(plan.steps.map(({ op, change }) => [op, change.before?.vocabulary_id])).toEqual([['delete', old]]);
    return { here, plan };
  }

  it('goes while that one is OK and has its words', async () => {
    const { here, plan } = await retiring();
    expect(outcomes(await here.carryOut(plan))).toEqual(['delete done']);
    expect(await here.lists()).toEqual([`acmenew@${model}: new`]);
  });

  it.each([
    ['is gone', 'not-ready', (here: Here) => here.theirs.delete(fresh)],
    [
      'is UNDEPLOYED',
      'not-ready',
      (here: Here) => {
        here.emulator.change({ deploy_ms: 3_600_000 });
        return here.theirs.update(fresh, words('new'));
      },
    ],
    ['has other words by now', 'conflict', (here: Here) => here.theirs.update(fresh, words('theirs'))],
  ] as const)('is kept when that one %s', async (state, code, act) => {
    const { here, plan } = await retiring();
    await act(here);
    const sent = requests(here).filter((action) => action === 'delete').length;
    const [result] = await here.carryOut(plan);
    expect(result).toMatchObject({ status: 'failed', attempts: 0, error: { code } });
    expect(result?.error?.message).toContain(
      `: ${old} is kept, because ${fresh}, which takes its place, ${state}`,
    );
    expect(result?.error?.hint).toContain('plan again');
    expect(requests(here).filter((action) => action === 'delete')).toHaveLength(sent);
    expect(await here.lists()).toContain(`acmeold@${model}: old`);
  });
});
