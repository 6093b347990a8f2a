import { describe, expect, it } from 'vitest';
import { accountKey, describeAccount, sameAccount } from '../../src/model/account.js';
import type { AccountIdentity } from '../../src/model/plan.js';

const here: AccountIdentity = {
  endpoint: 'https://dashscope.example/api/v1',
  workspace: null,
  name: 'production',
  api_key_env: 'DASHSCOPE_API_KEY',
};
const nameless: AccountIdentity = { ...here, name: null };

it.each([
  [here, { ...here, endpoint: 'https://DASHSCOPE.example/other' }, true],
  [here, { ...here, endpoint: 'https://dashscope.example:8443/api/v1' }, false],
  [here, { ...here, endpoint: 'https://dashscope.example' }, true],
  [here, { ...here, endpoint: 'http://dashscope.example/api/v1' }, true],
  [here, { ...here, endpoint: 'dashscope.example' }, true],
  [here, { ...here, endpoint: 'the https://dashscope.example/api/v1' }, false],
  [here, { ...here, workspace: 'llm-1' }, false],
  [{ ...here, endpoint: 'emulator' }, { ...here, endpoint: 'emulator' }, true],
  [{ ...here, endpoint: 'emulator' }, here, false],
])('%j and %j are the same account: %s', (one, other, same) => {
  expect(sameAccount(one, other)).toBe(same);
});

it.each([
  [here, { ...here, name: 'staging' }, false],
  [here, { ...here, api_key_env: 'OTHER_KEY' }, true],
  [here, nameless, false],
  [nameless, nameless, true],
  [nameless, { ...nameless, api_key_env: 'STAGING_KEY' }, false],
  // A name is no variable, even if it is spelt like one.
  [nameless, { ...here, name: 'DASHSCOPE_API_KEY' }, false],
])('%j and %j are told apart by name, then by key: same is %s', (one, other, same) => {
  expect(sameAccount(one, other)).toBe(same);
});

describe('an account', () => {
  it('is told by host, workspace and name', () => {
    expect(accountKey({ ...here, workspace: 'llm-1' })).toEqual({
      host: 'dashscope.example',
      workspace: 'llm-1',
      account: 'production',
    });
  });

  it('is named for people', () => {
    expect(describeAccount(here)).toBe('the account production at https://dashscope.example/api/v1');
    expect(describeAccount({ ...nameless, workspace: 'llm-1' })).toBe(
      'the account whose key is in DASHSCOPE_API_KEY at https://dashscope.example/api/v1 (workspace llm-1)',
    );
  });
});
