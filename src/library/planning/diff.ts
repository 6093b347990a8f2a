import type { Comparison } from '../../model/comparison.js';
import { compare } from '../../pipelines/compare.js';
import { accountAddress } from '../endpoint-of.js';
import { interruption } from '../from-callers.js';
import { thisMachine } from '../machine.js';
import type { Usable } from '../require-usable.js';
import { type Looking, readBase } from './read-base.js';

/**
 * Says what a change of the configuration comes to, offline.
 * @param base a commit (`origin/main`, `REF...` for where this branch left it), or a folder written as a path
 * @throws VocabError `base-unavailable`
 */
export async function diff(
  checked: Usable,
  base: string,
  { cwd, env, interruption: end = new AbortController().signal }: LookingAround = thisMachine(),
): Promise<Comparison> {
  const { name, side, diagnostics } = await readBase(base, checked.config, {
    cwd,
    env,
    interruption: interruption(end),
  });
  const comparison = compare(name, side, { head: checked, accountOf: accountAddress });
  const all = [...checked.diagnostics, ...diagnostics, ...comparison.plan.diagnostics];
  return { ...comparison, plan: { ...comparison.plan, diagnostics: all } };
}

type LookingAround = Omit<Looking, 'interruption'> & Partial<Pick<Looking, 'interruption'>>;
