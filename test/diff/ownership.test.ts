import { describe, expect, it } from 'vitest';
import { classify, mayBeOurs } from '../../src/diff/ownership.js';
import type { Desired } from '../../src/model/desired.js';
import type { ObservedList } from '../../src/model/observed.js';
import {
  account,
  desired,
  desiredList,
  idOf,
  instantWords,
  model,
  observedList,
  words,
} from '../support/build.js';

function rolesOf(wanted: Desired, lists: readonly ObservedList[]): Record<string, string> {
  const { owned, unmanaged } = classify(wanted, account(lists));
  const ours = owned.map(({ list, role }) => [list.vocabulary_id, role]);
  return Object.fromEntries([...ours, ...unmanaged.map(({ vocabulary_id }) => [vocabulary_id, 'unmanaged'])]);
}

const first = idOf('acmemed', 1);
const second = idOf('acmemed', 2);

describe('which list carries a vocabulary', () => {
  it('is the one with its prefix and its model', () => {
    expect(rolesOf(desired(), [observedList()])).toEqual({ [first]: 'bound' });
    expect(classify(desired(), account([observedList()])).owned).toMatchObject([{ instant: [] }]);
  });

  it('is never a list of another model, whose words would do nothing', () => {
    const other = observedList({ target_model: 'fun-asr' });
    expect(rolesOf(desired(), [other])).toEqual({ [first]: 'superseded' });
  });

  it('is an OK one before one with the desired words', () => {
    const ready = observedList({ vocabulary_id: second, hotwords: words('other') });
    const equal = observedList({ status: 'UNDEPLOYED' });
    expect(rolesOf(desired(), [equal, ready])).toMatchObject({ [second]: 'bound' });
  });

  it('is one with the desired words before an older one', () => {
    const older = observedList({ gmt_create: '2025-01-01 00:00:00', hotwords: words('other') });
    const equal = observedList({ vocabulary_id: second });
    expect(rolesOf(desired(), [older, equal])).toEqual({ [first]: 'rival', [second]: 'bound' });
  });

  it('is the older one of two equal ones, then the one with the smaller id', () => {
    const older = observedList({ vocabulary_id: second, gmt_create: '2025-01-01 00:00:00' });
    expect(rolesOf(desired(), [observedList(), older])).toEqual({ [first]: 'duplicate', [second]: 'bound' });
    const same = observedList({ vocabulary_id: second });
    expect(rolesOf(desired(), [same, observedList()])).toEqual({ [first]: 'bound', [second]: 'duplicate' });
  });

  it('is the pinned one before all others', () => {
    const pinned = desired({ lists: [desiredList({ vocabulary_ids: [second] })] });
    const worst = observedList({ vocabulary_id: second, status: 'UNDEPLOYED', hotwords: words('other') });
    expect(rolesOf(pinned, [observedList(), worst])).toEqual({ [first]: 'duplicate', [second]: 'bound' });
  });

  it('is not one that is named under removed', () => {
    const wanted = desired({ removed: [first] });
    const spare = observedList({ vocabulary_id: second, hotwords: words('other') });
    expect(rolesOf(wanted, [observedList(), spare])).toEqual({ [first]: 'removed', [second]: 'bound' });
  });

  it('is the same whatever the order of the lists', () => {
    const lists = [1, 2, 3].map((serial) => observedList({ vocabulary_id: idOf('acmemed', serial) }));
    expect(rolesOf(desired(), lists)).toEqual(rolesOf(desired(), [...lists].reverse()));
  });
});

describe('one more list of the same prefix and model', () => {
  it('is a duplicate when it has the bound words or the desired ones', () => {
    const old = observedList({ hotwords: words('old') });
    const sameAsBound = observedList({ vocabulary_id: second, hotwords: words('old') });
    expect(rolesOf(desired(), [old, sameAsBound])).toEqual({ [first]: 'bound', [second]: 'duplicate' });
  });

  it('is a rival when it has other words', () => {
    const other = observedList({ vocabulary_id: second, hotwords: words('gamma') });
    expect(rolesOf(desired(), [observedList(), other])).toEqual({ [first]: 'bound', [second]: 'rival' });
  });
});

describe('lists of no desired key', () => {
  it('are superseded under a previous prefix, whatever their model', () => {
    const wanted = desired({ lists: [desiredList({ previous_prefixes: ['acmemd'] })] });
    const lists = [
      observedList({ vocabulary_id: idOf('acmemd', 1) }),
      observedList({ vocabulary_id: idOf('acmemd', 2), target_model: 'fun-asr' }),
    ];
    expect(Object.values(rolesOf(wanted, lists))).toEqual(['superseded', 'superseded']);
  });

  it('are superseded by the list of the same model where there is one', () => {
    const lists = [desiredList({ target_model: 'fun-asr' }), desiredList({ previous_prefixes: ['acmemd'] })];
    const old = observedList({ vocabulary_id: idOf('acmemd', 1) });
    const wanted = desired({ lists: lists.map((list) => ({ ...list, previous_prefixes: ['acmemd'] })) });
    expect(classify(wanted, account([old])).owned[0]?.desired?.target_model).toBe(model);
  });

  it('are orphans inside the namespace and unmanaged outside of it', () => {
    const inside = observedList({ vocabulary_id: idOf('acmeold', 1) });
    expect(rolesOf(desired(), [inside])).toEqual({ [inside.vocabulary_id]: 'orphan' });
    const outside = observedList({ vocabulary_id: idOf('other', 1) });
    expect(rolesOf(desired(), [outside])).toEqual({ [outside.vocabulary_id]: 'unmanaged' });
  });

  it('are never ours without a namespace', () => {
    const inside = observedList({ vocabulary_id: idOf('acmeold', 1) });
    const nullish = observedList({ vocabulary_id: idOf('nullish', 1) });
    expect(rolesOf(desired({ namespace: null }), [inside, nullish])).toEqual({
      [inside.vocabulary_id]: 'unmanaged',
      [nullish.vocabulary_id]: 'unmanaged',
    });
  });
});

describe('which lists are read', () => {
  const wanted = desired({
    removed: ['gone', idOf('byid', 7)],
    lists: [
      desiredList({ previous_prefixes: ['prev'] }),
      desiredList({ prefix: 'abroad', vocabulary_ids: [idOf('pinned', 3)] }),
    ],
    instant: [instantWords({ previous_prefixes: ['spoken'] })],
  });
  it.each([
    [idOf('acmemed', 1), true],
    [idOf('acmeanything', 1), true],
    [idOf('prev', 1), true],
    [idOf('gone', 1), true],
    [idOf('byid', 7), true],
    [idOf('byid', 8), false],
    [idOf('abroad', 1), true],
    [idOf('pinned', 3), true],
    [idOf('pinned', 4), false],
    [idOf('spoken', 1), true],
    [idOf('acm', 1), false],
    ['something-else', false],
  ])('%s: %s', (vocabulary_id, expected) => {
    expect(mayBeOurs(wanted)(observedList({ vocabulary_id }))).toBe(expected);
  });
});

describe('a pinned id', () => {
  it('is missing when the account holds no list of that id', () => {
    const wanted = desired({ lists: [desiredList({ vocabulary_ids: [second] })] });
    expect(classify(wanted, account([observedList()])).missing_pins).toEqual([
      { vocabulary_id: second, address: `medical@${model}` },
    ]);
  });

  it('is missing when the list has another model than the vocabulary', () => {
    const wanted = desired({ lists: [desiredList({ vocabulary_ids: [first] })] });
    const other = observedList({ target_model: 'fun-asr' });
    expect(classify(wanted, account([other])).missing_pins).toHaveLength(1);
  });
});

describe('a list under one key', () => {
  it('is a duplicate by the words of the bound list alone, whatever is desired', () => {
    const wanted = desired({ lists: [desiredList({ hotwords: words('new') })] });
    const bound = observedList({ hotwords: words('old') });
    const same = observedList({ vocabulary_id: second, hotwords: words('old') });
    const other = observedList({ vocabulary_id: idOf('acmemed', 3), hotwords: words('theirs') });
    expect(rolesOf(wanted, [bound, same, other])).toEqual({
      [first]: 'bound',
      [second]: 'duplicate',
      [idOf('acmemed', 3)]: 'rival',
    });
  });

  it('is never a duplicate when it is pinned: somebody said that it matters', () => {
    const wanted = desired({ lists: [desiredList({ vocabulary_ids: [first, second] })] });
    expect(rolesOf(wanted, [observedList(), observedList({ vocabulary_id: second })])).toEqual({
      [first]: 'bound',
      [second]: 'rival',
    });
  });

  it('is not reached by a pin that belongs to a list of another key', () => {
    const wanted = desired({ lists: [desiredList({ vocabulary_ids: [first] })] });
    const elsewhere = observedList({ target_model: 'fun-asr' });
    const { missing_pins } = classify(wanted, account([elsewhere]));
    expect(missing_pins).toEqual([{ vocabulary_id: first, address: `medical@${model}` }]);
    expect(classify(wanted, account([observedList()])).missing_pins).toEqual([]);
  });
});

describe('a superseded list', () => {
  it('is replaced by the one of its own model, else by one that has no list yet', () => {
    const renamed = { prefix: 'acmenew', previous_prefixes: ['acmemed'] };
    const lists = ['fun-asr', model].map((target_model) => desiredList({ ...renamed, target_model }));
    const replacementOf = (account_lists: readonly ObservedList[]) =>
      classify(desired({ lists }), account(account_lists)).owned.find(({ role }) => role === 'superseded')
        ?.desired?.target_model;
    expect(replacementOf([observedList()])).toBe(model);
    const old = observedList({ target_model: 'paraformer-v2' });
    const present = observedList({ vocabulary_id: idOf('acmenew', 2), target_model: 'fun-asr' });
    expect(replacementOf([old, present])).toBe(model);
    expect(replacementOf([old])).toBe('fun-asr');
  });

  it('has every list of its vocabulary for a replacement', () => {
    const lists = ['fun-asr', 'fun-asr-mtl'].map((target_model) => desiredList({ target_model }));
    const [old] = classify(desired({ lists }), account([observedList()])).owned;
    expect(old?.replacements.map(({ target_model }) => target_model)).toEqual(['fun-asr', 'fun-asr-mtl']);
  });
});

describe('one more list of a key, by whose words it is told', () => {
  it('is a duplicate when it has the desired words, though the bound one has others', () => {
    const old = observedList({ hotwords: words('old') });
    const desiredWords = observedList({ vocabulary_id: second, status: 'UNDEPLOYED' });
    expect(rolesOf(desired(), [old, desiredWords])).toEqual({ [first]: 'bound', [second]: 'duplicate' });
  });

  it('is a rival when it is pinned too, whatever its words, for somebody said that it matters', () => {
    const pinned = desired({ lists: [desiredList({ vocabulary_ids: [first, second] })] });
    const spare = observedList({ vocabulary_id: second });
    expect(rolesOf(pinned, [observedList(), spare])).toEqual({ [first]: 'bound', [second]: 'rival' });
  });

  it('is told from the words in the account and in the YAML, by whichever of the two it has', () => {
    const ids = [2, 3, 4].map((serial) => idOf('acmemed', serial));
    const [sameAsBound = '', sameAsDesired = '', other = ''] = ids;
    const lists = [
      observedList({ hotwords: words('old') }),
      observedList({ vocabulary_id: sameAsBound, hotwords: words('old') }),
      observedList({ vocabulary_id: sameAsDesired, status: 'UNDEPLOYED' }),
      observedList({ vocabulary_id: other, hotwords: words('gamma') }),
    ];
    expect(rolesOf(desired(), lists)).toEqual({
      [first]: 'bound',
      [sameAsBound]: 'duplicate',
      [sameAsDesired]: 'duplicate',
      [other]: 'rival',
    });
  });
});

describe('lists under a previous prefix or model', () => {
  it('are superseded by the list of the vocabulary that has none yet, where there is none of their model', () => {
    const [one, other] = ['fun-asr', 'fun-asr-mtl'].map((target_model) => desiredList({ target_model }));
    const moved = observedList({ vocabulary_id: idOf('acmemed', 5), target_model: 'fun-asr-old' });
    const successorBeside = (held: string) => {
      const bound = observedList({ target_model: held });
      const { owned } = classify(desired({ lists: [one!, other!] }), account([bound, moved]));
      return owned.find(({ role }) => role === 'superseded')?.desired?.target_model;
    };
    expect(successorBeside('fun-asr')).toBe('fun-asr-mtl');
    expect(successorBeside('fun-asr-mtl')).toBe('fun-asr');
  });

  it('are superseded by the list of their model even when that has one', () => {
    const lists = ['fun-asr', 'fun-asr-mtl'].map((target_model) =>
      desiredList({ target_model, previous_prefixes: ['acmemd'] }),
    );
    const moved = observedList({ vocabulary_id: idOf('acmemd', 5), target_model: 'fun-asr-mtl' });
    const bound = observedList({ target_model: 'fun-asr-mtl' });
    const { owned } = classify(desired({ lists }), account([bound, moved]));
    expect(owned.map(({ role, desired: list }) => [role, list?.target_model])).toEqual([
      ['superseded', 'fun-asr-mtl'],
      ['bound', 'fun-asr-mtl'],
    ]);
  });

  it('have every list of the vocabulary in their place', () => {
    const lists = ['fun-asr', 'fun-asr-mtl'].map((target_model) => desiredList({ target_model }));
    const moved = observedList({ vocabulary_id: idOf('acmemed', 5), target_model: 'fun-asr-old' });
    const [owned] = classify(desired({ lists }), account([moved])).owned;
    expect(owned?.replacements.map(({ target_model }) => target_model)).toEqual(['fun-asr', 'fun-asr-mtl']);
  });

  it('have in their place also the lists of another vocabulary that shares the new prefix', () => {
    const lists = [
      desiredList({ previous_prefixes: ['acmemd'] }),
      desiredList({ name: 'batch', target_model: 'fun-asr' }),
      desiredList({ name: 'support', prefix: 'acmesup' }),
    ];
    const renamed = observedList({ vocabulary_id: idOf('acmemd', 1) });
    const [owned] = classify(desired({ lists }), account([renamed])).owned;
    expect(owned?.replacements.map(({ name }) => name)).toEqual(['medical', 'batch']);
  });
});

describe('a pin of a vocabulary with several models', () => {
  it('binds the list of whichever of the models of its vocabulary it has', () => {
    const lists = [model, 'fun-asr'].map((target_model) =>
      desiredList({ target_model, vocabulary_ids: [second] }),
    );
    const pinned = observedList({ vocabulary_id: second, target_model: 'fun-asr' });
    const { owned, missing_pins } = classify(desired({ lists }), account([observedList(), pinned]));
    expect(
      owned.map(({ role, list, desired: carried }) => [role, list.vocabulary_id, carried?.target_model]),
    ).toEqual([
      ['bound', first, model],
      ['bound', second, 'fun-asr'],
    ]);
    expect(missing_pins).toEqual([]);
  });

  it('is missing once, however many models its vocabulary has', () => {
    const lists = ['fun-asr', 'fun-asr-mtl'].map((target_model) =>
      desiredList({ target_model, vocabulary_ids: [second] }),
    );
    expect(classify(desired({ lists }), account([])).missing_pins).toEqual([
      { vocabulary_id: second, address: 'medical@fun-asr' },
    ]);
  });
});

it('the lists of others are in the order of their ids, however the account lists them', () => {
  const ids = [3, 1, 2].map((serial) => idOf('zzz', serial));
  const listed = ids.map((vocabulary_id) => observedList({ vocabulary_id }));
  const { unmanaged } = classify(desired(), { listed, read: [], server_time: null });
  expect(unmanaged.map(({ vocabulary_id }) => vocabulary_id)).toEqual(ids.toSorted());
});
