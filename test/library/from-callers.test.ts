import { describe, expect, it, vi } from 'vitest';
import {
  apply,
  check,
  createEmulator,
  diff,
  draw,
  type Machine,
  openAccount,
  openRemote,
  plan,
  type Remote,
  requireUsable,
  sayCheck,
  TransportFailure,
} from '../../src/index.js';
import { manualClock } from '../support/emulator.js';
import { config, temporaryFolder, writeInto } from '../support/world.js';

const byTheCaller = { approval: 'by-the-caller' } as const;

async function open(text = config({ medical: ['alpha'], surgery: ['beta'], other: ['gamma'] })) {
  const cwd = await temporaryFolder();
  await writeInto(cwd, 'vocab.config.yaml', text);
  const clock = manualClock();
  const machine: Machine = { cwd, env: {}, clock, version: '1.2.3', pid: 4711, isAlive: () => false };
  const emulator = createEmulator({ clock });
  const checked = requireUsable(await check({}, machine));
  return { cwd, machine, emulator, checked };
}

const reasons: readonly (readonly [string, unknown])[] = [
  ['none', undefined],
  ['a text', 'enough'],
  ['an error', new Error('enough')],
];

describe('a signal, whatever its reason is', () => {
  it.each(reasons)('ends an apply with the result of what was done: %s', async (_, reason) => {
    const { machine, emulator, checked } = await open();
    const end = new AbortController();
    const account = await openAccount(checked.config, { emulator, signal: end.signal }, machine);
    const fresh = await plan(checked, account);
    const onEvent = ({ kind }: { readonly kind: string }) => {
      if (kind === 'ended') end.abort(reason);
    };
    const { result } = await apply(
      fresh,
      { checked, account },
      { ...byTheCaller, machine, onEvent, publish: false },
    );
    expect(result.steps).toHaveLength(3);
    expect(result.steps.some(({ wrote }) => wrote)).toBe(true);
    expect(result.steps.map(({ error }) => error?.code ?? null)).not.toContain('unexpected');
    expect(result.final_error).toMatchObject({ code: 'interrupted' });
  });

  it.each(reasons)('skips what was not begun where it is to stop: %s', async (_, reason) => {
    const { machine, emulator, checked } = await open();
    const account = await openAccount(checked.config, { emulator, parallelism: 1 }, machine);
    const stop = new AbortController();
    const onEvent = ({ kind }: { readonly kind: string }) => {
      if (kind === 'ended') stop.abort(reason);
    };
    const options = { ...byTheCaller, machine, onEvent, stop: stop.signal, publish: false };
    const { result } = await apply(await plan(checked, account), { checked, account }, options);
    const statuses = result.steps.map(({ status }) => status);
    expect([statuses[0], statuses.at(-1)]).toEqual(['done', 'skipped']);
    expect(statuses).not.toContain('failed');
    expect(result.interrupted).toBe(true);
  });

  it.each(reasons)('ends what only reads with an error that has a code: %s', async (_, reason) => {
    const { machine, emulator, checked } = await open();
    const signal = AbortSignal.abort(reason);
    const account = await openAccount(checked.config, { emulator, signal }, machine);
    await expect(plan(checked, account)).rejects.toMatchObject({ code: 'interrupted' });
    const compared = diff(checked, 'HEAD', { ...machine, interruption: signal });
    await expect(compared).rejects.toMatchObject({ code: 'interrupted' });
  });
});

describe('a listener that throws', () => {
  it.each(['started', 'ended'])('harms no run: %s', async (which) => {
    const { machine, emulator, checked } = await open();
    const account = await openAccount(checked.config, { emulator }, machine);
    const warned = new Promise((resolve) => process.once('warning', resolve));
    const onEvent = ({ kind }: { readonly kind: string }) => {
      if (kind === which) throw new Error(`mine, ${which}`);
    };
    const options = { ...byTheCaller, machine, onEvent, publish: false };
    const { result } = await apply(await plan(checked, account), { checked, account }, options);
    expect(result.converged).toBe(true);
    expect(await warned).toMatchObject({ message: `mine, ${which}` });
  });
});

/** As somebody may write it: methods of a class, which need their `this`. */
class OwnRemote implements Remote {
  readonly #inner: Remote;

  constructor(inner: Remote) {
    this.#inner = inner;
  }

  get endpoint(): string {
    return 'mine';
  }
  list(...args: Parameters<Remote['list']>) {
    return this.#inner.list(...args);
  }
  query(...args: Parameters<Remote['query']>) {
    return this.#inner.query(...args);
  }
  create(...args: Parameters<Remote['create']>) {
    return this.#inner.create(...args);
  }
  update(...args: Parameters<Remote['update']>) {
    return this.#inner.update(...args);
  }
  delete(...args: Parameters<Remote['delete']>) {
    return this.#inner.delete(...args);
  }
}

it('takes an account that is an instance of a class', async () => {
  const { machine, emulator, checked } = await open();
  const { remote: inner } = await openAccount(checked.config, { emulator }, machine);
  const account = await openAccount(checked.config, { remote: new OwnRemote(inner) }, machine);
  expect(account.account.endpoint).toBe('mine');
  const options = { ...byTheCaller, machine, publish: false };
  const { result } = await apply(await plan(checked, account), { checked, account }, options);
  expect(result.converged).toBe(true);
  expect(await emulator.account()).toHaveLength(3);
});

it('takes a transport that says how far a request has come when it fails', async () => {
  const { machine, emulator, checked } = await open();
  let failures = 1;
  const transport: typeof emulator.transport = async (request) => {
    if (failures-- > 0) throw new TransportFailure('connect', 'ECONNREFUSED');
    return emulator.transport(request);
  };
  const account = await openAccount(checked.config, { emulator: { transport } }, machine);
  expect((await plan(checked, account)).steps).toHaveLength(3);
});

it('gives a silent account in the same process up', async () => {
  const { machine, emulator, checked } = await open();
  emulator.change({ faults: [{ kind: 'hang', action: 'list', skip: 0, count: 1 }] });
  const account = await openAccount(checked.config, { emulator, timeout: 50 }, machine);
  expect((await plan(checked, account)).steps).toHaveLength(3);
  expect(emulator.requests.filter(({ action }) => action === 'list')).toHaveLength(2);
});

it('locks an account that another process may have too', async () => {
  const { cwd, machine, checked } = await open();
  const emulator = createEmulator({ file: `${cwd}/account.json`, clock: machine.clock });
  expect((await openAccount(checked.config, { emulator }, machine)).isPrivate).toBe(false);
  expect((await openAccount(checked.config, { emulator: createEmulator() }, machine)).isPrivate).toBe(true);
});

describe('a value that cannot be used', () => {
  const usage = { code: 'usage' };

  it.each([
    { parallelism: 0 },
    { parallelism: Number.NaN },
    { timeout: 0 },
    { timeout: Number.POSITIVE_INFINITY },
  ])('is refused when the account is opened: %j', async (options) => {
    const { machine, emulator, checked } = await open();
    await expect(openAccount(checked.config, { emulator, ...options }, machine)).rejects.toMatchObject(usage);
  });

  it.each([{ rate: 0 }, { rate: -1 }, { timeout: Number.POSITIVE_INFINITY }])(
    'is refused when the vendor is: %j',
    async (options) => {
      const { machine } = await open();
      const opened = openRemote({ region: 'beijing', api_key: 'any' }, options, machine);
      await expect(opened).rejects.toMatchObject(usage);
    },
  );

  it('is a key that is none', async () => {
    const { machine } = await open();
    const api_key = (() => undefined) as unknown as () => string;
    const opened = openRemote({ region: 'beijing', api_key }, {}, machine);
    await expect(opened).rejects.toMatchObject({ code: 'key-missing' });
  });

  it('is an allowance that lifts nothing', async () => {
    const { machine, emulator, checked } = await open();
    const account = await openAccount(checked.config, { emulator }, machine);
    const planned = plan(checked, account, { allow: ['max-delete'] });
    await expect(planned).rejects.toMatchObject({ ...usage, message: 'max-delete is not an allowance' });
  });

  it('is nothing where it is undefined: the default holds', async () => {
    const { machine, checked } = await open();
    const switches = { deploy_ms: undefined, quota: undefined } as unknown as object;
    const emulator = createEmulator({ switches, clock: machine.clock });
    const account = await openAccount(checked.config, { emulator }, machine);
    const shaping = { retire: undefined } as unknown as object;
    const fresh = await plan(checked, account, { shaping });
    const options = { ...byTheCaller, machine, publish: false };
    expect((await apply(fresh, { checked, account }, options)).result.converged).toBe(true);
  });
});

it('leaves an endpoint of the configuration alone where another is given', async () => {
  const text = config({ medical: ['alpha'] }).replace(
    'region: singapore',
    'region: singapore, endpoint: "https://gateway.corp.example/api/v1"',
  );
  expect(text).toContain('gateway');
  const cwd = await temporaryFolder();
  await writeInto(cwd, 'vocab.config.yaml', text);
  const rulesOf = async (endpoint?: string) =>
    (await check({ cwd, endpoint })).diagnostics.map(({ rule }) => rule);
  expect(await rulesOf()).toEqual(['endpoint-untrusted']);
  expect(await rulesOf('http://127.0.0.1:1')).toEqual([]);
});

describe('an approval', () => {
  const project = async (text?: string) => {
    const { machine, emulator, checked } = await open(text);
    const account = await openAccount(checked.config, { emulator }, machine);
    return { machine, emulator, checked, account, fresh: await plan(checked, account) };
  };

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['another text', 'yes'],
    ['a flag', true],
    ['an empty object', {}],
    ['a variable that is not set', { digest: undefined }],
    ['an empty text', { digest: '' }],
    ['another name', { expectDigest: 'vs2:1' }],
    ['a file that was not read', { file: undefined }],
    ['the name of a file', { file: 'plan.json' }],
    ['a file with nothing in it', { file: {} }],
    ['a file, and a variable that is not set', { digest: null, file: {} }],
    ['an array', []],
    ['a function', () => 'by-the-caller'],
  ])('that does not say what was approved approves nothing: %s', async (_, approval) => {
    const { machine, emulator, checked, account, fresh } = await project();
    const applied = apply(fresh, { checked, account }, { approval: approval as never, machine });
    await expect(applied).rejects.toMatchObject({ name: 'VocabError', code: 'usage' });
    expect(await emulator.account()).toEqual([]);
  });

  it('that says it twice counts twice', async () => {
    const { machine, emulator, checked, account, fresh } = await project();
    const file = {
      ...fresh,
      shaping: { retire: false, delete_first: false },
      changes: fresh.changes.map((change) => ({ ...change, action: 'create' as const })),
    };
    const approval = { file, digest: 'vs2:another' };
    const applied = apply(fresh, { checked, account }, { approval, machine });
    await expect(applied).rejects.toMatchObject({ code: 'plan-stale' });
    expect(await emulator.account()).toEqual([]);
    const both = { file, digest: fresh.digest };
    const { result } = await apply(fresh, { checked, account }, { approval: both, machine, publish: false });
    expect(result.converged).toBe(true);
  });

  it('of one account is carried out on no other', async () => {
    const { machine, checked, fresh } = await project();
    const other = createEmulator({ clock: machine.clock });
    const { account: own } = checked.config;
    const elsewhere = { ...checked.config, account: { ...own, workspace: 'llm-2' } };
    const account = await openAccount(elsewhere, { emulator: other }, machine);
    for (const approval of ['by-the-caller', { digest: fresh.digest }] as const) {
      const applied = apply(fresh, { checked, account }, { approval, machine });
      await expect(applied).rejects.toMatchObject({
        code: 'usage',
        message: expect.stringMatching(/^the plan was made for .*, and is to be carried out on .*llm-2/),
      });
    }
    expect(await other.account()).toEqual([]);
  });
});

describe('an asynchronous listener that fails', () => {
  it('is a warning of the process, as any other', async () => {
    const { machine, emulator, checked } = await open();
    const fail = (): void => Promise.reject(new Error('mine, later')) as unknown as undefined;
    const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => {});
    const account = await openAccount(checked.config, { emulator, onRead: fail }, machine);
    const fresh = await plan(checked, account);
    const options = { ...byTheCaller, machine, onEvent: fail, publish: false };
    const { result } = await apply(fresh, { checked, account }, options);
    expect(result.converged).toBe(true);
    expect(warned).toHaveBeenCalledWith(expect.objectContaining({ message: 'mine, later' }));
    warned.mockRestore();
  });
});

describe('what cannot be used', () => {
  it.each<[string, object]>([
    ['wait', { wait: Number.NaN }],
    ['wait', { wait: '60s' }],
    ['wait', { wait: -1 }],
    ['waitSlot', { waitSlot: Number.NaN }],
    ['waitSlot', { waitSlot: '2m' }],
    ['allow', { allow: 'max-deletes' }],
  ])('is refused before anything is written: %s', async (name, given) => {
    const { machine, emulator, checked } = await open();
    const account = await openAccount(checked.config, { emulator }, machine);
    const fresh = await plan(checked, account);
    const applied = apply(fresh, { checked, account }, { ...byTheCaller, machine, ...given });
    await expect(applied).rejects.toMatchObject({ code: 'usage', message: expect.stringContaining(name) });
    expect(await emulator.account()).toEqual([]);
  });

  it('is a region or a form that there is none of', async () => {
    const region = 'mars' as 'beijing';
    await expect(openRemote({ region, api_key: 'x' })).rejects.toMatchObject({
      code: 'usage',
      message: 'region must be one of singapore, beijing, not mars',
    });
    const { checked } = await open();
    await expect(draw('pdf' as 'json', sayCheck(checked))).rejects.toMatchObject({ code: 'usage' });
  });

  it('is no switch of the emulator that is undefined: it stays as it was', async () => {
    const { machine } = await open();
    const { transport, change } = createEmulator({ clock: machine.clock, switches: { refuse_keys: true } });
    change({ refuse_keys: undefined } as never);
    const remote = openAccount((await open()).checked.config, { emulator: { transport } }, machine);
    await expect((await remote).remote.list({ page_index: 0, page_size: 1 })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
  });
});

it('one signal for an account of many lists is no leak that Node warns of', async () => {
  const sixteen = (...words: string[]) =>
    config(
      Object.fromEntries('abcdefghijklmnop'.split('').map((letter) => [letter.repeat(3), words])),
    ).replace('region: singapore', 'region: singapore, list_quota: 16');
  const { cwd, machine, emulator, checked } = await open(sixteen('alpha'));
  emulator.change({ quota: 16 });
  const { signal } = new AbortController();
  const account = await openAccount(checked.config, { emulator, signal, parallelism: 16 }, machine);
  const warned = vi.fn<(warning: Error) => void>();
  process.on('warning', warned);
  const options = { ...byTheCaller, machine, publish: false };
  try {
    await apply(await plan(checked, account), { checked, account }, options);
    await writeInto(cwd, 'vocab.config.yaml', sixteen('alpha', 'beta'));
    const changed = requireUsable(await check({}, machine));
    const { result } = await apply(await plan(changed, account), { checked: changed, account }, options);
    expect(result.steps.map(({ status }) => status)).toEqual(Array(16).fill('done'));
    // Node warns a turn of the loop later.
    await new Promise(setImmediate);
  } finally {
    process.off('warning', warned);
  }
  expect(warned).not.toHaveBeenCalled();
});
