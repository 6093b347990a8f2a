import { describe, expect, it } from 'vitest';
import { openRepository } from '../cli/repository.js';
import { desired, idOf } from '../support/build.js';
import { config, createWorld } from '../support/world.js';
import { open } from './account.js';

const files = { 'vocab.config.yaml': config({ medical: ['alpha', 'beta'] }) };

describe('a written list that is OK and has other words than were sent', () => {
  it.each(['without-last', 'at-weight-1'] as const)(
    'is not done when it is created: %s',
    async (entries_kept) => {
      const here = await createWorld({ files, switches: { entries_kept } });
      const { steps, converged } = await here.apply({ wait: 2000 });
      expect(steps.map(({ step, status, error }) => [step.op, status, error?.code])).toEqual([
        ['create', 'unknown', 'not-ready'],
      ]);
      expect(steps[0]?.error?.message).toContain('does not have the words that were written');
      expect(converged).toBe(false);
    },
  );

  it.each(['without-last', 'at-weight-1'] as const)(
    'is not done when it is updated: %s',
    async (entries_kept) => {
      const here = await createWorld({ files, switches: { entries_kept } });
      const list = { prefix: 'acmemed', target_model: 'fun-asr', vocabulary: [{ text: 'old', weight: 4 }] };
      await here.emulator.seed([{ ...list, vocabulary_id: idOf('acmemed', 1) }]);
      const { steps, converged } = await here.apply({ wait: 2000 });
      expect(steps.map(({ step, status, error }) => [step.op, status, error?.code])).toEqual([
        ['update', 'unknown', 'not-ready'],
      ]);
      expect(converged).toBe(false);
    },
  );

  it('ends the program with 6', async () => {
    const { vocabsync } = await openRepository(files, { entries_kept: 'without-last' });
    const { code, stdout } = await vocabsync('apply --yes --wait 1s');
    expect(code).toBe(6);
    expect(stdout).toContain('does not have the words that were written');
  });
});

describe('a written list that is not OK', () => {
  it('is waited for as long as the run may, and not longer', async () => {
    const patient = await createWorld({ files, switches: { deploy_ms: 50_000 } });
    expect((await patient.apply({ wait: 60_000 })).converged).toBe(true);
    const hasty = await createWorld({ files, switches: { deploy_ms: 50_000 } });
    const { steps } = await hasty.apply({ wait: 10_000 });
    expect(steps.map(({ status, error }) => [status, error?.message])).toEqual([
      ['unknown', expect.stringContaining('is UNDEPLOYED, not OK')],
    ]);
  });
});

describe('looking after a list that was written', () => {
  it('happens twice as late each time, up to every five seconds, and says how long it has been', async () => {
    const here = open({ deploy_ms: 20_000 });
    const from = here.clock.now();
    await here.carryOut(await here.plan(desired()), { wait: 60_000 });
    const looks = here.events.flatMap((event) => (event.kind === 'deploying' ? event.ms : []));
    expect(looks).toEqual([0, 500, 1500, 3500, 7500, 12_500, 17_500]);
    expect(here.clock.now() - from).toBe(22_500);
  });

  it('ends when the run may not wait any longer, with a last look at that time', async () => {
    const here = open({ deploy_ms: 3_600_000 });
    const from = here.clock.now();
    const [result] = await here.carryOut(await here.plan(desired()), { wait: 2000 });
    expect(here.clock.now() - from).toBe(2000);
    expect(result?.error).toMatchObject({
      code: 'not-ready',
      message: expect.stringContaining('is UNDEPLOYED, not OK'),
      hint: expect.stringContaining('--wait'),
    });
  });

  it('takes a list that the account does not show for one that is not there', async () => {
    const here = open({ visibility_lag_ms: 3_600_000 });
    const [result] = await here.carryOut(await here.plan(desired()), { wait: 2000 });
    expect(result).toMatchObject({ status: 'unknown', wrote: true });
    expect(result?.error?.message).toBe(`${result?.vocabulary_id} was written, but is not there`);
  });
});
