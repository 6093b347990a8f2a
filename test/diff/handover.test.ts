import { describe, expect, it } from 'vitest';
import { withHandovers } from '../../src/diff/handover.js';
import {
  account,
  desired,
  desiredList,
  idOf,
  instantWords,
  observedList,
  word,
  words,
} from '../support/build.js';
import { comparisonOf, planOf } from '../support/plan-of.js';

const old = observedList({
  vocabulary_id: idOf('acmemed', 9),
  target_model: 'fun-asr',
  hotwords: [...words('alpha', 'gone'), word('beta', { weight: 1 })],
});

const handovers = (...args: Parameters<typeof planOf>) =>
  planOf(...args).changes.map(({ action, replaces }) => [action, replaces]);

describe('a new list', () => {
  it('is shown against the one whose place it takes, and its words still all come', () => {
    const { changes } = planOf(
      desired({ lists: [desiredList({ hotwords: words('alpha', 'beta') })] }),
      account([old]),
    );
    const created = changes.find(({ action }) => action === 'create');
    expect(created?.replaces).toEqual({
      address: 'acmemed@fun-asr',
      hotwords: {
        added: [],
        removed: words('gone'),
        changed: [{ before: word('beta', { weight: 1 }), after: word('beta') }],
        unchanged: 1,
      },
    });
    expect(created?.hotwords.added).toEqual(words('alpha', 'beta'));
  });

  it('is shown against the first where it takes the place of several', () => {
    const other = observedList({ vocabulary_id: idOf('acmemed', 8), target_model: 'fun-asr-mtl' });
    const { changes } = planOf(desired(), account([other, old]));
    expect(changes.find(({ action }) => action === 'create')?.replaces?.address).toBe('acmemed@fun-asr');
  });

  it('is shown against the one it is nearest to before one of which it takes a part, and against that else', () => {
    const part = (name: string, previous: string[], consumers: string[]) =>
      desiredList({ name, prefix: `acme${name}`, previous_prefixes: previous, consumers });
    const lists = ['aaa', 'bbb'].map((name, index) =>
      observedList({ vocabulary_id: idOf(`acme${name}`, index + 1) }),
    );
    const wanted = [part('x', ['acmeaaa'], ['cx']), part('y', ['acmeaaa', 'acmebbb'], ['cy'])];
    const { changes } = planOf(desired({ lists: wanted }), account(lists));
    const replaced = changes.flatMap(({ name, replaces }) => (replaces ? [[name, replaces.address]] : []));
    expect(replaced).toEqual([
      ['x', 'acmeaaa@fun-asr-realtime'],
      ['y', 'acmebbb@fun-asr-realtime'],
    ]);
    const split = [part('x', ['acmeaaa'], ['cx']), part('y', ['acmeaaa'], ['cy'])];
    const both = planOf(desired({ lists: split }), account([lists[0]!])).changes;
    expect(both.flatMap(({ name, replaces }) => (replaces ? [[name, replaces.address]] : []))).toEqual([
      ['x', 'acmeaaa@fun-asr-realtime'],
      ['y', 'acmeaaa@fun-asr-realtime'],
    ]);
  });

  it('is shown against nothing where nothing was before', () => {
    expect(handovers(desired(), account([]))).toEqual([['create', null]]);
  });
});

it('a list that is there already takes no place', () => {
  const bound = observedList({ hotwords: words('x') });
  expect(handovers(desired(), account([bound, old]))).toEqual([
    ['keep', null],
    ['update', null],
  ]);
});

it('a new list of a vocabulary whose words went with requests is shown against these', () => {
  const base = desired({
    lists: [],
    instant: [instantWords({ name: 'medical', hotwords: words('alpha', 'gone') })],
  });
  const head = desired({ lists: [desiredList({ hotwords: [word('alpha', { lang: 'zh' }), word('beta')] })] });
  expect(comparisonOf(base, head).plan.changes[0]?.replaces).toEqual({
    address: 'medical',
    hotwords: {
      added: words('beta'),
      removed: words('gone'),
      changed: [{ before: word('alpha'), after: word('alpha', { lang: 'zh' }) }],
      unchanged: 0,
    },
  });
  const other = desired({ lists: [], instant: [instantWords({ name: 'other' })] });
  expect(comparisonOf(other, head).plan.changes[0]?.replaces).toBeNull();
});

it('a new list that takes no place is shown against nothing, whatever others replace', () => {
  const lists = [desiredList({ name: 'a', prefix: 'acmea' }), desiredList()];
  const { changes } = planOf(desired({ lists }), account([old]));
  expect(changes.map(({ address, replaces }) => [address, replaces?.address ?? null])).toEqual([
    ['a@fun-asr-realtime', null],
    ['acmemed@fun-asr', null],
    ['medical@fun-asr-realtime', 'acmemed@fun-asr'],
  ]);
});

it('a rival is shown against the list that is bound in its place, and no other list is', () => {
  const lists = [desiredList({ name: 'a', prefix: 'acmea' }), desiredList()];
  const rival = observedList({ vocabulary_id: idOf('acmemed', 2), hotwords: words('alpha', 'theirs') });
  const orphan = observedList({ vocabulary_id: idOf('acmeold', 3) });
  const { changes } = planOf(desired({ lists }), account([observedList(), rival, orphan]));
  expect(changes.map(({ reason, differs_from }) => [reason, differs_from])).toEqual([
    ['desired', null],
    [
      'rival',
      {
        address: 'medical@fun-asr-realtime',
        hotwords: { added: words('theirs'), removed: words('beta'), changed: [], unchanged: 1 },
      },
    ],
    ['orphan', null],
    ['in_sync', null],
  ]);
});

describe('a list of a vocabulary whose words went with requests', () => {
  const instant = [instantWords({ name: 'medical', hotwords: words('alpha', 'gone') })];
  const head = desired({ lists: [desiredList()] });
  const replacedIn = (base: ReturnType<typeof desired>) =>
    comparisonOf(base, head).plan.changes.map(({ action, replaces }) => [action, replaces?.address ?? null]);

  it('is shown against them where it is new and takes no other place', () => {
    expect(replacedIn(desired({ lists: [], instant }))).toEqual([['create', 'medical']]);
  });

  it('is shown against the list whose place it takes, where there is one', () => {
    const former = desiredList({ name: 'former', target_model: 'fun-asr' });
    expect(replacedIn(desired({ lists: [former], instant }))).toEqual([
      ['keep', null],
      ['create', expect.stringMatching(/^acmemed@fun-asr/)],
    ]);
  });

  it('is shown against nothing where it is there already', () => {
    const former = desiredList({ name: 'former', hotwords: words('x') });
    expect(replacedIn(desired({ lists: [former], instant }))).toEqual([['update', null]]);
  });
});

it('a new list that takes the place of several is shown against the first that is there', () => {
  const { changes } = planOf(desired(), account([old]));
  const [first] = changes.filter(({ replaced_by }) => replaced_by !== null);
  const created = changes.filter(({ action }) => action === 'create');
  if (first === undefined) throw new Error('a list was to be replaced');
  // Nothing is compared with a list that is not there.
  const [found] = withHandovers([{ ...first, before: null }, ...created]).filter(
    ({ action }) => action === 'create',
  );
  expect(found?.replaces).toBeNull();
});
