import { describe, expect, it } from 'vitest';
import { config } from '../../support/world.js';
import { openRepository } from '../repository.js';

const lists = { medical: ['alpha'], reports: ['beta'], support: ['gamma'] };
const files = { 'vocab.config.yaml': config(lists) };

describe('in a log', () => {
  it('nothing is said of what takes seconds', async () => {
    const { vocabsync } = await openRepository(files, { latency_ms: 700, deploy_ms: 15_000 });
    expect(await vocabsync('apply --yes')).toMatchObject({ code: 0, stderr: '' });
  });

  it('a reading that takes long is spoken of twice a minute', async () => {
    const { vocabsync } = await openRepository(files, { latency_ms: 12_000 });
    await vocabsync('apply --yes --wait 10m --quiet');
    const { code, stderr } = await vocabsync('plan --parallelism 1');
    expect(code).toBe(0);
    expect(stderr).toMatch(/^(?:reading [0-3]\/3 lists\n){1,3}$/);
    expect((await vocabsync('plan --parallelism 1 --quiet')).stderr).toBe('');
  });

  it('a list that is not in effect after half a minute is spoken of once a minute', async () => {
    const one = { 'vocab.config.yaml': config({ medical: ['alpha'] }) };
    const { vocabsync } = await openRepository(one, { deploy_ms: 100_000 });
    const { code, stderr } = await vocabsync('apply --yes --wait 3m');
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /^1 {2}create medical@fun-asr: written; waiting for OK, 3\d s so far \(--wait\)\n.* 1 min 3\d s so far \(--wait\)\n$/,
    );
  });

  it('a list of an earlier run that is not in effect after half a minute is spoken of once a minute', async () => {
    const { vocabsync } = await openRepository(files, { deploy_ms: 100_000 });
    expect((await vocabsync('apply --yes --wait 1s')).code).toBe(6);
    const { code, stderr } = await vocabsync('apply --yes --wait 3m');
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /^waiting for 3 lists of an earlier run to be OK, 3\d s so far \(--wait\)\n.* 1 min 3\d s so far \(--wait\)\n$/,
    );
  });

  it('a request that is sent again is spoken of when that is not soon', async () => {
    const faults = [{ kind: 'throttle', action: 'list', skip: 0, count: 1 }] as const;
    const soon = await openRepository(files, { faults, retry_after_seconds: 2 });
    expect((await soon.vocabsync('plan')).stderr).toBe('');
    soon.emulator.change({ faults });
    expect((await soon.vocabsync('plan --verbose')).stderr).toMatch(
      /^the service answered 429 Throttling\.RateQuota; trying again in [23] s\n$/,
    );
    const late = await openRepository(files, { faults, retry_after_seconds: 60 });
    expect((await late.vocabsync('plan')).stderr).toMatch(/; trying again in 1 min \d s\n/);
    late.emulator.change({ faults });
    expect((await late.vocabsync('plan --quiet')).stderr).toBe('');
  });
});
