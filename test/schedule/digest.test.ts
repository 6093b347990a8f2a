import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/model/change.js';
import type { Desired } from '../../src/model/desired.js';
import type { ObservedList } from '../../src/model/observed.js';
import type { AccountIdentity } from '../../src/model/plan.js';
import { sha256 } from '../../src/model/text/sha256.js';
import { canonicalChange, digest, wordsDigest } from '../../src/schedule/digest.js';
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
    expect(base).toMatch(/^vs2:sha256:[0-9a-f]{64}$/);
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

const here: AccountIdentity = {
  endpoint: 'https://dashscope.example/api/v1',
  workspace: null,
  name: 'production',
  api_key_env: 'DASHSCOPE_API_KEY',
};

const [update] = planOf(desired(), account([observedList({ hotwords: words('alpha', 'x') })])).changes;
const [noOp] = planOf(desired(), account([observedList()])).changes;

describe('the digest of a plan', () => {
  it('is the hash of what is written and where, and of nothing else', () => {
    const content = {
      host: 'dashscope.example',
      workspace: 'llm-1',
      account: 'production',
      changes: [canonicalChange(update!)],
    };
    expect(digest({ ...here, workspace: 'llm-1' }, [noOp!, update!])).toBe(
      `vs2:sha256:${sha256(JSON.stringify(content))}`,
    );
  });

  it('is the same in whatever order the changes are', () => {
    const lists = [desiredList(), desiredList({ name: 'support', prefix: 'acmesup' })];
    const { changes } = planOf(desired({ lists }), account([]));
    expect(digest(here, changes.toReversed())).toBe(digest(here, changes));
  });
});

describe('the line of a change', () => {
  it('is the same whatever the change is called, why it is made and who uses the list', () => {
    const renamed = {
      ...update!,
      address: 'clinic@x',
      name: 'clinic',
      reason: 'restored',
      consumers: ['app'],
    } as const;
    expect(canonicalChange(renamed)).toBe(canonicalChange(update!));
  });

  it.each([
    ['another action', { action: 'create' }],
    ['another prefix', { prefix: 'acmeold' }],
    ['another model', { target_model: 'fun-asr' }],
    ['another list', { before: null }],
    ['a word more', { hotwords: { ...update!.hotwords, added: words('beta', 'y') } }],
    ['a word less', { hotwords: { ...update!.hotwords, removed: [] } }],
    [
      'a weight',
      {
        hotwords: { ...update!.hotwords, changed: [{ before: word('a'), after: word('a', { weight: 5 }) }] },
      },
    ],
  ] as const)('differs with %s', (_what, fields) => {
    expect(canonicalChange({ ...update!, ...fields })).not.toBe(canonicalChange(update!));
  });
});

describe('the line of a change of words', () => {
  const line = (hotwords: Partial<Change['hotwords']>) =>
    canonicalChange({ ...update!, hotwords: { ...update!.hotwords, ...hotwords } });
  const weighed = (text: string, weight: number) => ({ before: word(text), after: word(text, { weight }) });

  it('does not see their order', () => {
    expect(line({ added: words('b', 'a') })).toBe(line({ added: words('a', 'b') }));
    expect(line({ removed: words('b', 'a') })).toBe(line({ removed: words('a', 'b') }));
    const changed = [weighed('b', 5), weighed('a', 5)];
    expect(line({ changed })).toBe(line({ changed: changed.toReversed() }));
  });

  it('sees what a word was, and what it becomes', () => {
    const [one, other] = [weighed('a', 5), weighed('a', 3)];
    expect(line({ changed: [other] })).not.toBe(line({ changed: [one] }));
    expect(line({ changed: [{ ...one, before: word('a', { weight: 1 }) }] })).not.toBe(
      line({ changed: [one] }),
    );
  });
});

it('the digest of words does not see their order, and sees how often each is there', () => {
  expect(wordsDigest(words('a', 'b'))).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(wordsDigest(words('b', 'a'))).toBe(wordsDigest(words('a', 'b')));
  expect(wordsDigest(words('a', 'a'))).not.toBe(wordsDigest(words('a')));
});
