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

it('knows no id where a vocabulary is pinned to several, and gives each list one of its own', () => {
  const several = [
    desiredList({ vocabulary_ids: [pinned, idOf('acmemed', 8)] }),
    desiredList({ vocabulary_ids: [pinned, idOf('acmemed', 8)], target_model: 'fun-asr' }),
  ];
  const { read } = accountAsDesired(desired({ lists: several }));
  expect(read.map(({ vocabulary_id, called }) => [vocabulary_id, called])).toEqual([
    [
      'vocab-acmemed-as-in-the-base-1',
      { name: 'prefix acmemed', address: 'acmemed@fun-asr-realtime (in the base)' },
    ],
    ['vocab-acmemed-as-in-the-base-2', { name: 'prefix acmemed', address: 'acmemed@fun-asr (in the base)' }],
  ]);
});

it('abandons no list that is still somebody’s, and says of the others that nobody uses them', () => {
  const account = accountAsDesired(desired({ lists }));
  const now = desired({ lists: lists.slice(0, 1), namespace: null });
  const abandoned = abandonedLists(classify(now, account), account);
  expect(abandoned).toMatchObject([
    { address: 'acmesup@fun-asr-realtime', consumers: [], replacements: [], replaced_by: null },
  ]);
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
