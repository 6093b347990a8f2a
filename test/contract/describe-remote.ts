import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/emulator/call.js';
import type { EmulatorSwitches } from '../../src/emulator/switches.js';
import type { Answer, Remote } from '../../src/model/ports.js';
import { word, words } from '../support/build.js';
import { startOfTime } from '../support/emulator.js';
import { describeAborts, describeFaults } from './describe-faults.js';
import { failureOf } from './failure-of.js';
import { firstPage, newList, type OpenRemote } from './open-remote.js';

const nowhere = `vocab-acmemed-${'0'.repeat(32)}`;

/** What src/model/ports.ts promises of every Remote. */
export function describeRemote(name: string, open: OpenRemote): void {
  describe(`${name}, as a Remote`, () => {
    describe('lists', () => {
      describeLists(open);
    });
    describe('words', () => {
      describeWords(open);
    });
    describe('pages', () => {
      describePages(open);
    });
    describe('answers', () => {
      describeAnswers(open);
    });
    describe('refusals', () => {
      describeRefusals(open);
    });
    describe('faults', () => {
      describeFaults(open);
    });
    describe('aborts', () => {
      describeAborts(open);
    });
  });
}

function describeLists(open: OpenRemote): void {
  it('shows a list that was made, in the listing and by its id', async () => {
    const { remote } = await open();
    const { vocabulary_id } = (await remote.create(newList)).value;
    const times = { gmt_create: '2026-11-02 08:00:00', gmt_modified: '2026-11-02 08:00:00', status: 'OK' };
    expect(vocabulary_id).toMatch(/^vocab-acmemed-[0-9a-f]{32}$/);
    expect((await remote.list(firstPage)).value).toEqual([{ vocabulary_id, ...times }]);
    expect((await remote.query(vocabulary_id)).value).toEqual({
      target_model: 'fun-asr',
      hotwords: newList.hotwords,
      ...times,
    });
  });

  it('replaces all words in an update, and neither the model nor the time of creation', async () => {
    const { remote, clock } = await open();
    const { vocabulary_id } = (await remote.create(newList)).value;
    clock.advance(90_000);
    expect((await remote.update(vocabulary_id, words('gamma'))).value).toBeNull();
    expect((await remote.query(vocabulary_id)).value).toEqual({
      target_model: 'fun-asr',
      hotwords: words('gamma'),
      gmt_create: '2026-11-02 08:00:00',
      gmt_modified: '2026-11-02 08:01:30',
      status: 'OK',
    });
  });

  it('holds a deleted list no longer', async () => {
    const { remote } = await open();
    const { vocabulary_id } = (await remote.create(newList)).value;
    expect((await remote.delete(vocabulary_id)).value).toBeNull();
    expect((await remote.list(firstPage)).value).toEqual([]);
  });

  it('makes a second list when a create is sent twice, for it is never idempotent', async () => {
    const { remote } = await open();
    const ids = [await remote.create(newList), await remote.create(newList)].map(
      ({ value }) => value.vocabulary_id,
    );
    expect(new Set(ids).size).toBe(2);
  });

  it('says that a list is not OK while it is not deployed', async () => {
    const { remote, clock } = await open({ switches: { deploy_ms: 5000 } });
    const { vocabulary_id } = (await remote.create(newList)).value;
    expect((await remote.query(vocabulary_id)).value.status).toBe('UNDEPLOYED');
    clock.advance(5000);
    expect((await remote.query(vocabulary_id)).value.status).toBe('OK');
  });
}

const diverse = [
  word('Exothermic reaction'),
  word('EGFR抑制剂', { weight: 5, lang: 'zh' }),
  word('心电図', { weight: 1, lang: 'ja', extra: { target_lang: 'en', translation: 'ECG' } }),
  word('twice'),
  word('twice'),
  word('nested', { extra: { vendor: { tags: ['a', null, 1.5, true] } } }),
];

const echoes: Readonly<Record<string, Partial<EmulatorSwitches>>> = {
  'a missing lang': { lang_echo: 'missing' },
  'a lang of null': { lang_echo: 'null' },
  'an empty lang': { lang_echo: 'empty' },
  'weights as strings': { weight_echo: 'string' },
  'fields in another order': { field_order: 'reversed' },
};

function describeWords(open: OpenRemote): void {
  it('come back as they were sent, with weight, lang and fields nobody here knows', async () => {
    const { remote } = await open();
    const { vocabulary_id } = (await remote.create({ ...newList, hotwords: diverse })).value;
    expect((await remote.query(vocabulary_id)).value.hotwords).toEqual(diverse);
  });

  it.each(Object.entries(echoes))('are the same to a server that answers with %s', async (_, switches) => {
    const { remote } = await open({ switches });
    const { vocabulary_id } = (await remote.create(newList)).value;
    await remote.update(vocabulary_id, diverse);
    expect((await remote.query(vocabulary_id)).value.hotwords).toEqual(diverse);
  });

  it('reach the account without a lang where they name none', async () => {
    const { remote, emulator } = await open();
    await remote.create({ ...newList, hotwords: [word('alpha')] });
    expect((await emulator.account())[0]?.vocabulary).toEqual([{ text: 'alpha', weight: 4 }]);
  });
}

function describePages(open: OpenRemote): void {
  it('hold as many lists as were asked for, each list on one of them, and nothing past the end', async () => {
    const { remote, emulator } = await open();
    const seeded = await emulator.seed(
      Array.from({ length: 25 }, (_, index) => ({
        prefix: `acme${index}`,
        target_model: 'fun-asr',
        vocabulary: [{ text: 'alpha', weight: 4 }],
        created_at: startOfTime - index * 1000,
      })),
    );
    const pages = await Promise.all(
      [0, 1, 2, 3].map((page_index) => remote.list({ page_index, page_size: 10 })),
    );
    expect(pages.map(({ value }) => value.length)).toEqual([10, 10, 5, 0]);
    expect(pages.flatMap(({ value }) => value.map(({ vocabulary_id }) => vocabulary_id))).toEqual(seeded);
  });

  it('are of the whole account, whatever the prefix', async () => {
    const { remote } = await open();
    await remote.create(newList);
    await remote.create({ ...newList, prefix: 'zzz' });
    expect((await remote.list(firstPage)).value).toHaveLength(2);
  });
}

const requestId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function describeAnswers(open: OpenRemote): void {
  it('carry the request id and the clock of the server', async () => {
    const { remote, clock } = await open();
    clock.advance(1999);
    const made = await remote.create(newList);
    const { vocabulary_id } = made.value;
    const answers: Answer<unknown>[] = [
      made,
      await remote.list(firstPage),
      await remote.query(vocabulary_id),
      await remote.update(vocabulary_id, words('gamma')),
      await remote.delete(vocabulary_id),
    ];
    for (const answer of answers) {
      expect(answer.request_id).toMatch(requestId);
      expect(answer.server_time).toBe(startOfTime + 1000);
    }
    expect(new Set(answers.map(({ request_id }) => request_id)).size).toBe(answers.length);
  });

  it('cost one request each', async () => {
    const { remote, emulator } = await open();
    const { vocabulary_id } = (await remote.create(newList)).value;
    await remote.list(firstPage);
    await remote.query(vocabulary_id);
    await remote.update(vocabulary_id, words('gamma'));
    await remote.delete(vocabulary_id);
    expect(emulator.requests.map(({ action }) => action)).toEqual([
      'create',
      'list',
      'query',
      'update',
      'delete',
    ]);
  });
}

function describeRefusals(open: OpenRemote): void {
  it.each(['query', 'update', 'delete'] as const)(
    'say of a %s that the list is not found',
    async (action) => {
      const { remote } = await open();
      const error = await failureOf(requests(remote, nowhere)[action]);
      expect(error).toMatchObject({
        code: 'not-found',
        remote: { failure: 'permanent', status: 400, vendor_code: 'BadRequest.ResourceNotExist' },
      });
      expect(error.remote?.request_id).toMatch(requestId);
    },
  );

  it('say that the account is full, which sending again cannot help', async () => {
    const { remote, emulator } = await open({ switches: { quota: 1 } });
    await remote.create(newList);
    expect(await failureOf(() => remote.create(newList))).toMatchObject({
      code: 'quota-full',
      remote: { failure: 'permanent', status: 400, vendor_code: 'Throttling.AllocationQuota' },
    });
    expect(await emulator.account()).toHaveLength(1);
  });

  it('say that a list was rejected, and leave the account alone', async () => {
    const { remote, emulator } = await open();
    const hotwords = [...words(3), word('one two three four five six seven eight')];
    expect(await failureOf(() => remote.create({ ...newList, hotwords }))).toMatchObject({
      code: 'rejected',
      remote: { failure: 'permanent', status: 400, vendor_code: 'InvalidParameter' },
    });
    expect(await emulator.account()).toEqual([]);
  });

  it.each(['create', 'list', 'query', 'update', 'delete'] as const)(
    'say of a %s that the key is missing',
    async (action) => {
      const { remote } = await open({ keyless: true });
      expect(await failureOf(requests(remote, nowhere)[action])).toMatchObject({
        code: 'unauthenticated',
        remote: { failure: 'permanent', status: 401, vendor_code: 'InvalidApiKey' },
      });
    },
  );

  it('say how long to wait, where the server does', async () => {
    const { remote } = await open({ switches: { rate_per_second: 1, retry_after_seconds: 7 } });
    await remote.list(firstPage);
    expect(await failureOf(() => remote.list(firstPage))).toMatchObject({
      code: 'throttled',
      remote: { failure: 'throttled', status: 429, retry_after_ms: 7000 },
    });
  });
}

/** Each request of the port, about one list. */
function requests(remote: Remote, vocabulary_id: string): Readonly<Record<Action, () => Promise<unknown>>> {
  return {
    create: () => remote.create(newList),
    list: () => remote.list(firstPage),
    query: () => remote.query(vocabulary_id),
    update: () => remote.update(vocabulary_id, newList.hotwords),
    delete: () => remote.delete(vocabulary_id),
  };
}
