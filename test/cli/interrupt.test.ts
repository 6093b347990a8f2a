import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { Emulator } from '../../src/emulator/emulator.js';
import { VocabError } from '../../src/model/errors.js';
import type { Clock } from '../../src/model/ports.js';
import { config } from '../support/world.js';
import { openRepository } from './repository.js';

const three = { 'vocab.config.yaml': config({ medical: ['alpha'], reports: ['beta'], support: ['gamma'] }) };

/** What main.ts aborts with at the first signal. */
const reason = new VocabError('interrupted', 'interrupted; once more ends it at once');

/** Plays a Ctrl-C that arrives while the account carries out the nth request of an action. */
function interruptedAt(emulator: Emulator, action: string, nth = 1): AbortSignal {
  const interruption = new AbortController();
  const { handle } = emulator;
  let seen = 0;
  vi.spyOn(emulator, 'handle').mockImplementation(async (request) => {
    if (request.body.includes(`"${action}_vocabulary"`)) seen++;
    if (seen === nth) interruption.abort(reason);
    return handle(request);
  });
  return interruption.signal;
}

/** The same, that arrives while two requests of an action are under way at once. */
function interruptedWithTwo(emulator: Emulator, action: string): AbortSignal {
  const interruption = new AbortController();
  const interrupted = once(interruption.signal, 'abort');
  const { handle } = emulator;
  let underWay = 0;
  vi.spyOn(emulator, 'handle').mockImplementation(async (request) => {
    if (!request.body.includes(`"${action}_vocabulary"`)) return handle(request);
    underWay++;
    if (underWay === 2) interruption.abort(reason);
    await interrupted;
    return handle(request);
  });
  return interruption.signal;
}

describe('an apply that is interrupted', () => {
  it('finishes the step in flight, starts no other, and reports what is left and how to go on', async () => {
    const { vocabsync, emulator, writes, directory } = await openRepository(three);
    const interruption = interruptedAt(emulator, 'create');
    const { code, stdout, stderr } = await vocabsync('apply --yes --parallelism 1', { interruption });
    expect(writes()).toEqual(['create']);
    expect(stdout).toContain('done    + create medical@fun-asr  vocab-acmemed-');
    expect(stdout).toContain('skipped + create reports@fun-asr\n        the run was stopped before\n');
    expect(stdout).toContain('Apply: 1 done, 2 skipped\n');
    expect(stdout).toContain('The run was interrupted; what was under way came to its end.\n');
    expect(stdout).toContain('2 changes left: run `vocabsync plan`, then apply again.\n');
    expect(stderr).toBe('');
    expect(code).toBe(130);
    expect(existsSync(join(directory, '.vocabsync'))).toBe(false);
  });

  it('gives exactly one document with --format json', async () => {
    const { vocabsync, emulator } = await openRepository(three);
    const interruption = interruptedAt(emulator, 'create');
    const { code, stdout } = await vocabsync('apply --yes --parallelism 1 --format json', { interruption });
    expect(JSON.parse(stdout)).toMatchObject({
      kind: 'apply',
      interrupted: true,
      converged: false,
      remaining: { create: 2, no_op: 1 },
      steps: [
        { status: 'done', attempts: 1 },
        { status: 'skipped', attempts: 0, vocabulary_id: null, error: null },
        { status: 'skipped', attempts: 0, vocabulary_id: null, error: null },
      ],
    });
    expect(code).toBe(130);
  });

  it('finishes every step that is in flight', async () => {
    const { vocabsync, emulator, write } = await openRepository(three);
    await vocabsync('apply --yes');
    await write('vocab.config.yaml', config({ medical: ['x'], reports: ['y'], support: ['z'] }));
    const interruption = interruptedWithTwo(emulator, 'update');
    const { code, stdout } = await vocabsync('apply --yes --parallelism 2', { interruption });
    expect(stdout).toContain('Apply: 2 done, 1 skipped\n');
    expect(code).toBe(130);
  });

  it('is completed by the next one, without a list too many', async () => {
    const { vocabsync, emulator } = await openRepository(three);
    await vocabsync('apply --yes --parallelism 1', { interruption: interruptedAt(emulator, 'create', 2) });
    expect((await vocabsync('apply --yes')).code).toBe(0);
    expect(await emulator.account()).toHaveLength(3);
  });

  it('waits for the list in flight to be OK', async () => {
    const { vocabsync, emulator } = await openRepository(three, { deploy_ms: 20_000 });
    const interruption = interruptedAt(emulator, 'create');
    const { stdout } = await vocabsync('apply --yes --parallelism 1 --format json', { interruption });
    expect(JSON.parse(stdout)).toMatchObject({ steps: [{ status: 'done' }, {}, {}] });
  });

  it('sends a lost create no second time without a look, even then', async () => {
    const faults = [{ kind: 'cut-after', action: 'create', skip: 0, count: 1 }] as const;
    const { vocabsync, emulator } = await openRepository(three, { faults });
    const interruption = interruptedAt(emulator, 'create');
    const { code, stdout } = await vocabsync('apply --yes --parallelism 1', { interruption });
    expect(stdout).toContain('Apply: 1 done, 2 skipped\n');
    expect(code).toBe(130);
    expect(await emulator.account()).toHaveLength(1);
  });

  it('keeps what the update in flight overwrites, and deletes nothing after it', async () => {
    const { vocabsync, emulator, write, writes } = await openRepository(three);
    await vocabsync('apply --yes');
    await write('vocab.config.yaml', config({ medical: ['delta'] }));
    const interruption = interruptedAt(emulator, 'update');
    const { code, stdout } = await vocabsync('apply --yes --allow max-deletes', { interruption });
    expect(stdout).toContain('Apply: 1 done, 2 skipped\n');
    expect(stdout).toContain('What was overwritten or deleted is kept: `vocabsync restore .vocabsync');
    expect(code).toBe(130);
    expect(writes().filter((action) => action === 'delete')).toEqual([]);
  });

  it('ends with 0 when the step in flight was the last one', async () => {
    const { vocabsync, emulator } = await openRepository(three);
    const interruption = interruptedAt(emulator, 'create', 3);
    const { code, stdout } = await vocabsync('apply --yes --parallelism 1', { interruption });
    expect(stdout).toContain('Apply: 3 done\nThe account is as the configuration wants it.\n');
    expect(code).toBe(0);
  });

  it('reports even when the account cannot be read any more', async () => {
    const { vocabsync, emulator } = await openRepository(three);
    const interruption = interruptedAt(emulator, 'create');
    interruption.addEventListener('abort', () =>
      emulator.change({ faults: [{ kind: 'refuse', action: 'list', skip: 0, count: 99 }] }),
    );
    const { code, stdout } = await vocabsync('apply --yes --parallelism 1', { interruption });
    expect(stdout).toContain('Apply: 1 done, 2 skipped\n');
    expect(stdout).toContain('It could not be read again: ');
    expect(code).toBe(130);
  });
});

describe('a pause before an update', () => {
  const guarded = (word: string) => config({ medical: [word] }, 'guards: { update_interval: 5m }\n');

  it('ends at once when the run is interrupted, and the update is not sent', async () => {
    const { vocabsync, write, writes, emulator } = await openRepository({
      'vocab.config.yaml': guarded('alpha'),
    });
    await vocabsync('apply --yes');
    await emulator.clock.sleep(1000);
    await write('vocab.config.yaml', guarded('beta'));
    await vocabsync('apply --yes');
    await write('vocab.config.yaml', guarded('gamma'));
    const interruption = new AbortController();
    const pauses: number[] = [];
    const { code, stdout, stderr } = await vocabsync('apply --yes --verbose', {
      clock: interruptedInPause(emulator.clock, interruption, pauses),
      interruption: interruption.signal,
    });
    expect(pauses).toHaveLength(1);
    expect(stderr).toMatch(/update medical@fun-asr: .*\b[45] min/);
    expect(stdout).toContain('skipped ~ update medical@fun-asr');
    expect(stdout).toContain('1 change left: run `vocabsync plan`, then apply again.');
    expect(code).toBe(130);
    expect(writes()).toEqual(['create', 'update']);
  });
});

/** A clock on which a long pause ends with an interruption, or not at all. */
function interruptedInPause(clock: Clock, interruption: AbortController, pauses: number[]): Clock {
  return {
    now: clock.now,
    async sleep(ms, signal) {
      if (ms < 60_000) return clock.sleep(ms, signal);
      pauses.push(ms);
      interruption.abort(reason);
      signal?.throwIfAborted();
      return new Promise(() => {});
    },
  };
}

describe.each(['plan', 'apply --yes', 'restore backup --yes'])('%s', (command) => {
  const files = {
    ...three,
    'backup/x.yaml':
      'vocabulary_id: [vocab-acmeold-1]\nprefix: acmeold\ntarget_model: fun-asr\nhotwords: [{ text: a, weight: 4 }]\n',
  };

  it('that is interrupted while it reads ends with 130 and writes nothing', async () => {
    const { vocabsync, emulator, writes, directory } = await openRepository(files);
    const { code, stdout, stderr } = await vocabsync(command, {
      interruption: interruptedAt(emulator, 'list'),
    });
    expect(stdout).toBe('');
    expect(stderr).toBe('error[interrupted]: interrupted; once more ends it at once\n');
    expect(code).toBe(130);
    expect(writes()).toEqual([]);
    expect(await readdir(directory)).not.toContain('.vocabsync');
  });

  it('that is interrupted before it reads asks nobody', async () => {
    const { vocabsync, emulator } = await openRepository(files);
    const { code, stdout } = await vocabsync(`${command} --format json`, {
      interruption: AbortSignal.abort(reason),
    });
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'interrupted' } });
    expect(code).toBe(130);
    expect(emulator.requests).toEqual([]);
  });
});

it.each([null, 'yes'])('an apply that is interrupted at its question ends with 130: %j', async (answer) => {
  const { vocabsync, writes } = await openRepository(three);
  const interruption = new AbortController();
  const { code, stdout, stderr } = await vocabsync('apply --color never', {
    terminal: true,
    interruption: interruption.signal,
    answer: () => {
      interruption.abort(reason);
      return answer;
    },
  });
  expect(stdout).toContain('Plan: 3 to create\n');
  expect(stderr).toContain('error[interrupted]: interrupted');
  expect(code).toBe(130);
  expect(writes()).toEqual([]);
});
