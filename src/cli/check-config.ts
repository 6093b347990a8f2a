import { type Checked, check } from '../reconcile.js';
import type { Context } from './context.js';

/** Reads a configuration and checks it with everything that this machine knows. `file`: as the user typed it. */
export async function checkConfig(file: string | undefined, { cwd, clock }: Context): Promise<Checked> {
  return check(file === undefined ? { cwd } : { cwd, file }, {
    now: () => clock.now(),
    loadPronunciation: async () => {
      const { loadPronunciation } = await import('../pronunciation/load-pronunciation.js');
      return loadPronunciation();
    },
  });
}
