import { describe, expect, it } from 'vitest';
import { type Action, inherits, isWrite, leftWaiting, sameKey, takesOver } from '../../src/model/change.js';
import { account, desired, desiredList, idOf, observedList, words } from '../support/build.js';
import { planOf } from '../support/plan-of.js';

describe('a change', () => {
  it.each<readonly [Action, boolean]>([
    ['create', true],
    ['update', true],
    ['delete', true],
    ['keep', false],
    ['no-op', false],
  ])('that is a %s writes to the account: %s', (action, writes) => {
    expect(isWrite({ action })).toBe(writes);
  });

  it('is about the key of another when prefix and model are the same, whatever the id and the words', () => {
    const lists = [
      observedList(),
      observedList({ vocabulary_id: idOf('acmemed', 2), hotwords: words('other') }),
      observedList({ vocabulary_id: idOf('acmemed', 3), target_model: 'fun-asr' }),
      observedList({ vocabulary_id: idOf('acmeold', 4) }),
    ];
    const { changes } = planOf(desired(), account(lists));
    const [bound] = changes.filter(({ after }) => after !== null);
    const same = changes
      .filter((change) => sameKey(change, bound!))
      .map(({ before }) => before?.vocabulary_id ?? '');
    expect(same.toSorted()).toEqual([idOf('acmemed', 1), idOf('acmemed', 2)]);
  });

  describe('takes the place of an old list', () => {
    const parts = [
      desiredList({ name: 'x', prefix: 'acmex', previous_prefixes: ['acmeall'], consumers: ['cx'] }),
      desiredList({ name: 'y', prefix: 'acmey', previous_prefixes: ['acmeall'], consumers: ['cy', 'cz'] }),
      desiredList({ name: 'z', prefix: 'acmez', previous_prefixes: ['acmeall'] }),
      desiredList({ name: 'other', prefix: 'acmeoth', consumers: ['cx'] }),
    ];
    const all = observedList({ vocabulary_id: idOf('acmeall', 1) });
    const { changes } = planOf(desired({ lists: parts }), account([all]));
    const old = changes.find(({ before }) => before !== null)!;
    const of = (name: string) => changes.find((change) => change.name === name)!;

    it('when none is declared, and it may be any of its model', () => {
      const idle = { ...old, consumers: [] };
      expect(takesOver(of('z'), idle)).toBe(true);
      expect(takesOver({ ...of('z'), target_model: 'fun-asr' }, idle)).toBe(false);
      expect(takesOver(of('other'), idle)).toBe(false);
    });

    it('when it is the nearest, or one of its consumers used that', () => {
      expect(old).toMatchObject({ replaced_by: 'x@fun-asr-realtime', consumers: ['cx', 'cy', 'cz'] });
      const [x, y, z, other] = ['x', 'y', 'z', 'other'].map((name) => takesOver(of(name), old));
      expect({ x, y, z, other }).toEqual({ x: true, y: true, z: false, other: false });
      expect(takesOver(of('x'), { ...old, consumers: [] })).toBe(true);
      const idle = { ...of('x'), after: { ...of('x').after!, consumers: [] } };
      expect(takesOver(idle, { ...old, consumers: ['cy'] })).toBe(true);
      expect(inherits(idle, { ...old, consumers: ['cy'] })).toBe(false);
      expect(takesOver(of('y'), { ...old, consumers: ['cz'] })).toBe(true);
      expect(takesOver({ ...of('y'), after: null }, old)).toBe(false);
      expect(inherits(of('x'), { ...old, consumers: [] })).toBe(false);
    });
  });

  describe('that goes before what takes its place is made', () => {
    const previous_prefixes = ['acmeold'];
    const lists = ['new', 'made', 'other'].map((name) =>
      desiredList({ name, prefix: `acme${name}`, consumers: [`c${name}`], previous_prefixes }),
    );
    const [held, bound] = ['acmeold', 'acmemade'].map((prefix, index) =>
      observedList({ vocabulary_id: idOf(prefix, index + 1) }),
    );
    const wanted = desired({ lists: lists.slice(0, 2), list_quota: 2 });
    const state = account([held!, bound!]);
    const { changes } = planOf(wanted, state, { shaping: { delete_first: true } });
    const old = changes.find(({ reason }) => reason === 'delete_first')!;

    it('leaves those without words who come to that, and no others', () => {
      expect(old.consumers).toEqual(['cmade', 'cnew']);
      expect(leftWaiting(old, changes)).toEqual(['cnew']);
      expect(leftWaiting({ ...old, reason: 'superseded' }, changes)).toEqual([]);
      const elsewhere = changes.map((change) => ({
        ...change,
        address: `${change.address}x`,
        replaces: null,
      }));
      expect(leftWaiting(old, elsewhere)).toEqual([]);
      expect(
        leftWaiting(
          old,
          changes.map((change) => ({ ...change, replaces: null })),
        ),
      ).toEqual(['cnew']);
    });

    it('is known by what is compared with it where nobody says what takes its place', () => {
      const told = { ...old, replacements: ['made@fun-asr-realtime'] };
      const handed = changes.map((change) =>
        change.action === 'create'
          ? { ...change, replaces: { address: old.address, hotwords: change.hotwords } }
          : change,
      );
      expect(leftWaiting(told, handed)).toEqual(['cnew']);
    });
  });
});
