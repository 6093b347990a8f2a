import { expect, it } from 'vitest';
import { matchBackups } from '../../src/diff/match-backups.js';
import type { BackedUpList, ObservedList } from '../../src/model/observed.js';
import { idOf, model, observedList, words } from '../support/build.js';

const backup = (serial: number): BackedUpList => ({
  vocabulary_id: idOf('acmemed', serial),
  prefix: 'acmemed',
  target_model: model,
  hotwords: words('alpha', 'beta'),
});

function actions(
  backups: readonly BackedUpList[],
  account: readonly ObservedList[],
): (string | null | undefined)[][] {
  return matchBackups(backups, account).map(({ action, before }) => [action, before?.vocabulary_id]);
}

it('gives a list that is still there its words back, and makes one anew that is gone', () => {
  const changed = observedList({ hotwords: words('x') });
  expect(actions([backup(1), backup(2)], [changed])).toEqual([
    ['update', idOf('acmemed', 1)],
    ['create', undefined],
  ]);
  expect(actions([backup(1)], [observedList()])).toEqual([['no-op', idOf('acmemed', 1)]]);
});

it('knows a list again that was made anew before, once for each backup', () => {
  const anew = observedList({ vocabulary_id: idOf('acmemed', 9) });
  expect(actions([backup(1)], [anew])).toEqual([['no-op', idOf('acmemed', 9)]]);
  expect(actions([backup(1), backup(2)], [anew]).map(([action]) => action)).toEqual(['no-op', 'create']);
});
