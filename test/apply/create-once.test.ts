import { describe, expect, it } from 'vitest';
import { VocabError } from '../../src/model/errors.js';
import type { Transport } from '../../src/model/ports.js';
import { nothingPublished } from '../../src/model/result/outputs.js';
import { viewResult } from '../../src/report/view/result-view.js';
import { remoteOver } from '../remote/canned-transport.js';
import { desired, desiredList, idOf, model, words } from '../support/build.js';
import { config, createWorld } from '../support/world.js';
import { open, outcomes, requests, seed } from './account.js';

const files = { 'vocab.config.yaml': config({ medical: ['alpha'] }) };
const entry = { prefix: 'acmemed', vocabulary: [{ text: 'alpha', weight: 4 }] };

/** Seeds a list between the plan and the first look of its create. */
async function afterPlan(seeded: Parameters<Awaited<ReturnType<typeof createWorld>>['emulator']['seed']>[0]) {
  const here = await createWorld({ files });
  const planned = await here.plan();
  await here.emulator.seed(seeded);
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

  it('is adopted where it is the older of two, whatever their order, and beside one with other words', async () => {
    const at = (serial: number, also: object) => ({
      ...entry,
      target_model: 'fun-asr',
      vocabulary_id: idOf('acmemed', serial),
      ...also,
    });
    const { here, steps } = await afterPlan([
      at(1, { vocabulary: [{ text: 'theirs', weight: 4 }], created_at: 1000 }),
      at(2, { created_at: 9000 }),
      at(3, { created_at: 5000 }),
    ]);
    expect(steps[0]).toMatchObject({ status: 'done', vocabulary_id: idOf('acmemed', 3), attempts: 0 });
    expect(steps[0]).not.toHaveProperty('unclaimed');
    expect(await here.emulator.account()).toHaveLength(3);
  });

  it('is a conflict when it has other words', async () => {
    const theirs = [{ text: 'theirs', weight: 4 }];
    const { here, steps } = await afterPlan([
      { ...entry, vocabulary: theirs, target_model: 'fun-asr', vocabulary_id: idOf('acmemed', 7) },
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

  it('is free too when somebody else has deleted the list meanwhile, and only a listing still shows it', async () => {
    let deleted = false;
    const interpose =
      (transport: Transport): Transport =>
      async (request) => {
        const answer = await transport(request);
        if (!deleted || !request.body.includes('query_vocabulary') || !request.body.includes('acmeold'))
          return answer;
        return { ...answer, status: 400, body: JSON.stringify({ code: 'BadRequest.ResourceNotExist' }) };
      };
    const text = 'account: { region: singapore, list_quota: 1 }';
    const here = await createWorld({
      files: {
        'vocab.config.yaml': files['vocab.config.yaml'].replace('account: { region: singapore }', text),
      },
      interpose,
    });
    await here.emulator.seed([{ ...entry, prefix: 'acmeold', target_model: 'fun-asr' }]);
    const planned = await here.plan();
    deleted = true;
    const { steps } = await here.carryOut(planned);
    expect(steps.map(({ step, status }) => [step.op, status])).toEqual([
      ['delete', 'done'],
      ['create', 'done'],
    ]);
  });
});

describe('a slot that this run has taken', () => {
  it('is taken, though a listing that lags behind does not show the list that has it', async () => {
    const here = await createWorld({
      files: {
        'vocab.config.yaml': config({ medical: ['alpha'], reports: ['beta'] }).replace(
          'region: singapore',
          'region: singapore, list_quota: 2',
        ),
      },
      switches: { quota: 10, visibility_lag_ms: 60_000 },
    });
    const planned = await here.plan();
    await here.emulator.seed([{ ...entry, target_model: 'fun-asr', prefix: 'theirs', created_at: 0 }]);
    const { steps } = await here.carryOut(planned);
    expect(steps.map(({ error }) => error?.code ?? null)).toEqual([null, 'quota-full']);
    expect(await here.emulator.account()).toHaveLength(2);
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
    const result = await here.apply();
    expect(result.steps[0]).toMatchObject({ status: 'unknown', error: { code: 'bad-response' } });
    const { next } = viewResult({
      kind: 'apply',
      result,
      outputs: nothingPublished,
      backups: null,
      sources: new Map(),
    });
    expect(next.join()).toContain('another apply may make it once more');
    expect(next.join()).not.toContain('then apply again');
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

describe('two lists of one prefix and model that are made in one run, as a restore does', () => {
  it.each([
    ['the same words', ['alpha', 'alpha']],
    ['other words', ['alpha', 'beta']],
  ])('both come into being when they have %s', async (_what, texts) => {
    const here = open();
    const lists = texts.map((text, index) => desiredList({ name: `list${index}`, hotwords: words(text) }));
    const results = await here.carryOut(await here.plan(desired({ lists })));
    expect(outcomes(results)).toEqual(['create done', 'create done']);
    expect(new Set(results.map(({ vocabulary_id }) => vocabulary_id)).size).toBe(2);
    expect((await here.lists()).toSorted()).toEqual(texts.map((text) => `acmemed@${model}: ${text}`));
  });
});

describe('a list that shows up between the plan and the create', () => {
  const wanted = desired({ lists: [desiredList({ hotwords: words('alpha') })] });

  it.each([
    ['has another model', seed('acmemed', 'alpha', { target_model: 'fun-asr' })],
    ['has another model and other words', seed('acmemed', 'theirs', { target_model: 'fun-asr' })],
    ['has a prefix that begins alike', seed('acmemedi', 'theirs')],
  ])('is none of the business of a create when it %s', async (_what, other) => {
    const here = open({ prefix_match: 'starts-with' });
    const planned = await here.plan(wanted);
    await here.emulator.seed([other]);
    expect(outcomes(await here.carryOut(planned))).toEqual(['create done']);
    expect(await here.lists()).toEqual([expect.anything(), `acmemed@${model}: alpha`]);
  });

  it('is adopted when it is what would be made, though there is another of the key', async () => {
    const here = open();
    const planned = await here.plan(wanted);
    const [, id] = await here.emulator.seed([seed('acmemed', 'theirs'), seed('acmemed', 'alpha')]);
    const [result] = await here.carryOut(planned);
    expect(result).toMatchObject({ status: 'done', vocabulary_id: id, attempts: 0, wrote: false });
    expect(result?.note).toMatch(/^adopted/);
  });

  it('is a conflict when it has other words, and is told by its id', async () => {
    const here = open();
    const planned = await here.plan(wanted);
    const [id] = await here.emulator.seed([seed('acmemed', 'theirs')]);
    const [result] = await here.carryOut(planned);
    expect(result).toMatchObject({ status: 'failed', wrote: false, error: { code: 'conflict' } });
    expect(result?.error?.message).toContain(`${id}, was made since the plan, with other words`);
    expect(result?.error?.hint).toMatch(/^plan again/);
  });

  it('is no news when the plan knew it', async () => {
    const here = open();
    await here.emulator.seed([seed('acmemed', 'theirs', { target_model: 'fun-asr' })]);
    const planned = await here.plan(wanted);
    expect(outcomes(await here.carryOut(planned))).toEqual(['create done']);
  });
});

describe('an answer with an id that does not have the prefix', () => {
  const answer = { value: { vocabulary_id: 'vocab-x-1' }, request_id: null, server_time: null };

  it('is nothing to build on: the step is unknown, and says not to apply again', async () => {
    const here = open({}, (remote) => ({
      ...remote,
      create: async () => {
        await here.emulator.seed([seed('x', 'alpha', answer.value)]);
        return answer;
      },
    }));
    const [result] = await here.carryOut(await here.plan(desired()));
    expect(result).toMatchObject({
      status: 'unknown',
      wrote: true,
      attempts: 1,
      error: {
        code: 'bad-response',
        message: `medical@${model}: the new list has the id vocab-x-1, without its prefix`,
        hint: expect.stringMatching(/^do not apply again/),
      },
    });
    expect(await here.lists()).toHaveLength(1);
  });

  it('does not matter when the account shows the new list under an id that has it', async () => {
    const here = open({}, (remote) => ({
      ...remote,
      create: async (list) => {
        await remote.create(list);
        return answer;
      },
    }));
    const [result] = await here.carryOut(await here.plan(desired()));
    const [made] = await here.emulator.account();
    expect(result).toMatchObject({
      status: 'done',
      attempts: 1,
      vocabulary_id: made?.vocabulary_id,
      unclaimed: true,
    });
  });
});

describe('an account that is full', () => {
  const one = desired({ list_quota: 1, removed: ['acmeold'] });

  it('has room for what takes the slot that this run has freed, though listings lag behind', async () => {
    const here = open({ quota: 1, visibility_lag_ms: 1500 });
    await here.emulator.seed([seed('acmeold', 'old', { created_at: 0 })]);
    const planned = await here.plan(one);
    const results = await here.carryOut(planned);
    expect(outcomes(results)).toEqual(['delete done', 'create done']);
    expect(await here.lists()).toEqual([`acmemed@${model}: alpha beta`]);
    // No look was in vain: one before the create, which goes out at once.
    expect(requests(here).slice(requests(here).indexOf('delete')).filter(isListing)).toHaveLength(2);
  });

  it('has none when somebody else has taken it meanwhile, and nothing is sent', async () => {
    const here = open({ quota: 1 });
    const [old] = await here.emulator.seed([seed('acmeold', 'old')]);
    const planned = await here.plan(one);
    await remoteOver(here.emulator.transport).delete(old ?? '');
    await here.emulator.seed([seed('zzz', 'theirs')]);
    const [, create] = await here.carryOut(planned);
    expect(create).toMatchObject({
      status: 'failed',
      attempts: 0,
      error: {
        code: 'quota-full',
        message: `medical@${model}: the account holds 1 lists by now, and 1 are allowed`,
        hint: expect.stringContaining('--wait-slot'),
      },
    });
  });
});

describe('a create whose answer is lost', () => {
  it.each([
    ['was not made', 'html-502', 2],
    ['was made', 'html-502-after', 1],
  ] as const)('leaves one list when it %s', async (_what, kind, sent) => {
    const here = open({ faults: [{ kind, action: 'create', skip: 0, count: 1 }] });
    const [result] = await here.carryOut(await here.plan(desired()));
    // Nobody else made it meanwhile: there is nothing to say of it.
    expect(result).toMatchObject({ status: 'done', wrote: true, attempts: sent, note: null });
    expect(await here.lists()).toEqual([`acmemed@${model}: alpha beta`]);
  });

  it('is looked for four times before it is sent again', async () => {
    const here = open({ faults: [{ kind: 'html-502', action: 'create', skip: 0, count: 1 }] });
    await here.carryOut(await here.plan(desired()));
    const actions = requests(here);
    const [first = 0, second] = actions.flatMap((action, index) => (action === 'create' ? [index] : []));
    expect(actions.slice(first + 1, second)).toEqual(['list', 'list', 'list', 'list']);
  });

  it.each([
    ['found within six seconds, and not sent again', 6000, 1],
    ['sent again after that, as far as anybody can see', 8000, 2],
  ])('is %s, where a listing lags behind', async (_what, visibility_lag_ms, attempts) => {
    const faults = [{ kind: 'html-502-after', action: 'create', skip: 0, count: 1 }] as const;
    const here = open({ faults, visibility_lag_ms });
    const [result] = await here.carryOut(await here.plan(desired()));
    expect(result).toMatchObject({ status: 'done', attempts });
  });

  const lost = new VocabError('unavailable', 'the answer is lost', {
    hint: 'try later',
    remote: { failure: 'ambiguous', status: 502, vendor_code: null, request_id: 'r-1', retry_after_ms: null },
  });

  /** A create that fails, and a listing that fails after it. */
  async function failingTwice(create: Error, list: Error) {
    let sent = false;
    const here = open({}, (remote) => ({
      ...remote,
      create: () => {
        sent = true;
        return Promise.reject(create);
      },
      list: (page) => (sent ? Promise.reject(list) : remote.list(page)),
    }));
    const [result] = await here.carryOut(await here.plan(desired()));
    return result;
  }

  it('is told with the look after it that failed too, and matters more than that', async () => {
    const second = new VocabError('throttled', 'too many requests', { hint: 'wait' });
    expect(await failingTwice(lost, second)).toMatchObject({
      status: 'unknown',
      request_id: 'r-1',
      error: {
        code: 'unavailable',
        message: 'the answer is lost; and the look after it: too many requests',
        hint: 'try later',
        remote: lost.remote,
        cause: second,
      },
    });
  });

  it.each([
    ['the create', new TypeError('boom'), new VocabError('throttled', 'too many requests')],
    ['the look', lost, new TypeError('boom')],
  ])('leaves nobody certain where %s met a bug', async (_which, create, list) => {
    const result = await failingTwice(create, list);
    const code = list instanceof VocabError ? list.code : 'unexpected';
    expect(result).toMatchObject({ status: 'unknown', error: { code } });
    expect(result?.error?.message).not.toContain('the look after it');
  });
});

function isListing(action: string | null): boolean {
  return action === 'list';
}
