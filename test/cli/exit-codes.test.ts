import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SeedList } from '../../src/emulator/emulator.js';
import { VocabError } from '../../src/model/errors.js';
import { config } from '../support/world.js';
import { answeringWith } from './answering-with.js';
import { openRepository } from './repository.js';

const medical = { 'vocab.config.yaml': config({ medical: ['alpha', 'beta'] }) };

describe('validate', () => {
  it('ends with 0 for a configuration that is right, and asks nobody', async () => {
    const { vocabsync, emulator } = await openRepository(medical);
    const { code, stdout } = await vocabsync('validate');
    expect(stdout).toBe('Valid: 1 list with 2 hotwords\n');
    expect(code).toBe(0);
    expect(emulator.requests).toEqual([]);
  });

  it('ends with 3 for one that is wrong, with what it found on stdout', async () => {
    const { vocabsync } = await openRepository({ 'vocab.config.yaml': config({ medical: [] }) });
    const { code, stdout, stderr } = await vocabsync('validate');
    expect(stdout).toMatch(/^error\[[a-z-]+\]: .*\n {2}--> vocab\.config\.yaml:\d+:\d+\n/);
    expect(stderr).toBe('');
    expect(code).toBe(3);
  });
});

describe('plan', () => {
  it('ends with 0 for changes, with 2 under --detailed-exitcode, and changes nothing', async () => {
    const { vocabsync, writes } = await openRepository(medical);
    expect((await vocabsync('plan')).code).toBe(0);
    expect((await vocabsync('plan --detailed-exitcode')).code).toBe(2);
    expect(writes()).toEqual([]);
  });

  it('ends with 0 under --detailed-exitcode when there are none', async () => {
    const { vocabsync } = await openRepository(medical);
    await vocabsync('apply --yes');
    expect((await vocabsync('plan --detailed-exitcode')).code).toBe(0);
  });

  it('ends with 4 when a rival holds the place of a list', async () => {
    const { vocabsync, emulator } = await openRepository(medical);
    await emulator.seed([list('acmemed', 'one'), list('acmemed', 'two')]);
    const { code, stdout } = await vocabsync('plan --detailed-exitcode');
    expect(stdout).toContain('blocked[rival]');
    expect(code).toBe(4);
  });

  it('ends with 4 when there is no slot for a new list', async () => {
    const { vocabsync, emulator } = await openRepository(medical);
    await emulator.seed(Array.from({ length: 10 }, (_, index) => list(`zzz${index}`, 'unmanaged')));
    const { code, stdout } = await vocabsync('plan');
    expect(stdout).toContain('blocked[no-slot]');
    expect(code).toBe(4);
  });
});

describe('apply', () => {
  it('does nothing the second time', async () => {
    const { vocabsync, writes } = await openRepository(medical);
    expect((await vocabsync('apply --yes')).code).toBe(0);
    expect((await vocabsync('apply --yes')).code).toBe(0);
    expect(writes()).toEqual(['create']);
  });

  it('ends with 5, and leaves the list alone, when it was changed while the question stood', async () => {
    const { vocabsync, write, emulator } = await openRepository(medical);
    await vocabsync('apply --yes');
    await write('vocab.config.yaml', config({ medical: ['alpha', 'beta', 'delta'] }));
    await write('other/vocab.config.yaml', config({ medical: ['omega', 'beta', 'alpha'] }));
    const { code, stdout } = await vocabsync('apply --color never', {
      terminal: true,
      answer: async () => {
        await vocabsync('apply --yes -c other/vocab.config.yaml');
        return 'yes';
      },
    });
    expect(stdout).toContain('error[conflict]');
    expect(code).toBe(5);
    expect((await emulator.account())[0]?.vocabulary).toHaveLength(3);
  });

  it('waits for what an earlier apply has written, and writes the files that waited for it', async () => {
    const published = {
      'vocab.config.yaml': config({ medical: ['alpha'] }, 'outputs: [{ path: ids.json, format: json }]\n'),
    };
    const { vocabsync, directory, writes } = await openRepository(published, { deploy_ms: 60_000 });
    const first = await vocabsync('apply --yes --wait 1s');
    expect([first.code, existsSync(join(directory, 'ids.json'))]).toEqual([6, false]);
    expect(first.stdout).toContain('run the same command again in a few minutes, or with a longer `--wait`');
    const short = await vocabsync('apply --yes --wait 1s');
    expect([short.code, existsSync(join(directory, 'ids.json'))]).toEqual([6, false]);
    const { code, stdout } = await vocabsync('apply --yes --wait 90s');
    expect([code, existsSync(join(directory, 'ids.json'))]).toEqual([0, true]);
    expect(stdout).toContain('The account is as the configuration wants it.');
    expect(writes()).toEqual(['create']);
  });

  it('waits for it also where it has something else to write, and once for what it has written itself', async () => {
    const one = config({ medical: ['alpha'] });
    const { vocabsync, write, writes, clock, emulator } = await openRepository(
      { 'vocab.config.yaml': one },
      { deploy_ms: 60_000 },
    );
    expect((await vocabsync('apply --yes --wait 1s')).code).toBe(6);
    emulator.change({ deploy_ms: 0 });
    await write('vocab.config.yaml', config({ medical: ['alpha'], reports: ['beta'] }));
    expect((await vocabsync('apply --yes --wait 90s')).code).toBe(0);
    expect(writes()).toEqual(['create', 'create']);
    emulator.change({ deploy_ms: 3_600_000 });
    await write('vocab.config.yaml', config({ medical: ['alpha'], reports: ['beta', 'gamma'] }));
    const from = clock.now();
    expect((await vocabsync('apply --yes --wait 90s')).code).toBe(6);
    expect(clock.now() - from).toBeLessThan(120_000);
  });

  it('waits for nothing where a step of its own was refused, and looks but now and then where it waits', async () => {
    const { vocabsync, write, clock, emulator } = await openRepository(medical, { deploy_ms: 3_600_000 });
    expect((await vocabsync('apply --yes --wait 1s')).code).toBe(6);
    await write('vocab.config.yaml', config({ medical: ['alpha', 'beta'], reports: ['gamma'] }));
    emulator.change({ faults: [{ kind: 'throttle', action: 'create', skip: 0, count: 99 }] });
    const from = clock.now();
    expect((await vocabsync('apply --yes --wait 10m')).code).not.toBe(0);
    expect(clock.now() - from).toBeLessThan(60_000);
    await write('vocab.config.yaml', medical['vocab.config.yaml']);
    const asked = emulator.requests.length;
    expect((await vocabsync('apply --yes --wait 10m')).code).toBe(6);
    // A look is three requests at most: not more often than every five seconds.
    expect(emulator.requests.length - asked).toBeLessThanOrEqual(3 * (600 / 5 + 2));
  });

  it('ends with 130 when it is interrupted while it waits for what an earlier apply has written', async () => {
    const { vocabsync, clock } = await openRepository(medical, { deploy_ms: 3_600_000 });
    expect((await vocabsync('apply --yes --wait 1s')).code).toBe(6);
    const end = new AbortController();
    const stopping: typeof clock = {
      ...clock,
      sleep: (ms, signal) => {
        end.abort(new VocabError('interrupted', 'the run was interrupted'));
        return clock.sleep(ms, signal);
      },
    };
    const { code, stdout } = await vocabsync('apply --yes --wait 60s --format json', {
      clock: stopping,
      interruption: end.signal,
    });
    expect(code).toBe(130);
    expect(JSON.parse(stdout)).toMatchObject({ interrupted: true, converged: false });
  });

  it('ends with 6 when a list is written and not OK in time, and again while it is not', async () => {
    const { vocabsync } = await openRepository(medical, { deploy_ms: 3_600_000 });
    const written = await vocabsync('apply --yes --wait 10s');
    expect(written.stdout).toContain('is UNDEPLOYED, not OK: recognition silently ignores it');
    expect(written.code).toBe(6);
    const waiting = await vocabsync('apply --yes');
    expect(waiting.stdout).toContain('medical@fun-asr is UNDEPLOYED, not OK');
    expect(waiting.code).toBe(6);
  });

  it('waits for a list that becomes OK', async () => {
    const { vocabsync } = await openRepository(medical, { deploy_ms: 20_000 });
    expect((await vocabsync('apply --yes')).code).toBe(0);
  });

  it('ends with 6 when one list was written and another was refused', async () => {
    const files = { 'vocab.config.yaml': config({ medical: ['alpha'], sales: ['beta'] }) };
    const faults = [{ kind: 'throttle', action: 'create', skip: 1, count: 99 }] as const;
    const { vocabsync, emulator } = await openRepository(files, { faults });
    const { code, stdout } = await vocabsync('apply --yes --parallelism 1');
    expect(stdout).toContain('Apply: 1 done, 1 failed');
    expect(code).toBe(6);
    expect(await emulator.account()).toHaveLength(1);
  });

  it('ends with 8 when every create was refused, for nothing was written', async () => {
    const faults = [{ kind: 'throttle', action: 'create', skip: 0, count: 99 }] as const;
    const { vocabsync, emulator } = await openRepository(medical, { faults });
    expect((await vocabsync('apply --yes')).code).toBe(8);
    expect(await emulator.account()).toEqual([]);
  });

  it('ends with 6 when the account cannot be read after a write', async () => {
    // The plan and the look before the create list an empty account once each.
    const faults = [{ kind: 'refuse', action: 'list', skip: 2, count: 99 }] as const;
    const { vocabsync, emulator } = await openRepository(medical, { faults });
    const { code, stdout } = await vocabsync('apply --yes');
    expect(stdout).toContain('It could not be read again');
    expect(code).toBe(6);
    expect(await emulator.account()).toHaveLength(1);
  });
});

describe.each(['plan', 'apply --yes'])('%s', (command) => {
  it('ends with 3 for a configuration that is wrong, before anything is sent', async () => {
    const { vocabsync, emulator } = await openRepository({ 'vocab.config.yaml': config({ medical: [] }) });
    const { code, stderr } = await vocabsync(command, { env: { DASHSCOPE_API_KEY: '' } });
    expect(stderr).toContain('error[config-invalid]: the configuration has problems: 1 error\n');
    expect(code).toBe(3);
    expect(emulator.requests).toEqual([]);
  });

  it('ends with 7 without a key, and says how to go on without one', async () => {
    const { vocabsync, emulator } = await openRepository(medical);
    const { code, stderr } = await vocabsync(command, { env: { DASHSCOPE_API_KEY: '' } });
    expect(stderr).toContain(
      'error[key-missing]: the environment variable DASHSCOPE_API_KEY with the API key is not set\n',
    );
    expect(stderr).toContain('`--endpoint emulator`');
    expect(code).toBe(7);
    expect(emulator.requests).toEqual([]);
  });

  it.each([
    [401, 'InvalidApiKey', 7],
    [403, 'Workspace.AccessDenied', 7],
    [400, 'Arrearage', 7],
    [404, 'WorkSpaceNotFound', 3],
    [302, '', 8],
    [503, 'ServiceUnavailable', 8],
    [429, 'Throttling', 8],
    [200, 'SystemError', 8],
  ])('ends with the code for an account that answers %i %s', async (status, code, expected) => {
    const { vocabsync } = await openRepository(medical);
    const server = await answeringWith(() => ({ status, body: JSON.stringify({ code }) }));
    const ended = await vocabsync([...command.split(' '), '--endpoint', server.base_url]);
    expect(ended.code).toBe(expected);
    expect(ended.stdout).toBe('');
  });

  it('names the variable whose key is refused', async () => {
    const { vocabsync } = await openRepository({
      'vocab.config.yaml': config({ medical: ['a'] }).replace(
        'singapore }',
        'singapore, api_key_env: WARD_KEY }',
      ),
    });
    const server = await answeringWith(() => ({ status: 401, body: '{"code":"InvalidApiKey"}' }));
    const { stderr } = await vocabsync([...command.split(' '), '--endpoint', server.base_url], {
      env: { WARD_KEY: 'any' },
    });
    expect(stderr).toContain('hint: check that WARD_KEY holds a valid key, and of the region');
  });

  it('ends with 8, and writes nothing, when the listing fails on its second page', async () => {
    const { vocabsync, emulator, writes } = await openRepository(medical, {
      page_cap: 1,
      faults: [{ kind: 'refuse', action: 'list', skip: 1, count: 99 }],
    });
    await emulator.seed([list('acmemed', 'alpha'), list('zzz', 'unmanaged')]);
    const { code, stderr } = await vocabsync(command);
    expect(stderr).toContain('error[unavailable]: list_vocabulary page 1 failed (HTTP 500, InternalError');
    expect(code).toBe(8);
    expect(writes()).toEqual([]);
  });

  it('ends with 8 when its deadline passes', async () => {
    const faults = [{ kind: 'hang', action: 'list', skip: 0, count: 99 }] as const;
    const { vocabsync } = await openRepository(medical, { faults });
    const { code, stderr } = await vocabsync(`${command} --deadline 50ms`);
    expect(stderr).toContain('error[deadline]: the run took longer than --deadline (0.05 s)');
    expect(code).toBe(8);
  });
});

function list(prefix: string, ...texts: readonly string[]): SeedList {
  return { prefix, target_model: 'fun-asr', vocabulary: texts.map((text) => ({ text, weight: 4 })) };
}
