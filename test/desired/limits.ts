import { expect, it } from 'vitest';
import { type Files, rulesOf, validate } from './validate.js';

/** A title, a repository, and what it is told: nothing where the limit is not yet reached. */
export type Limit = readonly [title: string, files: Files, ...found: string[]];

export function check(limits: readonly Limit[]): void {
  const cases = limits.map(([title, files, ...found]) => ({ title, files, found }));
  it.each(cases)('$title', async ({ files, found }) => {
    expect(rulesOf(await validate(files))).toEqual(found);
  });
}
