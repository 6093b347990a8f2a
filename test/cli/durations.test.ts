import { expect, it } from 'vitest';
import { idOf } from '../support/build.js';
import { config } from '../support/world.js';
import { openRepository } from './repository.js';

const guarded = (interval: string) =>
  config({ medical: ['alpha', 'beta'] }, `guards: { update_interval: ${interval} }\n`);

it.each(['700h', '577h', '5', '-1s', '99999999h', '5d', '"5"', '1e9s'])(
  'refuses the update_interval %s with its place and the bound',
  async (interval) => {
    const { vocabsync, emulator } = await openRepository({ 'vocab.config.yaml': guarded(interval) });
    for (const args of ['validate', 'plan', 'apply --yes']) {
      const { code, stdout, stderr } = await vocabsync(args);
      expect(code).toBe(3);
      expect(stdout + stderr).toContain('vocab.config.yaml:6:28');
      expect(stdout + stderr).toContain('a duration such as 90s, 5m or 1h, of at most 24 days');
    }
    expect(emulator.requests).toEqual([]);
  },
);

it.each([
  ['500h', '20 d 20 h', 500 * 3_600_000],
  ['1.5h', '1 h 30 min', 5_400_000],
])('lets an update wait as long as %s', async (interval, shown, ms) => {
  const { vocabsync, emulator, clock } = await openRepository({ 'vocab.config.yaml': guarded(interval) });
  const now = clock.now();
  const list = { prefix: 'acmemed', target_model: 'fun-asr', vocabulary: [{ text: 'alpha', weight: 4 }] };
  await emulator.seed([
    { ...list, vocabulary_id: idOf('acmemed', 1), created_at: now - 60_000, modified_at: now },
  ]);
  expect((await vocabsync('plan')).stdout).toContain(`(in ${shown}`);
  const { code, stderr } = await vocabsync('apply --yes');
  expect([code, stderr]).toEqual([0, expect.stringContaining(`waiting ${shown}`)]);
  expect(clock.now() - now).toBeGreaterThanOrEqual(ms);
});

it.each([
  '--timeout 25d',
  '--timeout 577h',
  '--timeout 0s',
  '--deadline 99999999999h',
  '--wait 577h',
  '--parallelism 0',
  '--parallelism 1e3',
  '--rate 0',
])('refuses the option %s', async (option) => {
  const { vocabsync, emulator } = await openRepository({ 'vocab.config.yaml': guarded('5m') });
  const { code, stderr } = await vocabsync(`apply --yes ${option}`);
  expect([code, stderr]).toEqual([3, expect.stringMatching(/must be|is not a/)]);
  expect(emulator.requests).toEqual([]);
});
