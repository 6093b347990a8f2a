import { describe, expect, it } from 'vitest';
import type { Transport } from '../../src/model/ports.js';
import { idOf } from '../support/build.js';
import { config, createWorld } from '../support/world.js';

const files = { 'vocab.config.yaml': config({ medical: ['alpha'] }) };
const entry = { prefix: 'acmemed', vocabulary: [{ text: 'alpha', weight: 4 }] };

/** Seeds a list between the plan and the first look of its create. */
async function afterPlan(seed: Parameters<Awaited<ReturnType<typeof createWorld>>['emulator']['seed']>[0]) {
  const here = await createWorld({ files });
  const planned = await here.plan();
  await here.emulator.seed(seed);
  const { steps } = await here.carryOut(planned);
  return { here, steps };
}

describe('a list that came into being since the plan', () => {
  it('is adopted when it has the prefix, the model and the words', async () => {
    const { here, steps } = await afterPlan([
      { ...entry, target_model: 'fun-asr', vocabulary_id: idOf('acmemed', 7) },
    ]);
    expect(steps[0]).toMatchObject({ status: 'done', vocabulary_id: idOf('acmemed', 7), attempts: 0 });
    expect(await here.emulator.account()).toHaveLength(1);
  });

  it('is no obstacle and no help when it is for another model', async () => {
    const { here, steps } = await afterPlan([
      { ...entry, target_model: 'fun-asr-realtime', vocabulary_id: idOf('acmemed', 7) },
    ]);
    expect(steps[0]).toMatchObject({ status: 'done', attempts: 1 });
    expect(await here.emulator.account()).toHaveLength(2);
  });

  it('is a conflict when it has other words', async () => {
    const words = [{ text: 'theirs', weight: 4 }];
    const { here, steps } = await afterPlan([
      { ...entry, vocabulary: words, target_model: 'fun-asr', vocabulary_id: idOf('acmemed', 7) },
    ]);
    expect(steps[0]).toMatchObject({ status: 'failed', attempts: 0, error: { code: 'conflict' } });
    expect(await here.emulator.account()).toHaveLength(1);
  });
});

describe('a slot that this run has freed', () => {
  it('is free to its own create, though a listing that lags behind still shows the list that had it', async () => {
    const text = 'account: { region: singapore, list_quota: 1 }';
    const here = await createWorld({
      files: {
        'vocab.config.yaml': files['vocab.config.yaml'].replace('account: { region: singapore }', text),
      },
      switches: { quota: 1, visibility_lag_ms: 3600_000 },
    });
    const old = { ...entry, target_model: 'fun-asr', prefix: 'acmeold' };
    // Long enough ago to be seen in spite of the lag.
    await here.emulator.seed([{ ...old, vocabulary_id: idOf('acmeold', 1), created_at: 0 }]);
    const { steps } = await here.apply({ wait: 0 });
    expect(steps.map(({ step, error }) => [step.op, error?.code])).toEqual([
      ['delete', undefined],
      ['create', 'not-ready'],
    ]);
    expect(await here.lists()).toEqual(['acmemed@fun-asr: alpha']);
  });
});

describe('the answer to a create', () => {
  it('is not believed when its id has another prefix: the next plan would make the list again', async () => {
    const interpose =
      (transport: Transport): Transport =>
      async (request) => {
        const answer = await transport(request);
        return { ...answer, body: answer.body.replaceAll('vocab-acmemed-', 'vocab-other-') };
      };
    const here = await createWorld({ files, interpose });
    const { steps } = await here.apply();
    expect(steps[0]).toMatchObject({ status: 'unknown', error: { code: 'bad-response' } });
  });
});

describe('several lists of one key that a run makes', () => {
  it('are not taken for one another: a restore brings back both', async () => {
    const { openRepository } = await import('../cli/repository.js');
    const { vocabsync, emulator, write } = await openRepository(files);
    for (const serial of [1, 2]) {
      await write(
        `backup/${serial}.yaml`,
        `vocabulary_id: [${idOf('acmemed', serial)}]\nprefix: acmemed\ntarget_model: fun-asr\nhotwords: [{ text: alpha, weight: 4 }]\n`,
      );
    }
    expect((await vocabsync('restore backup --yes')).code).toBe(0);
    expect(await emulator.account()).toHaveLength(2);
  });
});
