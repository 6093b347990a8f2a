import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import {
  apply,
  check,
  collectIds,
  createEmulator,
  diff,
  draw,
  drift,
  type Emulator,
  formats,
  ineffectiveLists,
  type Machine,
  openAccount,
  openRemote,
  type PlanningOptions,
  plan,
  planRestore,
  readBackups,
  readPlanFile,
  requireUsable,
  sayCheck,
  sayDiff,
  sayDrift,
  sayFailure,
  sayPlan,
  sayResult,
  serveEmulator,
  VocabError,
  withAccountLock,
  writeWhole,
} from '../../src/index.js';
import { manualClock } from '../support/emulator.js';
import { config, temporaryFolder, writeInto } from '../support/world.js';

const outputs = `consumers: [{ name: ward, vocabulary: medical, model: fun-asr }]
outputs: [{ path: ids.json, format: json }]
`;

/** A folder with a configuration, an account in this process, and a machine whose clock nobody waits for. */
async function open(text = config({ medical: ['alpha', 'beta'] }, outputs)) {
  const cwd = await temporaryFolder();
  await writeInto(cwd, 'vocab.config.yaml', text);
  const clock = manualClock();
  const machine: Machine = { cwd, env: {}, clock, version: '1.2.3', pid: 4711, isAlive: () => false };
  const emulator = createEmulator({ clock });
  const project = async () => {
    const checked = requireUsable(await check({}, machine));
    return { checked, account: await openAccount(checked.config, { emulator }, machine) };
  };
  const planned = async (options?: PlanningOptions) => {
    const { checked, account } = await project();
    return plan(checked, account, options);
  };
  return { cwd, machine, emulator, project, planned };
}

type Opened = Awaited<ReturnType<typeof open>>;

async function applied({ project, planned, machine }: Opened) {
  const approval = 'by-the-caller';
  return apply(await planned(), await project(), { approval, machine });
}

const texts = async (emulator: Emulator) =>
  (await emulator.account()).map(({ vocabulary }) => vocabulary.map(({ text }) => text));

describe('an account', () => {
  it('is asked with a key that is a text or comes from a function, asked once', async () => {
    const { cwd, machine, emulator } = await open();
    const server = await serveEmulator(emulator);
    try {
      const checked = requireUsable(await check({ cwd }, machine));
      const api_key = vi.fn<() => Promise<string>>(async () => ' from-the-vault ');
      const account = await openAccount(checked.config, { endpoint: server.url, api_key }, machine);
      expect((await plan(checked, account)).account.endpoint).toBe(`${server.url}/api/v1`);
      expect(api_key).toHaveBeenCalledTimes(1);
      const remote = await openRemote(
        { region: 'singapore', endpoint: server.url, api_key: 'any' },
        {},
        machine,
      );
      expect((await remote.list({ page_index: 0, page_size: 10 })).value).toEqual([]);
    } finally {
      await server.close();
    }
  });

  it('needs a key, and says which variable would hold it', async () => {
    const { cwd, machine } = await open();
    const { config: found } = requireUsable(await check({ cwd }, machine));
    const opened = openAccount(found, {}, machine);
    await expect(opened).rejects.toMatchObject({
      code: 'key-missing',
      message: expect.stringContaining('DASHSCOPE_API_KEY'),
    });
    const empty = openRemote({ region: 'beijing', api_key: '' }, {}, machine);
    await expect(empty).rejects.toMatchObject({ code: 'key-missing' });
  });

  it('is that of the region unless an endpoint is given', async () => {
    const { machine } = await open();
    const remote = await openRemote({ region: 'beijing', api_key: 'any' }, {}, machine);
    expect(remote.endpoint).toBe('https://dashscope.aliyuncs.com/api/v1');
  });

  it('may be any Remote', async () => {
    const { cwd, machine } = await open();
    const checked = requireUsable(await check({ cwd }, machine));
    const nobody = async () => {
      throw new VocabError('forbidden', 'not here');
    };
    const remote = {
      endpoint: 'mine',
      list: nobody,
      query: nobody,
      create: nobody,
      update: nobody,
      delete: nobody,
    };
    const account = await openAccount(checked.config, { remote }, machine);
    await expect(plan(checked, account)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('ends what is under way when its signal does', async () => {
    const { cwd, machine, emulator } = await open();
    const checked = requireUsable(await check({ cwd }, machine));
    const ended = AbortSignal.abort(new VocabError('interrupted', 'enough'));
    const account = await openAccount(checked.config, { emulator, signal: ended }, machine);
    await expect(plan(checked, account)).rejects.toMatchObject({ code: 'interrupted' });
  });

  it('is kept in a file for every process, if that is wanted', async () => {
    const { cwd } = await open();
    const file = join(cwd, 'accounts/one.json');
    await createEmulator({ file }).seed([{ prefix: 'acme', target_model: 'fun-asr', vocabulary: [] }]);
    expect(await createEmulator({ file }).account()).toHaveLength(1);
  });
});

describe('a check', () => {
  it('finds what validate finds, also an endpoint that a file must not name', async () => {
    const { machine } = await open(
      config({ a: ['x'] }).replace('region:', 'endpoint: "https://evil.example", region:'),
    );
    const checked = await check({}, machine);
    expect(checked.diagnostics.map(({ rule }) => rule)).toContain('endpoint-untrusted');
    expect(await draw('text', sayCheck(checked))).toContain('error[endpoint-untrusted]');
    expect(() => requireUsable(checked)).toThrow('the configuration has problems');
  });

  it('ends before anything is sent where there are errors', async () => {
    const { machine } = await open(config({ a: [] }));
    const checked = await check({}, machine);
    expect(() => requireUsable(checked)).toThrow(/the configuration has problems: 1 error/);
  });
});

describe('an apply', () => {
  it('carries out exactly the digest that was approved', async () => {
    const opened = await open();
    const fresh = await opened.planned();
    const { machine } = opened;
    const other = { approval: { digest: 'vs2:sha256:0' }, machine };
    await expect(apply(fresh, await opened.project(), other)).rejects.toMatchObject({ code: 'plan-stale' });
    expect(await texts(opened.emulator)).toEqual([]);
    const approval = { digest: fresh.digest };
    const { result, outputs: published } = await apply(fresh, await opened.project(), { approval, machine });
    expect(result.converged).toBe(true);
    expect(published.written).toEqual(['ids.json']);
    expect(await texts(opened.emulator)).toEqual([['alpha', 'beta']]);
  });

  it('takes the file that a plan was drawn into, shaped the same way', async () => {
    const opened = await open();
    const { cwd, machine } = opened;
    const project = await opened.project();
    const fresh = await opened.planned();
    await writeWhole(join(cwd, 'plan.json'), await draw('json', sayPlan(fresh, project.checked)));
    const approval = { file: await readPlanFile('plan.json', machine) };
    const reshaped = { approval, machine, shaping: { retire: true } };
    await expect(apply(fresh, project, reshaped)).rejects.toMatchObject({ code: 'usage' });
    expect((await apply(fresh, project, { approval, machine })).result.converged).toBe(true);
  });

  it('does not carry out what is blocked, whoever answers for it', async () => {
    const opened = await open(
      config({ a: ['x'] }, '').replace('region: singapore', 'region: singapore, list_quota: 1'),
    );
    await opened.emulator.seed([{ prefix: 'zzz', target_model: 'fun-asr', vocabulary: [] }]);
    await expect(applied(opened)).rejects.toMatchObject({ code: 'blocked' });
  });

  it('is done where nothing is left but what the next run with `retire` deletes', async () => {
    const moved = config({ medical: ['alpha'] }).replace('acmemed', 'acmenew, previous_prefixes: [acmeold]');
    const { machine, emulator, project, planned } = await open(moved);
    await emulator.seed([
      { prefix: 'acmeold', target_model: 'fun-asr', vocabulary: [{ text: 'alpha', weight: 4 }] },
    ]);
    const shaping = { retire: true };
    const options = { approval: 'by-the-caller', shaping, machine, publish: false } as const;
    const { result } = await apply(await planned({ shaping }), await project(), options);
    expect([result.converged, await emulator.account()]).toEqual([
      true,
      [expect.anything(), expect.anything()],
    ]);
    await apply(await planned({ shaping }), await project(), options);
    expect(await emulator.account()).toHaveLength(1);
  });

  it('leaves the files of ids alone where nobody shall read them', async () => {
    const opened = await open();
    const { machine, cwd } = opened;
    await apply(await opened.planned(), await opened.project(), {
      approval: 'by-the-caller',
      publish: false,
      machine,
    });
    await expect(readFile(join(cwd, 'ids.json'))).rejects.toThrow('ENOENT');
  });

  it('waits for no other apply where the account is in this process, and else for one', async () => {
    const opened = await open();
    const { checked, account } = await opened.project();
    const kept = await openAccount(checked.config, { endpoint: 'emulator' }, opened.machine);
    const run = async () => {
      expect((await applied(opened)).result.converged).toBe(true);
      const fresh = await plan(checked, kept);
      const options = { approval: 'by-the-caller', machine: opened.machine } as const;
      return apply(fresh, { checked, account: kept }, options);
    };
    const locked = withAccountLock({ checked, account }, run, opened.machine);
    await expect(locked).rejects.toMatchObject({ code: 'locked' });
    expect(await texts(opened.emulator)).toEqual([['alpha', 'beta']]);
  });

  it('keeps what it overwrites, and brings it back', async () => {
    const opened = await open();
    const { cwd, machine, emulator } = opened;
    await applied(opened);
    await writeInto(cwd, 'vocab.config.yaml', config({ medical: ['alpha', 'gamma'] }, outputs));
    const { backups: folder } = await applied(opened);
    expect(await texts(emulator)).toEqual([['alpha', 'gamma']]);
    const backups = await readBackups(folder ?? '', machine);
    const project = await opened.project();
    const fresh = await planRestore({ backups, checked: project.checked }, project.account);
    const done = await apply(fresh, project, { approval: 'by-the-caller', backups, machine });
    expect(done.result.converged).toBe(true);
    expect(done.outputs.written).toEqual([]);
    expect(await texts(emulator)).toEqual([['alpha', 'beta']]);
  });

  it('says what it does while it does it', async () => {
    const opened = await open();
    const seen: string[] = [];
    await apply(await opened.planned(), await opened.project(), {
      approval: 'by-the-caller',
      onEvent: ({ kind }) => seen.push(kind),
      machine: opened.machine,
    });
    expect(seen).toEqual(['started', 'queued', 'making', 'ended']);
  });
});

describe('an instant vocabulary', () => {
  const sent = 'qwen-audio-3.1-asr-flash-streaming';
  const text = (words: string) => `version: 1
account: { region: singapore }
consumers: [{ name: ward, vocabulary: names, model: ${sent} }]
outputs: [{ path: ids.json, format: json }]
vocabularies: [{ name: names, delivery: instant, target_model: ${sent}, hotwords: [${words}] }]
`;

  it('is planned without a step, published, collected, and compared', async () => {
    const opened = await open(text('alpha, beta'));
    const { cwd, machine, emulator } = opened;
    const project = await opened.project();
    const fresh = await plan(project.checked, project.account);
    expect(fresh.instant.map(({ name }) => name)).toEqual(['names']);
    const done = await apply(fresh, project, { approval: 'by-the-caller', machine });
    expect(done.result.converged).toBe(true);
    expect(done.outputs.written).toEqual(['ids.json']);
    expect(await emulator.account()).toEqual([]);
    const ids = collectIds(fresh, project.checked.desired.consumers);
    expect(ids.consumers['ward']).toMatchObject({ vocabulary_id: null, vocabulary: { alpha: 4, beta: 4 } });
    expect(await readFile(join(cwd, 'ids.json'), 'utf8')).toContain('"alpha": 4');
    await writeInto(cwd, 'old/vocab.config.yaml', text('alpha'));
    const compared = await diff(project.checked, './old', machine);
    expect(compared.plan.instant[0]?.hotwords?.added.map((word) => word.text)).toEqual(['beta']);
  });
});

describe('a comparison', () => {
  it('is told for an account, and for a folder', async () => {
    const opened = await open();
    const { cwd, machine } = opened;
    await writeInto(cwd, 'old/vocab.config.yaml', config({ medical: ['alpha'] }, outputs));
    const { checked, account } = await opened.project();
    const found = await drift(checked, account);
    expect(found.items.map((item) => item.class)).toEqual(['missing']);
    expect(ineffectiveLists(found.plan).map(({ address }) => address)).toEqual(['medical@fun-asr']);
    const compared = await diff(checked, './old', machine);
    expect(compared.plan.changes.map(({ hotwords }) => hotwords.added.map(({ text }) => text))).toEqual([
      ['beta'],
    ]);
  });
});

describe('whatever is told', () => {
  it.each(formats)('is drawn as %s', async (format) => {
    const opened = await open();
    const { checked, account } = await opened.project();
    await writeInto(opened.cwd, 'old/vocab.config.yaml', config({ medical: ['alpha'] }, outputs));
    const fine = [sayCheck(checked), sayResult(await applied(await open()), checked)];
    const told = [
      // Where nothing is wrong, there is nothing to annotate.
      ...(format === 'github' ? [] : fine),
      sayPlan(await plan(checked, account), checked),
      sayDrift(await drift(checked, account), checked),
      sayDiff(await diff(checked, './old', opened.machine), checked),
      sayFailure(new VocabError('key-missing', 'there is no key', { hint: 'set it' }), checked),
      sayFailure(new VocabError('usage', 'nothing was read')),
    ];
    for (const each of told) expect((await draw(format, each)).trim()).not.toBe('');
  });

  it('has colours only where they are asked for', async () => {
    const opened = await open();
    const told = sayPlan(await opened.planned(), (await opened.project()).checked);
    expect(await draw('text', told)).not.toContain('\u001b[');
    expect(await draw('text', told, { color: true })).toContain('\u001b[');
  });
});
