import { expect, it } from 'vitest';
import type { EmulatorSwitches } from '../../src/emulator/switches.js';
import { openRepository } from './repository.js';

/** Eight lists: more than a page where pages are capped, prefixes that begin alike, and words with every field. */
function configOf(words: readonly string[]): string {
  const hotwords = words.map(
    (text, index) =>
      `{ text: ${text}, weight: ${(index % 5) + 1}, ${index % 2 === 0 ? 'lang: zh, ' : ''}extra: { note: n${index} } }`,
  );
  const vocabularies = Array.from(
    { length: 8 },
    (_, index) =>
      `  - { name: list${index}, prefix: acme${'x'.repeat(index % 4)}${index}, hotwords: [${hotwords.join(', ')}, plain] }\n`,
  );
  return `version: 1
account: { region: singapore, list_quota: 20 }
namespace: acme
prune: true
defaults: { target_model: fun-asr }
vocabularies:
${vocabularies.join('')}`;
}

const behaviours: Readonly<Record<string, Partial<EmulatorSwitches>>> = {
  'as documented': {},
  'prefixes that match exactly': { prefix_match: 'exact' },
  'prefixes that match by their start': { prefix_match: 'starts-with' },
  'the newest list first': { order: 'newest' },
  'the oldest list first': { order: 'oldest' },
  'lists by id': { order: 'id' },
  'lists in no order': { order: 'shuffled' },
  'pages capped at one, counted as given': { page_cap: 1, page_cap_offset: 'capped' },
  'pages capped at one, counted as asked': { page_cap: 1, page_cap_offset: 'requested' },
  'pages capped at five, counted as given': { page_cap: 5, page_cap_offset: 'capped' },
  'pages capped at five, counted as asked': { page_cap: 5, page_cap_offset: 'requested' },
  'pages capped at as many as there are': { page_cap: 8, page_cap_offset: 'requested' },
  'lang as it was sent': { lang_echo: 'as-sent' },
  'lang null': { lang_echo: 'null' },
  'lang empty': { lang_echo: 'empty' },
  'lang missing': { lang_echo: 'missing' },
  'weights as numbers': { weight_echo: 'number' },
  'weights as strings': { weight_echo: 'string' },
  'the text first': { field_order: 'text-first' },
  'the fields reversed': { field_order: 'reversed' },
  'times of Beijing': { time_zone_minutes: 480 },
  'times of Greenwich': { time_zone_minutes: 0 },
  'times of New York': { time_zone_minutes: -300 },
  'times of Kathmandu': { time_zone_minutes: 345 },
  'lists that take a while to be OK': { deploy_ms: 20_000 },
  'other words for what is not OK': { deploy_ms: 20_000, pending_status: 'DEPLOYING' },
  'a limit of ten requests a second': { rate_per_second: 10, retry_after_seconds: 1 },
  'everything awkward at once': {
    prefix_match: 'starts-with',
    order: 'shuffled',
    page_cap: 5,
    page_cap_offset: 'requested',
    lang_echo: 'empty',
    weight_echo: 'string',
    field_order: 'reversed',
    time_zone_minutes: -300,
    deploy_ms: 3000,
  },
};

it.each(Object.entries(behaviours))('converges on an account with %s', async (_, switches) => {
  const { vocabsync, write, emulator } = await openRepository(
    { 'vocab.config.yaml': configOf(['心房颤动', 'beta', 'gamma']) },
    { quota: 20, ...switches },
  );
  expect(await ending(vocabsync('apply --yes --quiet'))).toEqual({ code: 0, error: '' });
  expect(await ending(vocabsync('plan --detailed-exitcode'))).toEqual({ code: 0, error: '' });
  await write('vocab.config.yaml', configOf(['心房颤动', 'beta', 'omega']));
  expect(await ending(vocabsync('plan --detailed-exitcode'))).toEqual({ code: 2, error: '' });
  expect(await ending(vocabsync('apply --yes --quiet'))).toEqual({ code: 0, error: '' });
  expect(await ending(vocabsync('plan --detailed-exitcode'))).toEqual({ code: 0, error: '' });
  expect(await emulator.account()).toHaveLength(8);
});

async function ending(run: Promise<{ code: number; stderr: string }>) {
  const { code, stderr } = await run;
  return { code, error: stderr };
}
