import { describe, expect, it } from 'vitest';
import { openRepository } from '../cli/repository.js';
import { idOf } from '../support/build.js';
import { config, createWorld } from '../support/world.js';

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
