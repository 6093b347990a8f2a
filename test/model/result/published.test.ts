import { expect, it } from 'vitest';
import { toldTo } from '../../../src/model/result/published.js';

const ward = { model: 'fun-asr', vocabulary_id: null, vocabulary: null };

it('finds what a file says of a consumer under the name that its form has for it', () => {
  const lists = new Map();
  const named = { format: 'json', consumers: new Map([['ward-7', ward]]), lists } as const;
  const variables = { format: 'dotenv', consumers: new Map([['WARD_7', ward]]), lists } as const;
  expect([toldTo(named, 'ward-7'), toldTo(variables, 'ward-7')]).toEqual([ward, ward]);
  expect([toldTo(named, 'WARD_7'), toldTo(variables, 'ward-8')]).toEqual([undefined, undefined]);
});
