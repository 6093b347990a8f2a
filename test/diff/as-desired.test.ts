import { expect, it } from 'vitest';
import { abandonedLists, accountAsDesired } from '../../src/diff/as-desired.js';
import { classify } from '../../src/diff/ownership.js';
import { nameOf } from '../../src/model/observed.js';
import { desired, desiredList, idOf, words } from '../support/build.js';

const pinned = idOf('acmemed', 7);
const lists = [
  desiredList({ vocabulary_ids: [pinned] }),
  desiredList({ name: 'support', prefix: 'acmesup', hotwords: words('gamma') }),
];

it('is an account with exactly the lists that are asked for, all of them OK', () => {
  const { listed, read, server_time } = accountAsDesired(desired({ lists }));
  expect([listed.length, server_time]).toEqual([2, null]);
  expect(
    read.map(({ prefix, target_model, hotwords, status }) => [prefix, target_model, hotwords, status]),
  ).toEqual(lists.map(({ prefix, target_model, hotwords }) => [prefix, target_model, hotwords, 'OK']));
});

it('calls a list by the id that it is pinned to, and by its prefix where nobody knows the id', () => {
  const { read } = accountAsDesired(desired({ lists }));
  expect(read.map(nameOf)).toEqual([pinned, 'prefix acmesup']);
  expect(new Set(read.map(({ vocabulary_id }) => vocabulary_id)).size).toBe(2);
});

it('keeps lists that nothing names any more, with their slots', () => {
  const account = accountAsDesired(desired({ lists }));
  const now = desired({ lists: [], namespace: null });
  const abandoned = abandonedLists(classify(now, account), account);
  expect(abandoned.map(({ address, action, reason }) => [address, action, reason])).toEqual([
    ['acmemed@fun-asr-realtime', 'keep', 'abandoned'],
    ['acmesup@fun-asr-realtime', 'keep', 'abandoned'],
  ]);
});
