import type { Attempt } from '../../doctor/facts.js';
import { VocabError } from '../../model/errors.js';

/** Tries something whose failure is a fact like any other. That somebody wants to stop is none. */
export async function attempt<T>(run: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { done: true, value: await run() };
  } catch (error) {
    if (!(error instanceof VocabError) || error.code === 'interrupted') throw error;
    return { done: false, error };
  }
}
