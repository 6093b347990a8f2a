import { describe, expect, it } from 'vitest';
import { type Account, newList, openAccount, words } from './account.js';

describe('a listing', () => {
  it('shows neither words nor target_model', async () => {
    const account = openAccount();
    const vocabulary_id = await account.create();
    const time = '2026-11-02 08:00:00';
    const row = { vocabulary_id, gmt_create: time, gmt_modified: time, status: 'OK' };
    expect((await account.ask('list')).body.output).toEqual({ vocabulary_list: [row] });
  });

  it('shows ten lists a page unless asked for another size', async () => {
    const account = openAccount({ quota: 20 });
    await createAll(account, letters(12));
    expect(await account.prefixes()).toHaveLength(10);
    expect(await account.prefixes({ page_index: 1 })).toEqual(['b', 'a']);
    expect(await account.prefixes({ page_index: 1, page_size: 5 })).toEqual(['g', 'f', 'e', 'd', 'c']);
    expect(await account.prefixes({ page_size: 50 })).toHaveLength(12);
  });

  it('is empty past the end', async () => {
    const account = openAccount();
    await account.create();
    expect(await account.prefixes({ page_index: 1 })).toEqual([]);
  });

  it.each([
    { page_index: -1 },
    { page_index: 0.5 },
    { page_index: '0' },
    { page_size: 0 },
    { page_size: null },
    { prefix: 7 },
  ])('with %j is refused', async (input) => {
    expect(await openAccount().ask('list', input)).toMatchObject({
      status: 400,
      body: { code: 'InvalidParameter' },
    });
  });

  it.each([
    ['exact', ['med']],
    ['starts-with', ['medical', 'med']],
  ] as const)('filters by prefix: %s', async (prefix_match, expected) => {
    const account = openAccount({ prefix_match });
    await createAll(account, ['med', 'medical', 'xmed']);
    expect(await account.prefixes({ prefix: 'med' })).toEqual(expected);
  });

  it.each([null, ''])('shows all lists for the prefix %j', async (prefix) => {
    const account = openAccount();
    await createAll(account, ['one', 'two']);
    expect(await account.prefixes({ prefix })).toHaveLength(2);
  });

  it('can cap pages and count them by the capped size', async () => {
    const account = openAccount({ page_cap: 2 });
    await createAll(account, letters(5));
    expect(await account.prefixes({ page_index: 0, page_size: 50 })).toEqual(['e', 'd']);
    expect(await account.prefixes({ page_index: 1, page_size: 50 })).toEqual(['c', 'b']);
    expect(await account.prefixes({ page_index: 2, page_size: 50 })).toEqual(['a']);
  });

  it('can cap pages and count them by the requested size, so that lists are out of reach', async () => {
    const account = openAccount({ page_cap: 2, page_cap_offset: 'requested' });
    await createAll(account, letters(5));
    expect(await account.prefixes({ page_index: 0, page_size: 4 })).toEqual(['e', 'd']);
    expect(await account.prefixes({ page_index: 1, page_size: 4 })).toEqual(['a']);
  });
});

describe('the order of a listing', () => {
  it.each([
    ['newest', ['c', 'b', 'a']],
    ['oldest', ['a', 'b', 'c']],
  ] as const)('is %s first, also within one moment', async (order, expected) => {
    const account = openAccount({ order });
    await createAll(account, letters(3));
    expect(await account.prefixes()).toEqual(expected);
  });

  it('is by creation, whatever was put there first', async () => {
    const account = openAccount();
    const { prefix: _, ...list } = newList;
    await account.create({ prefix: 'now' });
    await account.emulator.seed([{ ...list, prefix: 'before', created_at: account.clock.now() - 1 }]);
    expect(await account.prefixes()).toEqual(['now', 'before']);
  });

  it('can be by id', async () => {
    const account = openAccount({ order: 'id' });
    await createAll(account, ['b', 'c', 'a']);
    expect(await account.prefixes()).toEqual(['a', 'b', 'c']);
  });

  it('can be shuffled, and is then the same at every call and on every page', async () => {
    const account = openAccount({ order: 'shuffled' });
    await account.emulator.seed(
      letters(10).map((prefix) => ({
        ...newList,
        prefix,
        vocabulary_id: `vocab-${prefix}-${'0'.repeat(32)}`,
      })),
    );
    const whole = await account.prefixes();
    const pages = [
      await account.prefixes({ page_size: 5 }),
      await account.prefixes({ page_size: 5, page_index: 1 }),
    ];
    expect(pages.flat()).toEqual(whole);
    expect(whole.toSorted()).toEqual(letters(10));
    expect([letters(10), letters(10).toReversed()]).not.toContainEqual(whole);
  });
});

describe('an entry', () => {
  const sent = [
    { text: 'a', weight: 4 },
    { text: 'b', weight: 4, lang: null },
    { text: 'c', weight: 4, lang: '' },
    { text: 'd', weight: 4, lang: 'en' },
  ];

  it.each([
    ['as-sent', [undefined, null, '', 'en']],
    ['null', [null, null, null, 'en']],
    ['empty', ['', '', '', 'en']],
    ['missing', [undefined, undefined, undefined, 'en']],
  ] as const)('shows an unset lang: %s', async (lang_echo, expected) => {
    const shown = await show({ lang_echo });
    expect(shown.map((entry) => entry['lang'])).toEqual(expected);
    expect(shown.map((entry) => 'lang' in entry)).toEqual(expected.map((lang) => lang !== undefined));
  });

  it('can show its weight as a string', async () => {
    expect((await show({ weight_echo: 'string' })).map(({ weight }) => weight)).toEqual(['4', '4', '4', '4']);
  });

  it.each([
    ['text-first', ['text', 'weight', 'lang']],
    ['reversed', ['lang', 'weight', 'text']],
  ] as const)('has its fields %s', async (field_order, expected) => {
    expect(Object.keys((await show({ field_order }))[3] ?? {})).toEqual(expected);
  });

  async function show(
    switches: Parameters<typeof openAccount>[0],
  ): Promise<readonly Record<string, unknown>[]> {
    const account = openAccount(switches);
    const vocabulary_id = await account.create({ vocabulary: sent });
    return (await account.ask('query', { vocabulary_id })).body.output.vocabulary;
  }
});

describe('a list that is being deployed', () => {
  it('is UNDEPLOYED until the deploy time has passed, after a create and after an update', async () => {
    const account = openAccount({ deploy_ms: 1000 });
    const vocabulary_id = await account.create();
    expect(await statuses(account, vocabulary_id)).toEqual(['UNDEPLOYED', 'UNDEPLOYED']);
    account.clock.advance(1000);
    expect(await statuses(account, vocabulary_id)).toEqual(['OK', 'OK']);
    await account.ask('update', { vocabulary_id, vocabulary: words });
    expect(await statuses(account, vocabulary_id)).toEqual(['UNDEPLOYED', 'UNDEPLOYED']);
  });

  it('can have a status that no page documents', async () => {
    const account = openAccount({ deploy_ms: 1, pending_status: 'DEPLOYING' });
    expect(await statuses(account, await account.create())).toEqual(['DEPLOYING', 'DEPLOYING']);
  });
});

describe('reads that lag', () => {
  it('show a new list only after a while, though it takes its slot at once', async () => {
    const account = openAccount({ visibility_lag_ms: 500, quota: 1 });
    const vocabulary_id = await account.create();
    expect(await account.prefixes()).toEqual([]);
    expect((await account.ask('query', { vocabulary_id })).status).toBe(400);
    expect((await account.ask('create', newList)).body.code).toBe('Throttling.AllocationQuota');
    account.clock.advance(500);
    expect(await account.prefixes()).toEqual(['acme']);
  });

  it('show the old words, then the new ones', async () => {
    const account = openAccount({ visibility_lag_ms: 500 });
    const vocabulary_id = await account.create();
    account.clock.advance(10_000);
    await account.ask('update', { vocabulary_id, vocabulary: [{ text: 'new', weight: 4 }] });
    account.clock.advance(499);
    expect(await texts(account, vocabulary_id)).toEqual(['Exothermic reaction']);
    account.clock.advance(1);
    expect(await texts(account, vocabulary_id)).toEqual(['new']);
    expect(await account.prefixes()).toEqual(['acme']);
  });

  it('show a deleted list for a while, though it cannot be updated any more', async () => {
    const account = openAccount({ visibility_lag_ms: 500 });
    const vocabulary_id = await account.create();
    account.clock.advance(10_000);
    await account.ask('delete', { vocabulary_id });
    expect(await account.prefixes()).toEqual(['acme']);
    expect((await account.ask('update', { vocabulary_id, vocabulary: words })).status).toBe(400);
    account.clock.advance(500);
    expect(await account.prefixes()).toEqual([]);
  });
});

describe('limits and times', () => {
  it('shows times in another zone', async () => {
    const account = openAccount({ time_zone_minutes: -90 });
    await account.create();
    expect((await account.ask('list')).body.output.vocabulary_list[0]?.gmt_create).toBe(
      '2026-11-01 22:30:00',
    );
  });

  it('can hold every model to the same number of hotwords', async () => {
    const account = openAccount({ max_hotwords: 1 });
    expect((await account.ask('create', newList)).status).toBe(200);
    expect((await account.ask('create', { ...newList, vocabulary: [...words, ...words] })).status).toBe(400);
  });

  it('answers 429 with Retry-After when requests come too fast, and serves again later', async () => {
    const account = openAccount({ rate_per_second: 2, retry_after_seconds: 7 });
    expect([(await account.ask('list')).status, (await account.ask('list')).status]).toEqual([200, 200]);
    const refused = await account.ask('list');
    expect(refused).toMatchObject({ status: 429, body: { code: 'Throttling.RateQuota' } });
    expect(refused.headers['retry-after']).toBe('7');
    account.clock.advance(500);
    expect([(await account.ask('list')).status, (await account.ask('list')).status]).toEqual([200, 429]);
  });
});

async function statuses({ ask }: Account, vocabulary_id: string): Promise<readonly string[]> {
  const { vocabulary_list } = (await ask('list')).body.output;
  const queried = (await ask('query', { vocabulary_id })).body.output;
  return [...vocabulary_list, queried].map(({ status }) => status);
}

async function texts({ ask }: Account, vocabulary_id: string): Promise<readonly unknown[]> {
  const { output } = (await ask('query', { vocabulary_id })).body;
  return output.vocabulary.map((entry) => entry['text']);
}

async function createAll(account: Account, prefixes: readonly string[]): Promise<void> {
  for (const prefix of prefixes) await account.create({ prefix });
}

function letters(count: number): readonly string[] {
  return Array.from('abcdefghijklmnopqrstuvwxyz').slice(0, count);
}
