import { describe, expect, it } from 'vitest';
import { VocabError } from '../../src/model/errors.js';
import type { HttpRequest, Transport } from '../../src/model/ports.js';
import type { ApplyResult } from '../../src/model/result/apply-result.js';
import { idOf } from '../support/build.js';
import { sendAsAnother } from '../support/emulator.js';
import { config, createWorld, type World } from '../support/world.js';

const wanted = { medical: ['alpha', 'beta'], support: ['gamma'] };
const settled = ['acmemed@fun-asr: alpha beta', 'acmesup@fun-asr: gamma'];

function world(files: Record<string, string> | string = config(wanted), switches = {}): Promise<World> {
  const all = typeof files === 'string' ? { 'vocab.config.yaml': files } : files;
  return createWorld({ files: all, switches });
}

/** `1 create done` */
function outcomes({ steps }: ApplyResult): string[] {
  return steps.map(({ step, status, error }) =>
    [step.id, step.op, status, ...(error === null ? [] : [error.code])].join(' '),
  );
}

function writesOf({ emulator }: World): string[] {
  return emulator.requests
    .map(({ action, status }) => `${action} ${status}`)
    .filter((request) => !/^(list|query)/.test(request));
}

describe('an apply', () => {
  it('brings the account to what the configuration wants, and a second one does nothing', async () => {
    const here = await world();
    const result = await here.apply();
    expect(outcomes(result)).toEqual(['1 create done', '2 create done']);
    expect(result.converged).toBe(true);
    expect(await here.lists()).toEqual(settled);
    const sent = writesOf(here).length;
    expect((await here.apply()).converged).toBe(true);
    expect(writesOf(here)).toHaveLength(sent);
  });

  it('creates, updates and deletes in one run', async () => {
    const here = await world();
    await here.apply();
    await here.write('vocab.config.yaml', config({ medical: ['alpha', 'delta'], reports: ['epsilon'] }));
    expect((await here.apply()).converged).toBe(true);
    expect(await here.lists()).toEqual(['acmemed@fun-asr: alpha delta', 'acmerep@fun-asr: epsilon']);
  });

  it('updates a list in place, so that its id stays', async () => {
    const here = await world();
    await here.apply();
    const before = (await here.emulator.account()).map(({ vocabulary_id }) => vocabulary_id);
    await here.write('vocab.config.yaml', config({ ...wanted, medical: ['delta'] }));
    await here.apply();
    expect((await here.emulator.account()).map(({ vocabulary_id }) => vocabulary_id)).toEqual(before);
  });

  it('reports the ids, the request ids and how often something was sent', async () => {
    const { steps } = await (await world()).apply();
    expect(steps[0]).toMatchObject({
      vocabulary_id: expect.stringMatching(/^vocab-acmemed-/),
      request_id: expect.stringMatching(/.+/),
      attempts: 1,
      wrote: true,
    });
  });
});

describe('a full account', () => {
  it('finishes in the order of the plan and is never above its quota, and retire takes the old list', async () => {
    const moved = config(wanted).replace('name: medical,', 'name: medical, target_model: fun-asr-realtime,');
    const here = await world(moved);
    await here.emulator.seed([
      { prefix: 'acmemed', target_model: 'fun-asr', vocabulary: [{ text: 'alpha', weight: 4 }] },
      { prefix: 'acmesup', target_model: 'fun-asr', vocabulary: [{ text: 'gamma', weight: 4 }] },
      { prefix: 'acmeold', target_model: 'fun-asr', vocabulary: [{ text: 'old', weight: 4 }] },
      ...Array.from({ length: 7 }, () => ({
        prefix: 'other',
        target_model: 'fun-asr',
        vocabulary: [{ text: 'x', weight: 4 }],
      })),
    ]);
    const planned = await here.plan();
    expect(planned.steps.map(({ op }) => op)).toEqual(['delete', 'create']);
    expect((await here.carryOut(planned)).converged).toBe(true);
    const writes = here.emulator.requests.filter(({ action }) => action === 'create' || action === 'delete');
    expect(writes.map(({ action, slots }) => [action, slots])).toEqual([
      ['delete', 9],
      ['create', 10],
    ]);
    await here.apply({ shaping: { retire: true } });
    expect((await here.lists()).filter((list) => list.startsWith('acme'))).toEqual([
      'acmemed@fun-asr-realtime: alpha beta',
      'acmesup@fun-asr: gamma',
    ]);
  });

  it('sends no create when somebody took the slot since the plan', async () => {
    const here = await world(config({ medical: ['alpha'] }), { quota: 1 });
    await here.write(
      'vocab.config.yaml',
      config({ medical: ['alpha'] }, '').replace('region: singapore', 'region: singapore, list_quota: 1'),
    );
    const planned = await here.plan();
    await here.emulator.seed([
      { prefix: 'other', target_model: 'fun-asr', vocabulary: [{ text: 'x', weight: 4 }] },
    ]);
    expect(outcomes(await here.carryOut(planned))).toEqual(['1 create failed quota-full']);
    expect(writesOf(here)).toEqual([]);
  });
});

describe('a list that changed after the plan read it', () => {
  it.each([
    ['update', config({ ...wanted, medical: ['delta'] })],
    ['delete', config({ support: ['gamma'] })],
  ])('is not touched by the %s, which fails as a conflict', async (op, text) => {
    const here = await world();
    await here.apply();
    await here.write('vocab.config.yaml', text);
    const planned = await here.plan();
    await overwrite(here, 'acmemed', ['theirs']);
    const before = writesOf(here).length;
    expect(outcomes(await here.carryOut(planned))).toEqual([`1 ${op} failed conflict`]);
    expect(writesOf(here)).toHaveLength(before);
    expect(await here.lists()).toContain('acmemed@fun-asr: theirs');
  });

  it('is done when it already is what the update would have made it', async () => {
    const here = await world();
    await here.apply();
    await here.write('vocab.config.yaml', config({ ...wanted, medical: ['delta'] }));
    const planned = await here.plan();
    await overwrite(here, 'acmemed', ['delta']);
    const result = await here.carryOut(planned);
    expect(result.steps[0]).toMatchObject({
      status: 'done',
      attempts: 0,
      wrote: false,
      note: expect.stringContaining('already'),
    });
  });

  it('is done when it is gone and was to be deleted', async () => {
    const here = await world();
    await here.apply();
    await here.write('vocab.config.yaml', config({ support: ['gamma'] }));
    const planned = await here.plan();
    await here.apply();
    expect(outcomes(await here.carryOut(planned))).toEqual(['1 delete done']);
  });
});

describe('a create that somebody else did meanwhile', () => {
  it('is adopted when the words are equal', async () => {
    const here = await world(config({ medical: ['alpha'] }));
    const planned = await here.plan();
    await here.emulator.seed([
      { prefix: 'acmemed', target_model: 'fun-asr', vocabulary: [{ text: 'alpha', weight: 4 }] },
    ]);
    const result = await here.carryOut(planned);
    expect(result.steps[0]).toMatchObject({
      status: 'done',
      attempts: 0,
      note: expect.stringContaining('adopted'),
    });
    expect(await here.lists()).toEqual(['acmemed@fun-asr: alpha']);
  });

  it('is a conflict when the words are others', async () => {
    const here = await world(config({ medical: ['alpha'] }));
    const planned = await here.plan();
    await here.emulator.seed([
      { prefix: 'acmemed', target_model: 'fun-asr', vocabulary: [{ text: 'theirs', weight: 4 }] },
    ]);
    expect(outcomes(await here.carryOut(planned))).toEqual(['1 create failed conflict']);
    expect(writesOf(here)).toEqual([]);
  });
});

describe('an answer that is lost', () => {
  const lost = [
    'act-then-fail',
    'cut-before',
    'cut-after',
    'html-502',
    'html-502-after',
    'broken-json',
    'empty-200',
    'refuse',
    'throttle',
    'code-in-200',
  ] as const;

  it.each(lost)('leaves exactly one list when the create ended with %s', async (kind) => {
    const here = await world(config({ medical: ['alpha'] }), {
      faults: [{ kind, action: 'create', skip: 0, count: 1 }],
    });
    expect((await here.apply()).converged).toBe(true);
    expect(await here.lists()).toEqual(['acmemed@fun-asr: alpha']);
  });

  it.each(lost)('leaves one list though listings lag behind when the create ended with %s', async (kind) => {
    const faults = [{ kind, action: 'create', skip: 0, count: 1 }] as const;
    const here = await world(config({ medical: ['alpha'] }), { faults, visibility_lag_ms: 2500 });
    await here.apply();
    expect(await here.lists()).toEqual(['acmemed@fun-asr: alpha']);
  });

  it.each(lost)('is overcome in an update that ended with %s', async (kind) => {
    const here = await world(config({ medical: ['alpha'] }));
    await here.apply();
    await here.write('vocab.config.yaml', config({ medical: ['beta'] }));
    here.emulator.change({ faults: [{ kind, action: 'update', skip: 0, count: 1 }] });
    expect((await here.apply()).converged).toBe(true);
    expect(await here.lists()).toEqual(['acmemed@fun-asr: beta']);
  });

  it.each(lost)('is overcome in a delete that ended with %s', async (kind) => {
    const here = await world(config({ medical: ['alpha'] }));
    await here.apply();
    await here.write('vocab.config.yaml', config({}));
    here.emulator.change({ faults: [{ kind, action: 'delete', skip: 0, count: 1 }] });
    expect((await here.apply()).converged).toBe(true);
    expect(await here.lists()).toEqual([]);
  });

  it('is looked after before the create is sent again', async () => {
    const here = await world(config({ medical: ['alpha'] }), {
      faults: [{ kind: 'cut-before', action: 'create', skip: 0, count: 1 }],
    });
    await here.apply();
    const actions = here.emulator.requests.map(({ action }) => action);
    const [first, second] = actions.flatMap((action, index) => (action === 'create' ? [index] : []));
    expect(
      actions.slice((first ?? 0) + 1, second).filter((action) => action === 'list').length,
    ).toBeGreaterThanOrEqual(3);
  });

  it('makes the step unknown when the account cannot be looked at afterwards', async () => {
    const here = await world(config({ medical: ['alpha'] }), {
      faults: [
        { kind: 'cut-after', action: 'create', skip: 0, count: 1 },
        { kind: 'refuse', action: 'list', skip: 2, count: 1000 },
      ],
    });
    const result = await here.apply();
    expect(result.steps[0]).toMatchObject({ status: 'unknown', wrote: true });
    expect(result).toMatchObject({ final: null, converged: false });
  });

  it('gives up after some tries and says what is known', async () => {
    const here = await world(config({ medical: ['alpha'] }), {
      faults: [{ kind: 'throttle', action: 'create', skip: 0, count: 1000 }],
    });
    const result = await here.apply();
    expect(outcomes(result)).toEqual(['1 create failed throttled']);
    expect(result.steps[0]).toMatchObject({ attempts: 5, wrote: false });
  });

  it('is never asked for again when the account is at its quota', async () => {
    const here = await world(config({ medical: ['alpha'] }), { quota: 0 });
    expect(outcomes(await here.apply())).toEqual(['1 create failed quota-full']);
    expect(writesOf(here)).toEqual(['create 400']);
  });
});

describe('a listing that lags behind', () => {
  it('does not make a run give up the slot it has freed, nor doubt its own deletes', async () => {
    const text = config({ medical: ['alpha'] }).replace(
      'region: singapore',
      'region: singapore, list_quota: 1',
    );
    const here = await world(text, { quota: 1, visibility_lag_ms: 1500 });
    await here.emulator.seed([
      { prefix: 'acmeold', target_model: 'fun-asr', vocabulary: [{ text: 'old', weight: 4 }] },
    ]);
    here.clock.advance(5000);
    const result = await here.apply();
    expect(outcomes(result)).toEqual(['1 delete done', '2 create done']);
    expect(result.converged).toBe(true);
    expect(await here.lists()).toEqual(['acmemed@fun-asr: alpha']);
  });
});

describe('two runs that both create', () => {
  it.each([0, 5_000])('end with one list when it takes %i ms to deploy', async (deploy_ms) => {
    const here = await world(config({ medical: ['alpha'] }), { deploy_ms });
    const planned = await here.plan();
    // Both look before either creates: the second run starts in the middle of the first one's create.
    const second: Promise<ApplyResult>[] = [];
    const first = await here.carryOut(planned, {
      onEvent: ({ kind }) => {
        if (kind === 'started' && second.length === 0) second.push(here.carryOut(planned));
      },
    });
    const results = [first, ...(await Promise.all(second))];
    const lost = results.flatMap(({ steps }) => steps).filter(({ step }) => step.op === 'delete');
    expect(lost.map(({ step, status }) => [step.change.reason, status])).toEqual([['duplicate', 'done']]);
    expect(await here.lists()).toEqual(['acmemed@fun-asr: alpha']);
    expect(results.filter(({ converged }) => converged)).not.toEqual([]);
  });
});

describe('a duplicate or a retired list', () => {
  it('does not go when the list that stays has other words by now', async () => {
    const here = await world(config({ medical: ['alpha'] }));
    const entry = { prefix: 'acmemed', target_model: 'fun-asr', vocabulary: [{ text: 'alpha', weight: 4 }] };
    // Of two equal ones the smaller id is bound.
    await here.emulator.seed([1, 2].map((serial) => ({ ...entry, vocabulary_id: idOf('acmemed', serial) })));
    const planned = await here.plan();
    expect(planned.steps.map(({ op }) => op)).toEqual(['delete']);
    await overwrite(here, 'acmemed', ['theirs']);
    expect(outcomes(await here.carryOut(planned))).toEqual(['1 delete failed conflict']);
    expect(await here.lists()).toEqual(['acmemed@fun-asr: alpha', 'acmemed@fun-asr: theirs']);
  });
});

describe('a bug of ours in one step', () => {
  it('is reported with what the other steps did', async () => {
    const here = await world();
    await here.apply();
    await here.write('vocab.config.yaml', config({ medical: ['delta'], support: ['epsilon'] }));
    let calls = 0;
    const result = await here.apply({
      saveBackup: async () => {
        if (++calls === 1) throw new TypeError('boom');
      },
    });
    expect(outcomes(result).sort()).toEqual(['1 update failed unexpected', '2 update done']);
  });
});

describe('what is overwritten or deleted', () => {
  it('is kept before, as the account holds it, unknown fields included', async () => {
    const here = await world(config({ medical: ['alpha'] }));
    const vocabulary = [
      { text: 'alpha', weight: 4, translation: 'x' },
      { text: 'gone', weight: 9 },
    ];
    await here.emulator.seed([
      { prefix: 'acmemed', target_model: 'fun-asr', vocabulary },
      { prefix: 'acmeold', target_model: 'fun-asr', vocabulary: [{ text: 'old', weight: 1 }] },
    ]);
    await here.apply({ allow: ['drop-fields=medical@fun-asr'] });
    const kept = here.backups.map(({ prefix, hotwords }) => [prefix, hotwords]);
    expect(kept).toEqual([
      [
        'acmemed',
        [
          { text: 'alpha', weight: 4, lang: null, extra: { translation: 'x' } },
          { text: 'gone', weight: 9, lang: null, extra: null },
        ],
      ],
      ['acmeold', [{ text: 'old', weight: 1, lang: null, extra: null }]],
    ]);
  });

  it('is not touched when it cannot be kept', async () => {
    const here = await world(config({ medical: ['beta'] }));
    await here.emulator.seed([
      { prefix: 'acmemed', target_model: 'fun-asr', vocabulary: [{ text: 'alpha', weight: 4 }] },
    ]);
    const saveBackup = async () => {
      throw new VocabError('file-unwritable', 'the disk is full');
    };
    expect(outcomes(await here.apply({ saveBackup }))).toEqual(['1 update failed file-unwritable']);
    expect(await here.lists()).toEqual(['acmemed@fun-asr: alpha']);
  });
});

describe('a run that shall stop', () => {
  it('lets the step under way come to its end and skips the rest', async () => {
    const here = await world(config({ medical: ['alpha'], support: ['beta'], reports: ['gamma'] }));
    const stop = new AbortController();
    const result = await here.apply({
      stop: stop.signal,
      onEvent: ({ kind }) => {
        if (kind === 'started') stop.abort(new VocabError('interrupted', 'stop'));
      },
    });
    expect(result.interrupted).toBe(true);
    expect(outcomes(result).filter((outcome) => outcome.includes('skipped')).length).toBeGreaterThan(0);
    expect(outcomes(result).some((outcome) => outcome.includes('done'))).toBe(true);
    expect((await here.apply()).converged).toBe(true);
  });
});

describe('a failed step', () => {
  it('stops no other, and skips what waits for it', async () => {
    const text = config(wanted).replace('region: singapore', 'region: singapore, list_quota: 2');
    const here = await world(text);
    await here.emulator.seed([
      { prefix: 'acmemed', target_model: 'fun-asr', vocabulary: [{ text: 'stale', weight: 4 }] },
      { prefix: 'acmeold', target_model: 'fun-asr', vocabulary: [{ text: 'old', weight: 4 }] },
    ]);
    const planned = await here.plan();
    await overwrite(here, 'acmeold', ['theirs']);
    const result = await here.carryOut(planned);
    expect(outcomes(result)).toEqual(['1 delete failed conflict', '2 create skipped', '3 update done']);
    expect(result.converged).toBe(false);
  });
});

describe('deletes', () => {
  it('run after all creates and updates, however many steps run at once', async () => {
    const here = await world();
    await here.apply();
    await here.write('vocab.config.yaml', config({ reports: ['r'], support: ['new'] }));
    const from = here.emulator.requests.length;
    await here.apply();
    const actions = here.emulator.requests.slice(from).map(({ action }) => action);
    expect(actions.indexOf('delete')).toBeGreaterThan(
      Math.max(actions.indexOf('create'), actions.indexOf('update')),
    );
  });

  it('of a retired list do not run when its replacement is not OK any more', async () => {
    const moved = config({ medical: ['alpha'] }).replace(
      'name: medical,',
      'name: medical, target_model: fun-asr-realtime,',
    );
    const here = await world(config({ medical: ['alpha'] }));
    await here.apply();
    await here.write('vocab.config.yaml', moved);
    await here.apply();
    const planned = await here.plan({ shaping: { retire: true } });
    here.emulator.change({ deploy_ms: 3_600_000 });
    await overwrite(here, 'acmemed@fun-asr-realtime', ['alpha']);
    expect(outcomes(await here.carryOut(planned))).toEqual(['1 delete failed not-ready']);
    expect(await here.lists()).toHaveLength(2);
  });
});

describe('a written list', () => {
  it('is waited for until it is OK', async () => {
    const here = await world(config({ medical: ['alpha'] }), { deploy_ms: 20_000 });
    const from = here.clock.now();
    expect((await here.apply()).converged).toBe(true);
    expect(here.clock.now() - from).toBeGreaterThanOrEqual(20_000);
  });

  it('that does not become OK in time makes the step unknown, with the id', async () => {
    const here = await world(config({ medical: ['alpha'] }), { deploy_ms: 600_000 });
    const result = await here.apply({ wait: 5_000 });
    expect(result.steps[0]).toMatchObject({
      status: 'unknown',
      vocabulary_id: expect.stringMatching(/^vocab-acmemed-/),
      wrote: true,
    });
    expect(result.steps[0]?.error?.code).toBe('not-ready');
    expect(result.converged).toBe(false);
  });
});

describe('the interval between two updates', () => {
  const guarded = (medical: string[]) => config({ medical }, 'guards: { update_interval: 5m }\n');

  it('is waited for, and said', async () => {
    const here = await world(guarded(['alpha']));
    await here.apply();
    here.clock.advance(1000);
    await here.write('vocab.config.yaml', guarded(['beta']));
    await here.apply();
    const updated = here.clock.now();
    await here.write('vocab.config.yaml', guarded(['gamma']));
    here.clock.advance(60_000);
    const waits: number[] = [];
    await here.apply({ onEvent: (event) => event.kind === 'waiting' && waits.push(event.ms) });
    expect(waits).toHaveLength(1);
    expect(here.clock.now() - updated).toBeGreaterThanOrEqual(5 * 60_000 - 1000);
    expect(await here.lists()).toEqual(['acmemed@fun-asr: gamma']);
  });
});

describe('a run that loses a race for a list', () => {
  /** Another program makes the same list two seconds earlier; after a delete, what `refused` names is refused. */
  async function raced(refused?: string): Promise<World> {
    let isDeleted = false;
    const here: World = await createWorld({
      files: { 'vocab.config.yaml': config({ medical: ['alpha'] }) },
      interpose: (transport) => async (request) => {
        if (request.body.includes('create_vocabulary')) {
          await transport(request);
          here.clock.advance(2000);
        }
        if (isDeleted && refused !== undefined && request.body.includes(refused))
          return { status: 401, headers: {}, body: JSON.stringify({ code: 'InvalidApiKey', message: 'no' }) };
        isDeleted ||= request.body.includes('delete_vocabulary');
        return transport(request);
      },
    });
    return here;
  }

  it('tells of the delete of its own list', async () => {
    const result = await (await raced()).apply();
    expect(outcomes(result)).toEqual(['1 create done', 'race-1 delete done']);
    expect(result.converged).toBe(true);
  });

  it('tells of it also when the account cannot be read any more', async () => {
    const here = await raced('list_vocabulary');
    const result = await here.apply();
    expect(result.final_error?.code).toBe('unauthenticated');
    expect(outcomes(result)).toEqual(['1 create done', 'race-1 delete done']);
    expect(await here.lists()).toEqual(['acmemed@fun-asr: alpha']);
  });
});

describe('a run that is stopped while a write is under way', () => {
  it('says that nobody knows what came of it', async () => {
    const stop = new AbortController();
    const here = await createWorld({
      files: { 'vocab.config.yaml': config({ medical: ['alpha'] }) },
      interpose: (transport) => abortAt(transport, stop, 'create_vocabulary'),
    });
    const planned = await here.plan();
    const result = await here.carryOut(planned, { signal: stop.signal });
    expect(result.steps[0]).toMatchObject({ status: 'unknown', wrote: true, error: { code: 'deadline' } });
  });
});

function abortAt(transport: Transport, stop: AbortController, action: string): Transport {
  return (request: HttpRequest) => {
    if (request.body.includes(action)) stop.abort(new VocabError('deadline', 'the time is over'));
    return request.signal?.aborted ? Promise.reject(request.signal.reason) : transport(request);
  };
}

/** As another program would: `acmemed`, or `acmemed@fun-asr-realtime`. */
async function overwrite(here: World, key: string, texts: readonly string[]): Promise<void> {
  const [wantedPrefix, wantedModel = 'fun-asr'] = key.split('@');
  const lists = await here.emulator.account();
  const list = lists.find(
    ({ prefix, target_model }) => prefix === wantedPrefix && target_model === wantedModel,
  );
  await sendAsAnother(here.emulator, {
    action: 'update_vocabulary',
    vocabulary_id: list?.vocabulary_id,
    vocabulary: texts.map((text) => ({ text, weight: 4 })),
  });
}
