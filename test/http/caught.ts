import { VocabError } from '../../src/model/errors.js';

/** The VocabError of something that must fail with one. */
export async function caught(action: () => unknown): Promise<VocabError> {
  try {
    await action();
  } catch (error) {
    if (error instanceof VocabError) return error;
    throw error;
  }
  throw new Error('expected a VocabError, nothing was thrown');
}
