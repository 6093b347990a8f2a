import { expect, it } from 'vitest';
import { compareForBinding } from '../../src/model/ownership.js';
import { idOf, observedList } from '../support/build.js';

const list = (serial: number, fields: Partial<Parameters<typeof observedList>[0]> = {}) =>
  observedList({ vocabulary_id: idOf('acmemed', serial), gmt_create: '2026-01-02 00:00:00', ...fields });

it('binds an OK list before others, then a preferred one, then the oldest, then the smallest id', () => {
  const waiting = list(1, { status: 'UNDEPLOYED', gmt_create: '2026-01-01 00:00:00' });
  const [young, twin, old, wanted] = [
    list(2),
    list(3),
    list(4, { gmt_create: '2026-01-01 00:00:00' }),
    list(5),
  ];
  const all = [waiting, twin, young, old, wanted];
  expect(all.toSorted((one, other) => compareForBinding(one, other))).toEqual([
    old,
    young,
    twin,
    wanted,
    waiting,
  ]);
  const isWanted = (one: typeof wanted) => one === wanted || one === waiting;
  expect(all.toSorted((one, other) => compareForBinding(one, other, isWanted))).toEqual([
    wanted,
    old,
    young,
    twin,
    waiting,
  ]);
});
