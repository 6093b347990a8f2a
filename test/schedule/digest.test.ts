import { describe, expect, it } from 'vitest';
import type { Desired } from '../../src/model/desired.js';
import type { ObservedList } from '../../src/model/observed.js';
import { account, desired, desiredList, idOf, observedList, word, words } from '../support/build.js';
import { type Circumstances, planOf } from '../support/plan-of.js';

const orphan = (serial: number, fields: Partial<ObservedList> = {}) =>
  observedList({ vocabulary_id: idOf(`acmeold${serial}`, serial), ...fields });

describe('the digest', () => {
  const state = account([observedList({ hotwords: words('alpha', 'x') }), orphan(1)]);
  const digestOf = (wanted: Desired, other = state, circumstances: Circumstances = {}) =>
    planOf(wanted, other, circumstances).digest;
  const base = digestOf(desired());

  it('has a version and a hash', () => {
    expect(base).toMatch(/^vs1:sha256:[0-9a-f]{64}$/);
  });

  it('stays when nothing that is written changes', () => {
    const renamed = desired({ lists: [desiredList({ name: 'clinic', consumers: ['app'] })], list_quota: 9 });
    expect(digestOf(renamed)).toBe(base);
    const later = {
      ...state,
      read: state.read.map((list) => ({ ...list, status: 'X', gmt_modified: '2026-11-22 01:00:00' })),
    };
    expect(digestOf(desired(), later)).toBe(base);
    expect(digestOf(desired(), account([...state.read].reverse(), 3))).toBe(base);
    expect(digestOf(desired(), state, { allow: ['max-deletes'] })).toBe(base);
  });

  it.each([
    ['a word', desired({ lists: [desiredList({ hotwords: words('alpha', 'other') })] }), {}],
    [
      'a weight',
      desired({ lists: [desiredList({ hotwords: [word('alpha', { weight: 5 }), word('beta')] })] }),
      {},
    ],
    ['what is deleted', desired({ prune: false }), {}],
    ['the host', desired(), { endpoint: 'https://dashscope.aliyuncs.com/api/v1' }],
    ['the workspace', desired(), { workspace: 'llm-x' }],
  ])('changes with %s', (_what, wanted, circumstances) => {
    expect(digestOf(wanted, state, circumstances)).not.toBe(base);
  });

  it('does not mind how the base URL is written', () => {
    const [one, other] = ['https://host.example/api/v1', 'https://HOST.example/other'].map((endpoint) =>
      digestOf(desired(), state, { endpoint }),
    );
    expect(other).toBe(one);
  });
});
