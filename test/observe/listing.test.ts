import { describe, expect, it } from 'vitest';
import { VocabError } from '../../src/model/errors.js';
import type { ListedList } from '../../src/model/observed.js';
import type { ListPage, Remote } from '../../src/model/ports.js';
import { ListingShifted, pages } from '../../src/observe/listing.js';
import { observe } from '../../src/observe/observe.js';
import { idOf, observedList } from '../support/build.js';
import { manualClock } from '../support/emulator.js';

const [a, b, c, d] = [1, 2, 3, 4].map((serial) => idOf('acme', serial)) as [string, string, string, string];

/** An account that answers the listings one after another with these pages of ids, the last one for ever. */
function answering(...listings: readonly (readonly (readonly string[])[])[]): Remote {
  let listing = -1;
  const refuse = async (): Promise<never> => {
    throw new VocabError('unexpected', 'a read sends no write');
  };
  return {
    endpoint: 'test',
    list: async ({ page_index }) => {
      if (page_index === 0) listing = Math.min(listing + 1, listings.length - 1);
      return answerOf((listings[listing]?.[page_index] ?? []).map(listed));
    },
    query: async (vocabulary_id) => answerOf(observedList({ vocabulary_id })),
    create: refuse,
    update: refuse,
    delete: refuse,
  };
}

const answerOf = <T>(value: T) => ({ value, request_id: null, server_time: null });

function listed(vocabulary_id: string): ListedList {
  const { gmt_create, gmt_modified, status } = observedList();
  return { vocabulary_id, gmt_create, gmt_modified, status };
}

async function idsOf(remote: Remote): Promise<string[][]> {
  const found: string[][] = [];
  for await (const { value } of pages(remote)) found.push(value.map(({ vocabulary_id }) => vocabulary_id));
  return found;
}

async function askedFor(remote: Remote): Promise<ListPage[]> {
  const asked: ListPage[] = [];
  await idsOf({
    ...remote,
    list: (page) => {
      asked.push(page);
      return remote.list(page);
    },
  });
  return asked;
}

describe('a listing', () => {
  it.each([
    ['no list', [], [[]]],
    ['one page', [[a, b]], [[a, b]]],
    ['several pages', [[a, b], [c]], [[a, b], [c]]],
  ] as const)('of %s is what its pages hold', async (_what, listing, expected) => {
    expect(await idsOf(answering(listing))).toEqual(expected);
  });

  it.each([
    [
      'the next page',
      [
        [a, b],
        [b, c],
      ],
    ],
    ['a later page', [[a, b], [c], [a]]],
    ['the same page', [[a, a]]],
  ] as const)('has shifted when a list is on %s once more', async (_where, listing) => {
    await expect(idsOf(answering(listing))).rejects.toThrow(ListingShifted);
  });

  it.each([
    ['has one more', [[a, b], [c], [d]]],
    ['has one less', [[a, b]]],
    ['has another', [[a, b], [d]]],
  ] as const)('of several pages has shifted when the next one %s', async (_what, next) => {
    await expect(idsOf(answering([[a, b], [c]], next))).rejects.toThrow(
      'two listings in a row named different lists',
    );
  });

  it('of several pages stays the same when only its order is another', async () => {
    expect(await idsOf(answering([[a, b], [c]], [[c], [b], [a]]))).toEqual([[a, b], [c]]);
  });

  it('asks for pages of the length of the first one from there on', async () => {
    const sizes = (await askedFor(answering([[a, b], [c]]))).map(({ page_index, page_size }) => [
      page_index,
      page_size,
    ]);
    const once = [
      [0, 50],
      [1, 2],
      [2, 2],
    ];
    expect(sizes).toEqual([...once, ...once]);
  });

  it('that never ends is given up, as one that nobody can rely on', async () => {
    let asked = 0;
    const endless: Remote = {
      ...answering([]),
      list: async ({ page_index }) => {
        asked = page_index + 1;
        return answerOf([listed(idOf('acme', asked))]);
      },
    };
    await expect(idsOf(endless)).rejects.toMatchObject({
      code: 'listing-incomplete',
      message: 'the listing did not end after 500 pages',
      hint: expect.stringMatching(/^nothing was changed/),
      // An answer did come, and asking again is no use.
      remote: { failure: 'permanent', status: 200, request_id: null },
    });
    expect(asked).toBe(500);
  });
});

describe('an account in which a new list pushes another to the next page while it is read', () => {
  const shifting = [
    [a, b],
    [b, c],
  ];
  const after = [
    [d, a],
    [b, c],
  ];
  const reading = { isOurs: () => true, parallelism: 4, clock: manualClock() };

  it('is read again, and then has each list once', async () => {
    const { listed: all, read } = await observe(answering(shifting, after), reading);
    expect(all.map(({ vocabulary_id }) => vocabulary_id)).toEqual([d, a, b, c]);
    expect(read.map(({ vocabulary_id }) => vocabulary_id)).toEqual([d, a, b, c]);
  });

  it('is not taken for anything when it never holds still', async () => {
    await expect(observe(answering(shifting), reading)).rejects.toMatchObject({
      code: 'listing-incomplete',
      message: `the account cannot be read as a whole: ${b} is listed twice`,
    });
  });
});
