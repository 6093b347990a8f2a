import { describe, expect, it } from 'vitest';
import { VocabError } from '../../../src/model/errors.js';
import { idOf } from '../../support/build.js';
import { createScreen, type Screen } from '../../support/screen.js';
import { config } from '../../support/world.js';
import { openRepository, type Repository } from '../repository.js';

const lists = { medical: ['alpha'], reports: ['beta'], support: ['gamma'] };
const text = config(lists);
const files = { 'vocab.config.yaml': text };

/** A folder, an account that takes its time, and a terminal of some width. */
async function onTerminal(
  switches: Parameters<typeof openRepository>[1] = {},
  columns = 80,
): Promise<Repository & { readonly screen: Screen }> {
  const repository = await openRepository(files, { latency_ms: 700, ...switches });
  const screen = createScreen(repository.clock, columns);
  return { ...repository, screen };
}

/** The texts that stood in the lines at the foot of the screen, each once. */
function seen({ frames }: Screen, pattern: RegExp): string[] {
  return [...new Set(frames.flatMap((frame) => frame.split('\n').filter((line) => pattern.test(line))))];
}

/** By what a terminal is told to do something else than to write. */
const escape = '\u001b';

describe('while an account is read', () => {
  it.each(['plan', 'drift', 'apply --yes', 'restore backup --yes'])(
    '%s says on a terminal how far it has come, and leaves nothing of it there',
    async (command) => {
      const { vocabsync, screen, write } = await onTerminal();
      await vocabsync('apply --yes');
      await write('backup/x.yaml', backup);
      const { stdout } = await vocabsync(`${command} --color never`, { screen });
      expect(seen(screen, /^reading/)).toEqual(
        expect.arrayContaining(['reading the account', expect.stringMatching(/^reading [012]\/3 lists/)]),
      );
      expect(screen.text()).toBe(stdout);
      expect(screen.timers()).toBe(0);
    },
  );

  it('counts the seconds, and the lists of others besides', async () => {
    const { vocabsync, screen, emulator } = await onTerminal({ latency_ms: 1500 });
    await vocabsync('apply --yes');
    await emulator.seed([{ prefix: 'zzz', target_model: 'fun-asr', vocabulary: [{ text: 'a', weight: 4 }] }]);
    await vocabsync('plan', { screen });
    expect(seen(screen, /^reading \d/)).toContain('reading 0/3 lists (the account holds 4)  3 s');
  });

  it('says nothing where the account answers at once', async () => {
    const { vocabsync, screen } = await onTerminal({ latency_ms: 250 });
    const { stdout, stderr } = await vocabsync('plan --color never', { screen });
    expect([stderr, screen.text()]).toEqual(['', stdout]);
  });

  it('says why a request is sent again, and when', async () => {
    const faults = [{ kind: 'throttle', action: 'list', skip: 0, count: 1 }] as const;
    const { vocabsync, screen } = await onTerminal({ faults, retry_after_seconds: 3 });
    expect((await vocabsync('plan', { screen })).code).toBe(0);
    expect(seen(screen, /trying again/)).toEqual(
      expect.arrayContaining([
        'the service answered 429 Throttling.RateQuota  trying again in 3 s',
        'the service answered 429 Throttling.RateQuota  trying again in 1 s',
      ]),
    );
  });

  it('takes its lines away before it says why it failed', async () => {
    const { vocabsync, screen, emulator } = await onTerminal();
    emulator.change({ faults: [{ kind: 'refuse', action: 'list', skip: 0, count: 99 }] });
    const { code, stderr } = await vocabsync('plan --color never', { screen });
    expect(code).toBe(8);
    expect(screen.text()).toBe(stderr.slice(stderr.indexOf('error[unavailable]')));
    expect(screen.timers()).toBe(0);
  });

  it('takes them away when it is interrupted', async () => {
    const { vocabsync, screen, clock } = await onTerminal({ latency_ms: 2000 });
    const interruption = new AbortController();
    const stop = clock.every(1000, () => interruption.abort(new VocabError('interrupted', 'interrupted')));
    const { code } = await vocabsync('plan --color never', { screen, interruption: interruption.signal });
    stop();
    expect(seen(screen, /^reading/)[0]).toBe('reading the account');
    expect([code, screen.text()]).toEqual([130, 'error[interrupted]: interrupted\n']);
  });
});

describe('while a plan is carried out', () => {
  it('has a line for each step, with how long its list is waited for', async () => {
    const { vocabsync, screen } = await onTerminal({ latency_ms: 300, deploy_ms: 15_000 });
    const { code, stdout, stderr } = await vocabsync('apply --yes --color never', { screen });
    expect(code).toBe(0);
    const headings = seen(screen, /^applying/);
    expect([headings[0], headings.at(-1)]).toEqual([
      'applying, 0 of 3 steps done',
      'applying, 3 of 3 steps done',
    ]);
    const medical = seen(screen, /^\+ create medical@fun-asr {2}/);
    expect(medical).toEqual(expect.arrayContaining(['+ create medical@fun-asr  waiting for OK 12 s']));
    expect(seen(screen, /turn$/)).toContain('+ create support@fun-asr  waiting for its turn');
    expect(screen.text()).toBe(stdout);
    expect(stderr).toContain(escape);
  });

  it('says until when by the clock on the wall an update waits for the vendor’s five minutes', async () => {
    const { vocabsync, screen, write, clock, emulator } = await onTerminal({ latency_ms: 0 });
    await write('vocab.config.yaml', guarded('5m', 'alpha'));
    await vocabsync('apply --yes');
    clock.advance(60_000);
    await write('vocab.config.yaml', guarded('5m', 'beta'));
    await vocabsync('apply --yes');
    await write('vocab.config.yaml', guarded('5m', 'omega'));
    const [list] = await emulator.account();
    const until = new Date(Math.ceil(((list?.modified_at ?? 0) + 300_000) / 60_000) * 60_000);
    const time = `${two(until.getHours())}:${two(until.getMinutes())}`;
    await vocabsync('apply --yes --color never', { screen });
    const waits = seen(screen, /waiting until/);
    expect(waits[0]).toMatch(
      new RegExp(`^~ update medica…  waiting until ${time} for the vendor’s five minutes, [45]:\\d\\d left$`),
    );
    expect(waits.length).toBeGreaterThan(200);
    expect(left(waits.at(-1))).toMatch(/^0:\d\d$/);
  });

  it('says so where the pause is not the vendor’s', async () => {
    const { vocabsync, screen, write } = await onTerminal({ latency_ms: 0 });
    for (const word of ['alpha', 'beta', 'omega']) {
      await write('vocab.config.yaml', guarded('90s', word));
      await vocabsync('apply --yes --color never', word === 'omega' ? { screen } : {});
    }
    expect(seen(screen, /waiting until/)[0]).toContain(' for guards.update_interval, 1:');
  });

  it('tells the one who interrupts it what it does now', async () => {
    const { vocabsync, screen, clock } = await onTerminal({ deploy_ms: 8000 });
    const interruption = new AbortController();
    const stop = clock.every(5000, () => interruption.abort(new VocabError('interrupted', 'interrupted')));
    await vocabsync('apply --yes --parallelism 1', { screen, interruption: interruption.signal });
    stop();
    expect(seen(screen, /^stopping/)[0]).toBe(
      'stopping, 0 of 3 steps done: what is under way comes to its end (Ctrl-C ends…',
    );
  });

  it('says how long a slot is waited for, before the plan and in it', async () => {
    const { vocabsync, screen, emulator, write } = await onTerminal({ quota: 3 });
    await emulator.seed([
      {
        prefix: 'zzz',
        vocabulary_id: idOf('zzz', 1),
        target_model: 'fun-asr',
        vocabulary: [{ text: 'a', weight: 4 }],
      },
    ]);
    expect((await vocabsync('apply --yes --wait-slot 20s', { screen })).code).toBe(6);
    expect(seen(screen, /waiting for a slot, \d+ s left/).length).toBeGreaterThan(5);
    await write('vocab.config.yaml', text.replace('singapore', 'singapore, list_quota: 3'));
    const { code } = await vocabsync('apply --yes --wait-slot 20s', { screen });
    expect(code).toBe(4);
    expect(seen(screen, /^no slot is free: 3 of 3 taken/).length).toBeGreaterThan(10);
    expect(screen.text()).not.toMatch(/^no slot is free:/m);
  });

  it('says how long lists of an earlier run are waited for, and nothing of steps that there are none of', async () => {
    const { vocabsync, screen } = await onTerminal({ deploy_ms: 100_000 });
    expect((await vocabsync('apply --yes --wait 1s')).code).toBe(6);
    const { code, stdout } = await vocabsync('apply --yes --wait 3m --color never', { screen });
    expect(code).toBe(0);
    expect(seen(screen, /earlier run/)).toContain(
      'waiting for 3 lists of an earlier run to be OK  8 s (--wait)',
    );
    expect(seen(screen, /applying/)).toEqual([]);
    expect(screen.text()).toBe(stdout);
  });

  it('says with --verbose besides, to stay, what began and what came of it', async () => {
    const { vocabsync, screen } = await onTerminal({ deploy_ms: 5000 });
    await vocabsync('apply --yes --verbose --color never', { screen });
    expect(screen.text()).toContain('1  create medical@fun-asr …\n');
    expect(screen.text()).toContain('1  create medical@fun-asr: done\n');
    expect(seen(screen, /^applying/)).toContain('applying, 0 of 3 steps done');
    expect(screen.text()).not.toContain('applying');
  });
});

describe('the lines', () => {
  it.each([20, 40, 79, 80, 200])('fit into a terminal of %i columns', async (columns) => {
    const { vocabsync, screen, write } = await onTerminal({ deploy_ms: 5000 }, columns);
    await write('vocab.config.yaml', config({ ...lists, vocabularywithquitealongname: ['delta'] }));
    await vocabsync('apply --yes --color never', { screen });
    const live = seen(screen, /^(?:reading|applying|\+ create .* (?:waiting|\d+ s|…))/);
    expect(live.length).toBeGreaterThan(5);
    for (const line of live.filter((one) => !one.includes('prefix')))
      expect(line.length).toBeLessThan(columns);
  });

  it.each([
    ['narrower', 80, 30],
    ['wider', 40, 120],
  ])('are taken away whole from a terminal that was made %s', async (_, before, after) => {
    const { vocabsync, screen, clock } = await onTerminal({ deploy_ms: 15_000 }, before);
    const stop = clock.every(8000, () => screen.resize(after));
    const { stdout } = await vocabsync('apply --yes --color never', { screen });
    stop();
    expect(seen(screen, /^applying/).length).toBeGreaterThan(2);
    expect(screen.text()).toBe(stdout);
  });

  it('leave room for themselves on a terminal of few rows', async () => {
    const { vocabsync, screen } = await onTerminal({ deploy_ms: 5000 });
    screen.resize(80, 5);
    const { stdout } = await vocabsync('apply --yes --color never', { screen });
    expect(seen(screen, /more$/)).toContain('… and 2 more');
    expect(screen.text()).toBe(stdout);
  });

  it('are without colour where nobody wants any, and are there all the same', async () => {
    const { vocabsync, screen } = await onTerminal({ deploy_ms: 2000 });
    const { stderr } = await vocabsync('apply --yes', { screen, env: { NO_COLOR: '1' } });
    expect(stderr).toContain('applying');
    expect(stderr).not.toMatch(/\u001b\[\d*m/);
  });

  it('are away when somebody is asked', async () => {
    const { vocabsync, screen } = await onTerminal();
    let asked = '';
    const answer = () => {
      asked = screen.text();
      return 'no';
    };
    await vocabsync('apply --color never', { screen, answer });
    expect(asked).toMatch(/Plan: 3 to create\n[^]*\nApply these changes\? Type yes to go on: $/);
    expect(asked).not.toContain('reading');
  });

  it.each([
    ['a dumb terminal', { TERM: 'dumb' }],
    ['a CI system', { CI: 'true' }],
  ])('are plain ones on %s', async (_, env) => {
    const { vocabsync, screen } = await onTerminal({ deploy_ms: 5000 });
    const { stderr } = await vocabsync('apply --yes --color never', { screen, env });
    expect(stderr).not.toContain(escape);
    expect(stderr).toContain('1  create medical@fun-asr …\n');
  });

  it('are not there with --quiet', async () => {
    const { vocabsync, screen } = await onTerminal({ deploy_ms: 5000 });
    expect((await vocabsync('apply --yes --quiet', { screen })).stderr).toBe('');
  });

  it('do not get into a result that goes elsewhere', async () => {
    const { vocabsync, screen } = await onTerminal();
    const { stdout } = await vocabsync('plan --format json', { screen });
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'plan' });
    expect(seen(screen, /^reading/).length).toBeGreaterThan(0);
  });
});

const backup =
  'vocabulary_id: [vocab-acmeold-1]\nprefix: acmeold\ntarget_model: fun-asr\nhotwords: [{ text: a, weight: 4 }]\n';

const guarded = (interval: string, word: string) =>
  config({ medical: [word] }, `guards: { update_interval: ${interval} }\n`);

function left(line = ''): string {
  return /(\d+:\d\d) left/.exec(line)?.[1] ?? '';
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}
