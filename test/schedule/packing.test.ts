import { expect, it } from 'vitest';
import { packingAdvice } from '../../src/schedule/packing.js';
import { desiredList, words } from '../support/build.js';

const list = (name: string, amount: number, fields = {}) =>
  desiredList({ name, prefix: name, hotwords: words(amount), consumers: ['app'], ...fields });

it('says which lists have the same words, whom nobody uses, and which fit into one', () => {
  const same = [list('a', 300), list('b', 300)];
  expect(packingAdvice(same)).toEqual([
    'remove b@fun-asr-realtime: it has the words of a@fun-asr-realtime, which its consumers can use',
  ]);
  const unused = [list('a', 300), list('b', 301, { consumers: [] })];
  expect(packingAdvice(unused)).toEqual([
    'remove b@fun-asr-realtime, which no consumer uses, or declare who does',
  ]);
  const small = [list('a', 100), list('b', 400), list('c', 401)];
  expect(packingAdvice(small)).toEqual([
    'merge a@fun-asr-realtime (100), b@fun-asr-realtime (400): they fit into one list of 500 hotwords',
  ]);
});

it('has no advice for lists of several models, or where nobody says who uses what', () => {
  expect(packingAdvice([list('a', 10), list('b', 11, { target_model: 'fun-asr' })])).toEqual([]);
  expect(packingAdvice([list('a', 400, { consumers: [] }), list('b', 401, { consumers: [] })])).toEqual([]);
});
