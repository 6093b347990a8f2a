import { expect, it } from 'vitest';
import { allowanceNames, requireAllowances } from '../../src/model/plan.js';

it('takes every allowance there is, of a list with its address', () => {
  const all = allowanceNames().map((name) => name.replace('ADDRESS', 'medical@fun-asr'));
  expect(all).toEqual(['max-deletes', 'hotword-loss=medical@fun-asr', 'drop-fields=medical@fun-asr']);
  expect(requireAllowances(all)).toEqual(all);
});

it.each(['max-delete', 'max-deletes=medical', 'hotword-loss', 'hotword-loss=', ''])(
  'refuses what lifts nothing, and says what does: %j',
  (allowance) => {
    expect(() => requireAllowances(['max-deletes', allowance], '--allow ')).toThrow(
      expect.objectContaining({
        code: 'usage',
        message: `--allow ${allowance} is not an allowance`,
        hint: 'write --allow max-deletes, --allow hotword-loss=ADDRESS or --allow drop-fields=ADDRESS, with an address as the plan shows it',
      }),
    );
  },
);

it('says nothing of flags where a program gives them', () => {
  expect(() => requireAllowances(['none'])).toThrow(
    expect.objectContaining({
      message: 'none is not an allowance',
      hint: expect.stringMatching(/^write max-deletes, hotword-loss=ADDRESS or/),
    }),
  );
});
