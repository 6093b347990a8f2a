import { describe, expect, it } from 'vitest';
import { VocabError } from '../../src/model/errors.js';
import type { Transport } from '../../src/model/ports.js';
import { openRepository } from '../cli/repository.js';
import { remoteOver } from '../remote/canned-transport.js';
import { desired, idOf } from '../support/build.js';
import { config, createWorld, type Turn, type World } from '../support/world.js';
import { open } from './account.js';

const quota = 2;
const text = config({ medical: ['alpha'] }).replace(
  'region: singapore',
  `region: singapore, list_quota: ${quota}`,
);
const files = { 'vocab.config.yaml': text };
const theirs = { prefix: 'zzz', target_model: 'fun-asr', vocabulary: [{ text: 'theirs', weight: 4 }] };
const transients = [1, 2].map((serial) => ({ ...theirs, vocabulary_id: idOf('zzz', serial) }));

/** A plan that had a slot, and an account that is full when its create comes to its turn. */
async function takenSince(
  interpose?: (transport: Transport) => Transport,
): Promise<World & { go(turn?: Turn): ReturnType<World['carryOut']> }> {
  const here = await createWorld({
    files,
    switches: { quota },
    ...(interpose === undefined ? {} : { interpose }),
  });
  const planned = await here.plan();
  await here.emulator.seed(transients);
  return { ...here, go: (turn) => here.carryOut(planned, turn) };
}

describe('a create that finds the account full', () => {
  it('fails at once when nobody said that it may wait', async () => {
    const here = await takenSince();
    const before = here.clock.now();
    const { steps } = await here.go();
    expect(steps[0]).toMatchObject({ status: 'failed', attempts: 0, error: { code: 'quota-full' } });
    expect(here.clock.now() - before).toBeLessThan(2000);
  });

  it('looks every few seconds, takes the slot that comes free, and says how long it would go on', async () => {
    const here = await takenSince();
    const left: number[] = [];
    let deleted: Promise<unknown> = Promise.resolve();
    const { steps, converged } = await here.go({
      waitSlot: 20_000,
      onEvent: (event) => {
        if (event.kind !== 'full') return;
        left.push(event.ms);
        if (left.length === 3) deleted = remoteOver(here.emulator.transport).delete(idOf('zzz', 1));
      },
    });
    await deleted;
    expect(left).toEqual([20_000, 17_000, 14_000]);
    expect(steps[0]).toMatchObject({ status: 'done', attempts: 1 });
    expect(converged).toBe(true);
    expect(await here.lists()).toEqual(['acmemed@fun-asr: alpha', 'zzz@fun-asr: theirs']);
  });

  it('fails as before when none comes free, and says how long it has waited', async () => {
    const here = await takenSince();
    const before = here.clock.now();
    const { steps } = await here.go({ waitSlot: 10_000 });
    expect(steps[0]).toMatchObject({
      status: 'failed',
      attempts: 0,
      error: { code: 'quota-full', message: expect.stringContaining('no slot came free within 10 s') },
    });
    expect(here.clock.now() - before).toBeGreaterThanOrEqual(10_000);
    expect(await here.lists()).toEqual(['zzz@fun-asr: theirs', 'zzz@fun-asr: theirs']);
  });

  it('waits too when only the vendor knows that there is no slot', async () => {
    let refusals = 0;
    const here = await createWorld({
      files,
      interpose: (transport) => async (request) => {
        if (request.body.includes('create_vocabulary') && refusals < 2) {
          refusals += 1;
          const body = '{"code":"Throttling.AllocationQuota","message":"full","request_id":"r"}';
          return { status: 400, headers: {}, body };
        }
        return transport(request);
      },
    });
    const { steps } = await here.apply({ waitSlot: 20_000 });
    expect(steps[0]).toMatchObject({ status: 'done', attempts: 3 });
  });

  it('sends nothing again whose fate nobody knows', async () => {
    const here = await takenSince();
    const lost = new VocabError('quota-full', 'full', {});
    const { waitForSlot } = await import('../../src/apply/wait-for-slot.js');
    const trace = {
      vocabulary_id: null,
      request_id: null,
      attempts: 1,
      wrote: true,
      doubt: true,
      unclaimed: false,
      note: null,
    };
    const planned = await here.plan();
    const run = { options: { waitSlot: 20_000 }, session: { clock: here.clock } };
    let tries = 0;
    const make = async () => {
      tries += 1;
      throw lost;
    };
    await expect(waitForSlot(planned.steps[0] as never, trace, { run: run as never, make })).rejects.toBe(
      lost,
    );
    expect(tries).toBe(1);
  });

  it('says at the end what the vendor said of it, and what else can be done', async () => {
    const refused = new VocabError('quota-full', 'full', {
      hint: 'delete a list',
      remote: {
        failure: 'permanent',
        status: 400,
        vendor_code: 'x',
        request_id: 'r-1',
        retry_after_ms: null,
      },
    });
    const here = open({}, (remote) => ({ ...remote, create: () => Promise.reject(refused) }));
    const [result] = await here.carryOut(await here.plan(desired()), { waitSlot: 2000 });
    expect(result).toMatchObject({
      status: 'failed',
      attempts: 2,
      request_id: 'r-1',
      error: {
        code: 'quota-full',
        message: 'full; no slot came free within 2 s',
        hint: 'delete a list',
        remote: refused.remote,
        cause: refused,
      },
    });
  });

  it('does not wait for a slot when something else is wrong', async () => {
    const forbidden = new VocabError('forbidden', 'no');
    const here = open({}, (remote) => ({ ...remote, create: () => Promise.reject(forbidden) }));
    const plan = await here.plan(desired());
    const from = here.clock.now();
    const [result] = await here.carryOut(plan, { waitSlot: 60_000 });
    expect(result?.error).toBe(forbidden);
    expect(here.clock.now() - from).toBeLessThan(10_000);
  });

  it('stops waiting when the run is stopped', async () => {
    const here = await takenSince();
    const stop = new AbortController();
    const { steps, interrupted } = await here.go({
      waitSlot: 60_000,
      stop: stop.signal,
      onEvent: (event) => {
        if (event.kind === 'full') stop.abort(new VocabError('interrupted', 'stopped'));
      },
    });
    expect(interrupted).toBe(true);
    expect(steps[0]).toMatchObject({ status: 'skipped', attempts: 0 });
  });
});

describe('--wait-slot', () => {
  /** An account that is full when the run begins, and in which somebody deletes a list after a few looks. */
  async function fullFromTheBeginning(looks: number) {
    const here = await openRepository(files, { quota });
    expect((await here.vocabsync('plan --out plan.json')).code).toBe(0);
    await here.emulator.seed(transients);
    let slept = 0;
    const sleep = async (ms: number, signal?: AbortSignal): Promise<void> => {
      await here.clock.sleep(ms, signal);
      slept += 1;
      if (slept === looks) await remoteOver(here.emulator.transport).delete(idOf('zzz', 1));
    };
    return { ...here, clock: { ...here.clock, sleep } };
  }

  it.each([
    ['a flag', 'apply plan.json --wait-slot 20s', {}],
    ['a variable', 'apply plan.json', { VOCABSYNC_WAIT_SLOT: '20s' }],
  ])('lets a reviewed plan wait for its slot, and says so once in a log: %s', async (_, command, env) => {
    const { vocabsync, emulator, clock } = await fullFromTheBeginning(2);
    const { code, stderr } = await vocabsync(command, { env, clock });
    expect([code, (await emulator.account()).length]).toEqual([0, quota]);
    expect(stderr.match(/no slot is free.*/g)).toEqual([
      'no slot is free: 2 of 2 taken, 2 of them by unmanaged lists; waiting for one, 20 s left (--wait-slot)',
    ]);
  });

  it('counts down on a terminal', async () => {
    const { vocabsync, clock } = await fullFromTheBeginning(3);
    const { stderr } = await vocabsync('apply --yes --wait-slot 20s', { clock, terminal: true });
    expect(stderr.match(/\d+ s left/g)).toEqual(['20 s left', '17 s left', '14 s left']);
  });

  it('ends as without it when no slot comes free', async () => {
    const { vocabsync, writes, clock } = await fullFromTheBeginning(1000);
    const before = clock.now();
    expect((await vocabsync('apply --yes --wait-slot 20s', { clock })).code).toBe(4);
    expect([writes(), clock.now() - before >= 20_000]).toEqual([[], true]);
  });

  const list = (prefix: string, serial: number, word: string) => ({
    prefix,
    target_model: 'fun-asr',
    vocabulary_id: idOf(prefix, serial),
    vocabulary: [{ text: word, weight: 4 }],
  });

  it.each([
    ['all lists are ours', [list('acmeold', 1, 'a'), list('acmeold', 2, 'b')]],
    ['more than a slot is lacking', [list('acmekit', 1, 'a'), list('acmekit', 2, 'b'), list('zzz', 3, 'c')]],
  ])('does not wait where it would be of no use: %s', async (_, lists) => {
    const twoWanted = config({ medical: ['alpha'], kitchen: ['a'] }, 'protect: [acmeold]\n');
    const { vocabsync, emulator, clock } = await openRepository(
      {
        'vocab.config.yaml': twoWanted.replace(
          'region: singapore',
          `region: singapore, list_quota: ${lists.length}`,
        ),
      },
      { quota: lists.length },
    );
    await emulator.seed(lists);
    const before = clock.now();
    const { code, stderr } = await vocabsync('apply --yes --wait-slot 20s');
    expect([code, stderr]).toEqual([4, expect.not.stringContaining('no slot is free:')]);
    expect(clock.now() - before).toBeLessThan(3000);
  });
});
