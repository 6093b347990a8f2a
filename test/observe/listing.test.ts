import { describe, expect, it } from 'vitest';
import type { ListedList } from '../../src/model/observed.js';
import type { Remote } from '../../src/model/ports.js';
import { observe } from '../../src/observe/observe.js';
import { idOf, observedList } from '../support/build.js';
import { manualClock } from '../support/emulator.js';

const listed = (serial: number): ListedList => observedList({ vocabulary_id: idOf('acme', serial) });
const [first, second, third] = [listed(1), listed(2), listed(3)];

/** Answers listings with these pages, the last one again and again. */
function remoteWith(
  ...listings: readonly (readonly (readonly ListedList[])[])[]
): Remote & { queried: string[] } {
  const queried: string[] = [];
  let listing = -1;
  const answer = <T>(value: T) => ({ value, request_id: null, server_time: null });
  const refuse = () => Promise.reject(new Error('nothing is written'));
  return {
    queried,
    endpoint: 'x',
    list: async ({ page_index }) => {
      if (page_index === 0) listing++;
      const pages = listings[Math.min(listing, listings.length - 1)] ?? [];
      return answer(pages[page_index] ?? []);
    },
    query: async (id) => {
      queried.push(id);
      const { vocabulary_id: _, prefix: __, ...found } = observedList({ vocabulary_id: id });
      return answer(found);
    },
    create: refuse,
    update: refuse,
    delete: refuse,
  };
}

const options = { isOurs: () => true, parallelism: 4, clock: manualClock() };

describe('a list that is on two pages, since another one was made in between', () => {
  it('makes the account be listed anew, and is counted once', async () => {
    const shifted = [
      [first, second],
      [second, third],
    ];
    const still = [[first, second], [third]];
    const { listed: all, read } = await observe(remoteWith(shifted, still), options);
    expect(all).toEqual([first, second, third]);
    expect(read).toHaveLength(3);
  });

  it('fails the run when it stays so: the account cannot be read as a whole', async () => {
    await expect(observe(remoteWith([[first, second], [second]]), options)).rejects.toMatchObject({
      code: 'listing-incomplete',
      message: expect.stringContaining('is on two pages'),
    });
  });
});

describe('a list that is gone in the second of two listings', () => {
  it('makes the account be listed anew', async () => {
    const remote = remoteWith([[first, second], [third]], [[first, third]], [[first, third]]);
    expect((await observe(remote, options)).listed).toEqual([first, third]);
  });
});
