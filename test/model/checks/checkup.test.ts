import { expect, it } from 'vitest';
import { countChecks, worstFirst } from '../../../src/model/checks/checkup.js';

const of = (status: 'ok' | 'warn' | 'fail' | 'skipped', id: string) => ({ status, id });

it('counts checks by their status', () => {
  expect(countChecks([of('ok', 'a'), of('fail', 'b'), of('ok', 'c')])).toEqual({
    fail: 1,
    warn: 0,
    skipped: 0,
    ok: 2,
  });
});

it('puts what needs somebody first, and keeps the order within a status', () => {
  const checks = [of('ok', 'a'), of('warn', 'b'), of('skipped', 'c'), of('fail', 'd'), of('warn', 'e')];
  expect(worstFirst(checks).map(({ id }) => id)).toEqual(['d', 'b', 'e', 'c', 'a']);
});
