import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Change, isWrite } from '../../src/model/change.js';
import type { Hotword } from '../../src/model/hotword.js';
import type { AccountIdentity } from '../../src/model/plan.js';
import { digest } from '../../src/schedule/digest.js';
import { anyScenario } from './any-scenario.js';
import { openAccount, openClient } from './client.js';
import { holds } from './holds.js';

const account: AccountIdentity = {
  endpoint: 'https://dashscope.aliyuncs.com/api/v1',
  workspace: null,
  name: null,
  api_key_env: 'DASHSCOPE_API_KEY',
};

type Mutation<T> = (value: T) => T;

const ofWord: Readonly<Record<string, Mutation<Hotword>>> = {
  text: (word) => ({ ...word, text: `${word.text}s` }),
  weight: (word) => ({ ...word, weight: word.weight - 1 }),
  lang: (word) => ({ ...word, lang: word.lang === 'en' ? null : 'en' }),
  extra: (word) => ({ ...word, extra: { ...word.extra, target_lang: 'en' } }),
};

const ofChange: Readonly<Record<string, Mutation<Change>>> = {
  prefix: (change) => ({ ...change, prefix: `${change.prefix}1` }),
  target_model: (change) => ({ ...change, target_model: `${change.target_model}-2026-01-01` }),
  action: (change) => ({ ...change, action: change.action === 'delete' ? 'update' : 'delete' }),
  vocabulary_id: (change) =>
    change.before === null
      ? { ...change, action: 'update' }
      : { ...change, before: { ...change.before, vocabulary_id: `${change.before.vocabulary_id}0` } },
};

const ofAccount: Readonly<Record<string, Mutation<AccountIdentity>>> = {
  host: (identity) => ({ ...identity, endpoint: 'https://dashscope-intl.aliyuncs.com/api/v1' }),
  workspace: (identity) => ({ ...identity, workspace: 'llm-1' }),
  name: (identity) => ({ ...identity, name: 'production' }),
  'variable of the key': (identity) => ({ ...identity, api_key_env: 'STAGING_KEY' }),
  // A name is no variable, even if it is spelt like one.
  'name of a variable': (identity) => ({ ...identity, name: 'DASHSCOPE_API_KEY' }),
};

describe('the digest', () => {
  it('differs for another host, workspace, name or variable of the key', () =>
    holds(anyScenario, async (scenario) => {
      const { changes } = await openClient(await openAccount(scenario)).plan();
      const accounts = [account, ...Object.values(ofAccount).map((mutate) => mutate(account))];
      expect(new Set(accounts.map((each) => digest(each, changes))).size).toBe(accounts.length);
    }));

  it('differs when one write is left out, or one field of it or of one of its words is another', () =>
    holds(fc.tuple(anyScenario, fc.nat(), fc.nat()), async ([scenario, which, word]) => {
      const { changes } = await openClient(await openAccount(scenario)).plan();
      const writes = changes.filter(isWrite);
      const target = writes[which % Math.max(1, writes.length)];
      if (target === undefined) return;
      const alternatives = [[target], [], ...mutants(target, word).map((mutant) => [mutant])];
      const digests = alternatives.map((instead) => {
        const others = changes.flatMap((change) => (change === target ? instead : change));
        return digest(account, others);
      });
      expect(new Set(digests).size).toBe(alternatives.length);
    }));

  it('does not differ for what is not written: order, path of the endpoint, names, consumers, times and status', () =>
    holds(anyScenario, async (scenario) => {
      const { changes } = await openClient(await openAccount(scenario)).plan();
      const elsewhere = { ...account, endpoint: 'https://DashScope.aliyuncs.com/api/v2/' };
      const same = changes.filter(isWrite).reverse().map(restated);
      expect(digest(elsewhere, same)).toBe(digest(account, changes));
    }));
});

/** The change with each of its words, and each of its fields, changed once. */
function mutants(change: Change, position: number): Change[] {
  const words = wordsOf(change);
  const chosen = words[position % Math.max(1, words.length)];
  return [
    ...Object.values(ofChange).map((mutate) => mutate(change)),
    ...(chosen === undefined
      ? []
      : Object.values(ofWord).map((mutate) => withWord(change, chosen, mutate(chosen)))),
  ];
}

function wordsOf({ hotwords: { added, removed, changed } }: Change): Hotword[] {
  return [...added, ...removed, ...changed.flatMap(({ before, after }) => [before, after])];
}

function withWord(change: Change, from: Hotword, to: Hotword): Change {
  const swap = (word: Hotword) => (word === from ? to : word);
  const { added, removed, changed, unchanged } = change.hotwords;
  const pairs = changed.map(({ before, after }) => ({ before: swap(before), after: swap(after) }));
  return {
    ...change,
    hotwords: { added: added.map(swap), removed: removed.map(swap), changed: pairs, unchanged },
  };
}

function restated(change: Change): Change {
  const { before, hotwords } = change;
  return {
    ...change,
    name: 'renamed',
    address: 'renamed@model',
    consumers: ['somebody'],
    reason: 'desired',
    before: before && { ...before, status: 'UNDEPLOYED', gmt_modified: '2030-01-01 00:00:00' },
    hotwords: {
      ...hotwords,
      added: [...hotwords.added].reverse(),
      removed: [...hotwords.removed].reverse(),
      changed: [...hotwords.changed].reverse(),
      unchanged: hotwords.unchanged + 1,
    },
  };
}
