import { VocabError } from '../../src/model/errors.js';

/** The VocabError that a call ends with. */
export async function failureOf(call: () => Promise<unknown>): Promise<VocabError> {
  try {
    await call();
  } catch (error) {
    if (error instanceof VocabError) return error;
    throw error;
  }
  throw new Error('it went well');
}
