import { describe, expect, it } from 'vitest';
import { VocabError } from '../../src/model/errors.js';
import type { ListedList } from '../../src/model/observed.js';
import type { ListPage, Remote } from '../../src/model/ports.js';
import { observe, type ReadEvent } from '../../src/observe/observe.js';
import { idOf, observedList } from '../support/build.js';
import { manualClock } from '../support/emulator.js';

interface Calls {
  readonly list: ListPage[];
  readonly query: string[];
}

/** An account whose pages a function makes up. */
function remoteOf(page: (page: ListPage, call: number) => readonly ListedList[]): {
  remote: Remote;
  calls: Calls;
} {
  const calls: Calls = { list: [], query: [] };
  const answer = <T>(value: T) => ({ value, request_id: null, server_time: 1000 });
  const refuse = async (): Promise<never> => {
    throw new Error('a read sends no write');
  };
  const remote: Remote = {
    endpoint: 'test',
    list: async (asked) => answer(page(asked, calls.list.push(asked))),
    query: async (vocabulary_id) => {
      calls.query.push(vocabulary_id);
      if (vocabulary_id === vanished) throw new VocabError('not-found', 'gone');
      return answer(observedList({ vocabulary_id }));
    },
    create: refuse,
    update: refuse,
    delete: refuse,
  };
  return { remote, calls };
}

const vanished = idOf('gone', 1);
const lists = (amount: number) =>
  Array.from({ length: amount }, (_, index) => observedList({ vocabulary_id: idOf('acme', index + 1) }));
const everything = { isOurs: () => true, parallelism: 4, clock: manualClock() };

/** `capped` pages start at the size that is given, `requested` ones at the size that was asked for. */
function paged(all: readonly ListedList[], cap: number, offset: 'capped' | 'requested') {
  return ({ page_index, page_size }: ListPage) => {
    const size = Math.min(page_size, cap);
    const start = page_index * (offset === 'capped' ? size : page_size);
    return all.slice(start, start + size);
  };
}

describe('a reading that fails', () => {
  it('asks nothing more, ends what is under way, and is not heard of again', async () => {
    const { remote, calls } = remoteOf(paged(lists(30), 50, 'capped'));
    const events: ReadEvent[] = [];
    const ended: string[] = [];
    const query: Remote['query'] = async (id, signal) => {
      const answer = await remote.query(id, signal);
      if (id === idOf('acme', 1)) throw new VocabError('forbidden', 'not this one');
      if (signal?.aborted === false)
        await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
      ended.push(id);
      return answer;
    };
    const failing = observe({ ...remote, query }, { ...everything, onRead: (event) => events.push(event) });
    await expect(failing).rejects.toMatchObject({ code: 'forbidden' });
    const told = events.length;
    await new Promise((resolve) => setTimeout(resolve, 20));
    // The place of the one that failed may have been taken by then.
    expect(calls.query.length).toBeLessThanOrEqual(5);
    expect(ended).toHaveLength(calls.query.length - 1);
    expect([events.length, events.at(-1)]).toEqual([told, { kind: 'ended' }]);
  });
});

it('ends what is under way when its signal does', async () => {
  const { remote } = remoteOf(paged(lists(2), 50, 'capped'));
  const end = new AbortController();
  const query: Remote['query'] = (_id, signal) =>
    new Promise((_resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
      setTimeout(() => end.abort(new VocabError('interrupted', 'enough')), 0);
    });
  const failing = observe({ ...remote, query }, { ...everything, signal: end.signal });
  await expect(failing).rejects.toMatchObject({ code: 'interrupted' });
});

describe('what is told while the account is read', () => {
  const told = async (isOurs: (list: ListedList) => boolean, page: Parameters<typeof remoteOf>[0]) => {
    const events: ReadEvent[] = [];
    const { remote } = remoteOf(page);
    const failure = await observe(remote, {
      ...everything,
      isOurs,
      onRead: (event) => events.push(event),
    }).catch((error: unknown) => error);
    return { events, failure };
  };

  it('counts the lists that were found, and those that were read in full', async () => {
    const { events } = await told(
      ({ vocabulary_id }) => vocabulary_id !== idOf('acme', 1),
      paged(lists(3), 50, 'capped'),
    );
    const reading = { kind: 'reading', attempt: 1 };
    expect(events).toEqual([
      { ...reading, listed: 0, wanted: 0, read: 0 },
      { ...reading, listed: 3, wanted: 2, read: 0 },
      { ...reading, listed: 3, wanted: 2, read: 1 },
      { ...reading, listed: 3, wanted: 2, read: 2 },
      { kind: 'ended' },
    ]);
  });

  it('says at which attempt it is, and that it has ended also when it failed', async () => {
    const { events, failure } = await told(
      () => true,
      () => [observedList({ vocabulary_id: vanished })],
    );
    expect(failure).toMatchObject({ code: 'listing-incomplete' });
    expect(new Set(events.flatMap((event) => (event.kind === 'reading' ? event.attempt : [])))).toEqual(
      new Set([1, 2, 3, 4]),
    );
    expect(events.filter(({ kind }) => kind === 'ended')).toHaveLength(1);
    expect(events.at(-1)).toEqual({ kind: 'ended' });
  });
});

describe('reading the account', () => {
  it.each(
    [1, 2, 3, 7, 10, 49, 50, 51, 120].flatMap((amount) =>
      [1, 4, 10, 50, 1000].flatMap((cap) =>
        (['capped', 'requested'] as const).map((offset) => [amount, cap, offset] as const),
      ),
    ),
  )(
    'finds all of %i lists when a page holds %i at most and starts by the size %s',
    async (amount, cap, offset) => {
      const { remote, calls } = remoteOf(paged(lists(amount), cap, offset));
      const { listed, read } = await observe(remote, everything);
      expect(new Set(listed.map(({ vocabulary_id }) => vocabulary_id)).size).toBe(amount);
      expect(read).toHaveLength(amount);
      expect(calls.query).toHaveLength(amount);
      // One page: itself and the empty one behind it. Several: the same once more, to be sure that nothing moved.
      const pages = Math.ceil(amount / Math.min(cap, 50, amount));
      expect(calls.list).toHaveLength(pages === 1 ? 2 : 2 * (pages + 1));
    },
  );

  it('takes one call for an empty account', async () => {
    const { remote, calls } = remoteOf(() => []);
    expect(await observe(remote, everything)).toMatchObject({ listed: [], read: [] });
    expect(calls.list).toHaveLength(1);
  });

  it('queries only what may be ours', async () => {
    const { remote, calls } = remoteOf(paged(lists(3), 50, 'capped'));
    const { listed, read } = await observe(remote, {
      ...everything,
      isOurs: ({ vocabulary_id }) => vocabulary_id === idOf('acme', 2),
    });
    expect(calls.query).toEqual([idOf('acme', 2)]);
    expect([listed.length, read.length]).toEqual([3, 1]);
  });

  it('starts the queries of a page before the next page has come', async () => {
    const order: string[] = [];
    const { remote } = remoteOf(paged(lists(1), 50, 'capped'));
    const slow: Remote = {
      ...remote,
      list: async (page) => {
        if (page.page_index === 1) await new Promise((resolve) => setImmediate(resolve));
        order.push(`list ${page.page_index}`);
        return remote.list(page);
      },
      query: async (id) => {
        order.push('query');
        return remote.query(id);
      },
    };
    await observe(slow, everything);
    expect(order).toEqual(['list 0', 'query', 'list 1']);
  });

  it('lists again when a list is gone by the time of its query', async () => {
    const { remote } = remoteOf((page, call) =>
      paged(call === 1 ? [observedList({ vocabulary_id: vanished })] : [], 50, 'capped')(page),
    );
    expect(await observe(remote, everything)).toMatchObject({ listed: [], read: [] });
  });

  it('fails when a list stays listed and cannot be queried, rather than take it for gone', async () => {
    const { remote } = remoteOf(paged([observedList({ vocabulary_id: vanished })], 50, 'capped'));
    await expect(observe(remote, everything)).rejects.toMatchObject({
      code: 'listing-incomplete',
      message: expect.stringContaining(vanished),
    });
  });

  it('finds the list that a delete moved to a page that was already read', async () => {
    const all = lists(4);
    const { remote } = remoteOf((page, call) => paged(call === 1 ? all : all.slice(1), 2, 'capped')(page));
    const { listed } = await observe(remote, everything);
    expect(listed.map(({ vocabulary_id }) => vocabulary_id)).toEqual(
      all.slice(1).map(({ vocabulary_id }) => vocabulary_id),
    );
  });

  it('starts again when the account shifts under the pages', async () => {
    const all = lists(3);
    const shifted = [observedList({ vocabulary_id: idOf('acmenew', 1) }), ...all];
    const { remote, calls } = remoteOf((page, call) => paged(call === 1 ? all : shifted, 2, 'capped')(page));
    const { listed } = await observe(remote, everything);
    expect(listed).toHaveLength(4);
    expect(calls.list.length).toBeGreaterThan(4);
  });

  it('fails when the server shows the same page for ever, rather than take it for the whole', async () => {
    const { remote } = remoteOf(() => lists(3));
    await expect(observe(remote, everything)).rejects.toMatchObject({ code: 'listing-incomplete' });
  });

  it('waits longer each time before it starts again, and three times at most', async () => {
    const { remote } = remoteOf(() => lists(3));
    const pauses: number[] = [];
    const sleep = async (ms: number) => void pauses.push(ms);
    const failed = observe(remote, { ...everything, clock: { ...everything.clock, sleep } });
    await expect(failed).rejects.toMatchObject({ code: 'listing-incomplete' });
    expect(pauses).toEqual([500, 1000, 1500]);
  });

  it('knows the prefix of each list that it reads in full, and of an id of another form that there is none', async () => {
    const ids = [idOf('acmemed', 1), 'vocab-of-another-form!'];
    const { remote } = remoteOf(
      paged(
        ids.map((vocabulary_id) => observedList({ vocabulary_id })),
        50,
        'capped',
      ),
    );
    const { read } = await observe(remote, everything);
    expect(read.map(({ vocabulary_id, prefix }) => [vocabulary_id, prefix])).toEqual([
      [ids[0], 'acmemed'],
      [ids[1], ''],
    ]);
  });

  it('fails at once when a query fails for any other reason than that the list is gone', async () => {
    const { remote, calls } = remoteOf(paged(lists(3), 50, 'capped'));
    const query = () => Promise.reject(new VocabError('forbidden', 'no'));
    await expect(observe({ ...remote, query }, everything)).rejects.toMatchObject({ code: 'forbidden' });
    expect(calls.list).toHaveLength(2);
  });

  it('fails when a page fails, however many came before', async () => {
    const { remote } = remoteOf((page) => {
      if (page.page_index === 2) throw new VocabError('unavailable', '503');
      return paged(lists(30), 10, 'capped')(page);
    });
    await expect(observe(remote, everything)).rejects.toMatchObject({ code: 'unavailable' });
  });
});

it('knows the server’s time of an empty account too', async () => {
  const { remote, calls } = remoteOf(() => []);
  expect(await observe(remote, everything)).toEqual({ listed: [], read: [], server_time: 1000 });
  expect(calls.list).toHaveLength(1);
});
