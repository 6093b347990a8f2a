import { describe, expect, it } from 'vitest';
import { VocabError } from '../../src/model/errors.js';
import type { Plan } from '../../src/model/plan.js';
import type { Remote } from '../../src/model/ports.js';
import { desired, desiredList, guards, idOf, model, words } from '../support/build.js';
import { type Here, open, outcomes, requests, seed } from './account.js';

const two = ['one', 'two'];
const listsNamed = (names: readonly string[], text: string) =>
  names.map((name) => desiredList({ name, prefix: `acme${name}`, hotwords: words(text) }));
const seeds = (names: readonly string[], text: string) => names.map((name) => seed(`acme${name}`, text));

/** `started 1`, in the order in which it was said. */
function said({ events }: Here): string[] {
  return events.map((event) => {
    if (event.kind === 'settling') return event.kind;
    return `${event.kind} ${event.kind === 'ended' ? event.result.step.id : event.step.id}`;
  });
}

describe('steps that do not wait for one another', () => {
  it('are under way at once when they update', async () => {
    const here = open();
    await here.emulator.seed(seeds(two, 'old'));
    await here.carryOut(await here.plan(desired({ lists: listsNamed(two, 'new') })));
    expect(said(here)).toEqual(['started 1', 'started 2', 'ended 1', 'ended 2']);
  });

  it('are under way at once when they delete', async () => {
    const here = open();
    await here.emulator.seed(seeds(two, 'old'));
    const removed = two.map((name) => `acme${name}`);
    await here.carryOut(await here.plan(desired({ lists: [], removed })));
    expect(said(here)).toEqual(['started 1', 'started 2', 'ended 1', 'ended 2']);
    expect(await here.lists()).toEqual([]);
  });

  it('are under way one after another where the run may do only one thing at a time', async () => {
    const here = open();
    await here.emulator.seed(seeds(two, 'old'));
    const plan = await here.plan(desired({ lists: listsNamed(two, 'new') }));
    const sent = requests(here).length;
    await here.carryOut(plan, { parallelism: 1 });
    const one = ['query', 'update', 'query'];
    expect(requests(here).slice(sent)).toEqual([...one, ...one]);
  });

  it('wait for their turn when they create, and say so', async () => {
    const here = open();
    await here.carryOut(await here.plan(desired({ lists: listsNamed(two, 'new') })));
    expect(said(here).filter((event) => !event.startsWith('ended'))).toEqual([
      'started 1',
      'queued 1',
      'started 2',
      'queued 2',
      'making 1',
      'making 2',
    ]);
  });
});

describe('what is said of a step that has ended', () => {
  it('is the result that the run returns', async () => {
    const here = open();
    const results = await here.carryOut(await here.plan(desired()));
    expect(here.events.at(-1)).toEqual({ kind: 'ended', result: results[0] });
  });

  it('is why it was skipped, with the list that it would have written', async () => {
    const here = open();
    const [old, stale] = await here.emulator.seed([seed('acmeold', 'old'), seed('acmemed', 'stale')]);
    const planned = await here.plan(desired({ removed: ['acmeold'] }));
    const [update, remove] = planned.steps;
    if (update === undefined || remove === undefined) throw new Error('an update and a delete were expected');
    expect([update.op, remove.op]).toEqual(['update', 'delete']);
    const chained: Plan = { ...planned, steps: [update, { ...remove, after: [update.id] }] };
    await here.theirs.update(stale ?? '', words('theirs'));
    const results = await here.carryOut(chained);
    expect(results).toMatchObject([
      { status: 'failed', vocabulary_id: stale, attempts: 0, wrote: false },
      { status: 'skipped', vocabulary_id: old, note: 'step 1 was not done', error: null },
    ]);
    expect(await here.lists()).toHaveLength(2);
  });

  it('names the bug that it met, and keeps what is known of it for whoever repairs it', async () => {
    const here = open();
    await here.emulator.seed([seed('acmemed', 'old')]);
    const bug = new TypeError('boom');
    const saveBackup = () => Promise.reject(bug);
    const [result] = await here.carryOut(await here.plan(desired()), { saveBackup });
    expect(result?.error).toMatchObject({
      code: 'unexpected',
      message: 'a bug in vocabsync: boom',
      cause: bug,
    });
  });

  it.each([
    ['create', 'after', 'a create has a list after'],
    ['update', 'after', 'an update has a list before and after'],
    ['update', 'before', 'an update has a list before and after'],
    ['delete', 'before', 'a delete has a list before'],
  ] as const)('is that nothing was done for a %s that has nothing %s', async (op, side, message) => {
    const here = open();
    const ids = await here.emulator.seed([
      ...(op === 'update' ? [seed('acmemed', 'old')] : []),
      ...(op === 'delete' ? [seed('acmeold', 'old')] : []),
    ]);
    expect(ids).toHaveLength(op === 'create' ? 0 : 1);
    const planned = await here.plan(
      op === 'delete' ? desired({ lists: [], removed: ['acmeold'] }) : desired(),
    );
    const steps = planned.steps.map((step) => ({ ...step, change: { ...step.change, [side]: null } }));
    const sent = requests(here).length;
    const [result] = await here.carryOut({ ...planned, steps });
    expect(result).toMatchObject({
      status: 'failed',
      attempts: 0,
      error: { code: 'unexpected', message: `a bug in vocabsync: ${message}` },
    });
    expect(requests(here)).toHaveLength(sent);
  });
});

describe('a run that is stopped', () => {
  it('skips what has not begun, and says why', async () => {
    const here = open();
    const stop = new AbortController();
    stop.abort(new VocabError('interrupted', 'stopped by hand'));
    const results = await here.carryOut(await here.plan(desired()), { stop: stop.signal });
    expect(results).toMatchObject([
      { status: 'skipped', vocabulary_id: null, note: 'the run was stopped before', error: null },
    ]);
    expect(await here.lists()).toEqual([]);
  });

  /** Stops the run while an update is under way, which then never gets its answer. */
  async function stoppedInAnUpdate(reason?: VocabError) {
    const stop = new AbortController();
    const here = open({}, (remote) => ({
      ...remote,
      update: async () => {
        stop.abort(reason);
        throw stop.signal.reason;
      },
    }));
    await here.emulator.seed([seed('acmemed', 'old')]);
    const [result] = await here.carryOut(await here.plan(desired()), { signal: stop.signal });
    return { result, cause: stop.signal.reason as unknown };
  }

  it('does not know what came of the write that was under way', async () => {
    const reason = new VocabError('interrupted', 'stopped by hand');
    const { result } = await stoppedInAnUpdate(reason);
    expect(result).toMatchObject({ status: 'unknown', attempts: 1, wrote: true, error: reason });
  });

  it('was interrupted and met no bug, also where a program gives no reason', async () => {
    const { result, cause } = await stoppedInAnUpdate();
    expect(result).toMatchObject({
      status: 'unknown',
      error: { code: 'interrupted', message: 'the run was stopped', cause },
    });
  });
});

describe('the interval before an update', () => {
  const minute = 60_000;
  const interval = desired({ guards: { ...guards, update_interval: 5 * minute } });

  /** A list that was updated a minute ago, and the plan to update it. @param ahead how far the server's clock is */
  async function planned(ahead = 0) {
    const shifted = (remote: Remote): Remote => ({
      ...remote,
      query: async (id) => ({ ...(await remote.query(id)), server_time: here.clock.now() + ahead }),
    });
    const here: Here = open({}, shifted);
    const now = here.clock.now();
    const old = { created_at: now - 60 * minute, modified_at: now - minute };
    const [id = ''] = await here.emulator.seed([seed('acmemed', 'old', old)]);
    const plan = await here.plan(interval, { server_time: now });
    expect(plan.steps.map(({ not_before }) => not_before)).toEqual([now + 4 * minute]);
    return { here, plan, id };
  }
  const waits = ({ events }: Here) => events.flatMap((event) => (event.kind === 'waiting' ? event.ms : []));

  it.each([
    ['for as long as it lasts', { later: 0, ahead: 0 }, [4 * minute]],
    ['for the rest of it', { later: minute, ahead: 0 }, [3 * minute]],
    ['by the clock of the server', { later: 0, ahead: minute }, [3 * minute]],
    ['not at all when it has just ended', { later: 4 * minute, ahead: 0 }, []],
    ['not at all when it ended long ago', { later: 60 * minute, ahead: 0 }, []],
  ])('is waited for %s', async (_how, { later, ahead }, expected) => {
    const { here, plan } = await planned(ahead);
    here.clock.advance(later);
    const from = here.clock.now();
    expect(outcomes(await here.carryOut(plan))).toEqual(['update done']);
    expect(waits(here)).toEqual(expected);
    expect(here.clock.now() - from).toBe(expected[0] ?? 0);
  });

  it('is waited for by the own clock when the list is gone, and then there is nothing to update', async () => {
    const { here, plan, id } = await planned();
    await here.theirs.delete(id);
    const [result] = await here.carryOut(plan);
    expect(waits(here)).toEqual([4 * minute]);
    expect(result).toMatchObject({
      status: 'failed',
      attempts: 0,
      error: { code: 'conflict', message: `medical@${model}: ${id} was deleted since the plan was made` },
    });
  });

  it('takes no request where none is asked for: a look, the write, and a look', async () => {
    const here = open();
    await here.emulator.seed([seed('acmemed', 'old', { vocabulary_id: idOf('acmemed', 1) })]);
    const plan = await here.plan(desired());
    const sent = requests(here).length;
    await here.carryOut(plan);
    expect(requests(here).slice(sent)).toEqual(['query', 'update', 'query']);
  });

  it('is nothing to a list that is made: it has no words yet that could still be on their way', async () => {
    const here = open();
    const plan = await here.plan(desired());
    const steps = plan.steps.map((step) => ({ ...step, not_before: here.clock.now() + minute }));
    expect(outcomes(await here.carryOut({ ...plan, steps }))).toEqual(['create done']);
    expect(waits(here)).toEqual([]);
  });
});
