import { expect, it } from 'vitest';
import { checkIds } from '../../src/doctor/checks.js';
import { tableRows } from './documented.js';

it('docs/doctor.md has one row for each check, and no other', async () => {
  const ids = (await tableRows('doctor.md'))
    .filter((cells) => cells.length === 3)
    .map(([first]) => first ?? '');
  expect(
    ids
      .map((id) => id.replaceAll('`', ''))
      .filter((id) => id !== 'check')
      .toSorted(),
  ).toEqual(checkIds.toSorted());
});
